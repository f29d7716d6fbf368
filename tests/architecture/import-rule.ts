/**
 * The import rule, as a program: which room may look into which, which room may use which outside package.
 *
 *     pages -> layouts -> widgets, practice -> components -> storage, tensor, i18n -> core
 *     integrations, markdown, content.config.ts (Node, at build time) -> tensor, i18n, core
 *
 * `.astro` files and endpoints run at build, so pages, layouts and components may also use `markdown`.
 */

/** One broken rule: the importing file, what it imports, and the sentence that forbids it. */
export interface Violation {
  readonly file: string;
  readonly imported: string;
  readonly rule: string;
}

/** Rooms each room may import from, itself included. */
const DOWNHILL: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  i18n: ['i18n', 'core', 'content'],
  tensor: ['tensor', 'core'],
  storage: ['storage', 'core'],
  components: ['components', 'storage', 'tensor', 'i18n', 'core', 'markdown', 'styles'],
  widgets: ['widgets', 'components', 'storage', 'tensor', 'i18n', 'core', 'styles'],
  practice: ['practice', 'components', 'storage', 'tensor', 'i18n', 'core', 'styles'],
  layouts: ['layouts', 'widgets', 'practice', 'components', 'storage', 'tensor', 'i18n', 'core', 'markdown', 'styles'],
  pages: [
    'pages',
    'layouts',
    'widgets',
    'practice',
    'components',
    'storage',
    'tensor',
    'i18n',
    'core',
    'markdown',
    'styles',
  ],
  markdown: ['markdown', 'tensor', 'i18n', 'core'],
  integrations: ['integrations', 'markdown', 'tensor', 'i18n', 'core', 'content'],
  'content.config.ts': ['integrations', 'markdown', 'i18n', 'core'],
  styles: ['styles'],
};

/** Packages that belong to certain rooms; a package not named here may be used anywhere but in `core`. */
const RESERVED: readonly { readonly test: RegExp; readonly rooms: readonly string[]; readonly rule: string }[] = [
  { test: /^node:/, rooms: ['integrations', 'markdown'], rule: '`node:` only in integrations/ and markdown/' },
  { test: /^@tensorflow\//, rooms: ['tensor'], rule: '`@tensorflow/*` only in tensor/' },
  { test: /^ts-fsrs$/, rooms: ['core'], rule: 'ts-fsrs only in core/progress/' },
];

const CORE_PACKAGES: readonly { readonly test: RegExp; readonly folder: RegExp }[] = [
  { test: /^zod$/, folder: /^src\/core\// },
  { test: /^ts-fsrs$/, folder: /^src\/core\/progress\// },
];

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every module a source names, static and dynamic, in order. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? []);
}

/** Room of a source file: the folder under src/, or a file's own name when it lies directly there. */
export function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

/** Resolves a specifier of a file to a path in the repository, or null for a package. */
export function resolveImport(file: string, specifier: string): string | null {
  if (specifier.startsWith('#content/')) return specifier.slice(1);
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (!specifier.startsWith('.')) return null;
  const parts = file.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function judgePackage(file: string, room: string, specifier: string): Violation[] {
  const broken = RESERVED.filter(({ test, rooms }) => test.test(specifier) && !rooms.includes(room));
  const violations = broken.map(({ rule }) => ({ file, imported: specifier, rule }));
  const foreign =
    room === 'core' && !CORE_PACKAGES.some(({ test, folder }) => test.test(specifier) && folder.test(file));
  return foreign && violations.length === 0
    ? [{ file, imported: specifier, rule: 'core imports only core, zod in schema files, ts-fsrs in progress/' }]
    : violations;
}

function judgeFile(file: string, room: string, target: string): Violation[] {
  const theirs = target.startsWith('content/') ? 'content' : roomOf(target);
  const allowed = DOWNHILL[room];
  if (allowed === undefined) return [{ file, imported: target, rule: `there is no room src/${room}/ in the house` }];
  if (!allowed.includes(theirs)) {
    return [
      { file, imported: target, rule: `imports run downhill: ${room} may import ${allowed.join(', ')}, not ${theirs}` },
    ];
  }
  const [, , mine] = file.split('/');
  const [, , other] = target.split('/');
  const inOwnRoom =
    room === 'widgets' && theirs === 'widgets' && file.split('/').length > 3 && target.split('/').length > 3;
  return inOwnRoom && mine !== other ? [{ file, imported: target, rule: 'no widget imports another widget' }] : [];
}

/** All violations of one file. */
export function judge(file: string, source: string): Violation[] {
  const room = roomOf(file);
  return importsOf(source).flatMap((specifier) => {
    const target = resolveImport(file, specifier.replace(/\?.*$/, ''));
    return target === null ? judgePackage(file, room, specifier) : judgeFile(file, room, target);
  });
}

/** A violation as a sentence that names both files and the rule. */
export function sayViolation({ file, imported, rule }: Violation): string {
  return `${file} imports ${imported}: ${rule}`;
}
