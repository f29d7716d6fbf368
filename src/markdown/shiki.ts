import { createCssVariablesTheme, type ShikiTransformer } from 'shiki';

const PREFIX = '--tk-';

/** Turns `style="color:var(--tk-token-keyword)"` into `class="tk-keyword"`: the policy forbids inline styles. */
const styleToClass: ShikiTransformer = {
  name: 'style-to-class',
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
    if (token !== undefined && token !== 'foreground') this.addClassToHast(node, `tk-${token}`);
  },
  line(node) {
    delete node.properties['class'];
  },
};

/** Shiki with one theme of our own tokens; their colours, light and dark, stand in styles/code.css. */
export const shikiConfig = {
  theme: createCssVariablesTheme({ name: 'notebook', variablePrefix: PREFIX, fontStyle: false }),
  transformers: [styleToClass],
};
