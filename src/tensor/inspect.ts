/** Longest line before an array or object is broken over several. */
const WIDTH = 72;
const MAX_ITEMS = 100;
const MAX_DEPTH = 3;

/** What tfjs tensors are told by; a snippet's own objects are not meant to look like this. */
interface TensorLike {
  readonly dataId: unknown;
  toString(): string;
  arraySync(): unknown;
}

/** Whether a value is a tensor, of whichever copy of tfjs. */
export function isTensorLike(value: unknown): value is TensorLike {
  return typeof value === 'object' && value !== null && 'dataId' in value && 'arraySync' in value;
}

/**
 * A line of a snippet's console: strings as they are, the rest in the manner of Node's console, joined by spaces.
 * Tensors print themselves. Long arrays and objects break into indented lines at 72 characters.
 */
export function formatLog(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ');
}

/** A value as the console shows it. */
export function inspect(value: unknown, depth = 0, seen: readonly object[] = []): string {
  switch (typeof value) {
    case 'string':
      return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return `[Function: ${value.name || 'anonymous'}]`;
    case 'object':
      return value === null ? 'null' : inspectObject(value, depth, seen);
    default:
      return String(value);
  }
}

function inspectObject(value: object, depth: number, seen: readonly object[]): string {
  if (seen.includes(value)) return '[Circular]';
  if (isTensorLike(value)) return value.toString();
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return value.toISOString();
  const inner = [...seen, value];
  const show = (item: unknown): string => inspect(item, depth + 1, inner);
  if (Array.isArray(value)) return depth > MAX_DEPTH ? '[Array]' : list('', '[', value, show, ']');
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const items: unknown[] = Array.from(Object.values(value));
    return list(`${value.constructor.name}(${items.length}) `, '[', items, show, ']');
  }
  if (depth > MAX_DEPTH) return '[Object]';
  if (value instanceof Map)
    return list(`Map(${value.size}) `, '{', [...value], ([k, v]) => `${show(k)} => ${show(v)}`, '}');
  if (value instanceof Set) return list(`Set(${value.size}) `, '{', [...value], show, '}');
  const name = value.constructor?.name ?? 'null';
  const key = (text: string): string => (/^[A-Za-z_$][\w$]*$/.test(text) ? text : inspect(text));
  const entries = Object.entries(value);
  return list(name === 'Object' ? '' : `${name} `, '{', entries, ([k, v]) => `${key(k)}: ${show(v)}`, '}');
}

function list<Item>(
  prefix: string,
  open: string,
  items: readonly Item[],
  show: (item: Item) => string,
  close: string,
): string {
  if (items.length === 0) return `${prefix}${open}${close}`;
  const shown = items.slice(0, MAX_ITEMS).map(show);
  if (items.length > MAX_ITEMS) shown.push(`... ${items.length - MAX_ITEMS} more items`);
  const line = `${prefix}${open} ${shown.join(', ')} ${close}`;
  if (line.length <= WIDTH && !line.includes('\n')) return line;
  return `${prefix}${open}\n${wrap(shown)}\n${close}`;
}

/** Items in indented lines of at most {@link WIDTH} characters. */
function wrap(items: readonly string[]): string {
  const lines: string[] = [];
  for (const [i, item] of items.entries()) {
    const text = i < items.length - 1 ? `${item},` : item;
    const last = lines.at(-1);
    if (
      last !== undefined &&
      !last.includes('\n') &&
      !text.includes('\n') &&
      last.length + text.length + 1 <= WIDTH - 2
    )
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`).join('\n');
}
