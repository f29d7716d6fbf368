import type { Element, ElementContent } from 'hast';
import { createCssVariablesTheme, type ShikiTransformer } from 'shiki';

const PREFIX = '--tk-';

/** Tokens in the colour of the text around them. */
const PLAIN = new Set(['foreground', 'punctuation', 'parameter', 'link']);

/**
 * Names bound by `const` count as constants, operators as keywords; only literals and words are coloured, so that they
 * stand out of the code.
 */
function isPlain(token: string, { children: [child] }: Element): boolean {
  const text = child?.type === 'text' ? child.value.trim() : '';
  if (token === 'constant') return !/^(?:[\d.]|(?:true|false|null|undefined)$)/.test(text);
  return PLAIN.has(token) || (token === 'keyword' && !/\p{L}/u.test(text));
}

const isElement = (node: ElementContent): node is Element => node.type === 'element';

function unwrapPlain(token: ElementContent): ElementContent[] {
  return isElement(token) && token.properties['class'] === undefined ? token.children : [token];
}

/** Turns `style="color:var(--tk-token-keyword)"` into `class="tk-keyword"`: the policy forbids inline styles. */
const styleToClass: ShikiTransformer = {
  name: 'style-to-class',
  preprocess(_, options) {
    // Shiki gives a line up after half a second: on a busy machine code would go out without colours, and in silence.
    options.tokenizeTimeLimit = 0;
  },
  pre(node) {
    delete node.properties['style'];
    node.properties['class'] = 'code';
    const words = String(this.options.meta?.__raw ?? '').split(/\s+/);
    if (words.includes('run')) node.properties['dataCode'] = '';
    if (words.includes('output')) node.properties['dataOutput'] = '';
  },
  span(node) {
    const style = String(node.properties['style'] ?? '');
    delete node.properties['style'];
    const token = style.match(/--tk-(?:token-)?([a-z-]+)/)?.[1];
    if (token !== undefined && !isPlain(token, node)) this.addClassToHast(node, `tk-${token}`);
  },
  // Nothing styles lines or plain tokens: without elements of their own a page of code is a third smaller.
  code(node) {
    node.children = node.children.flatMap((line) => (isElement(line) ? line.children.flatMap(unwrapPlain) : [line]));
  },
};

/** Shiki with one theme of our own tokens; their colours, light and dark, stand in styles/code.css. */
export const shikiConfig = {
  theme: createCssVariablesTheme({ name: 'notebook', variablePrefix: PREFIX, fontStyle: false }),
  transformers: [styleToClass],
};
