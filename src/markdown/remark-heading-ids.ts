import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const MARK = /\s*\[#([a-z0-9-]+)\]\s*$/;

/**
 * Takes `[#id]` off the end of each heading and makes it the heading's id, the same in both languages. The heading gets
 * a link to itself, without text so that lists of headings stay clean; its name is the words of the heading, behind those
 * of `#link-to`, which the page carries once.
 */
export function remarkHeadingIds() {
  return (tree: Root): void => {
    visit(tree, 'heading', (heading: Heading) => {
      const last = heading.children.at(-1);
      if (last?.type !== 'text') return;
      const id = last.value.match(MARK)?.[1];
      if (id === undefined) return;
      last.value = last.value.replace(MARK, '');
      heading.data = { ...heading.data, hProperties: { id } };
      heading.children.push({
        type: 'link',
        url: `#${id}`,
        children: [],
        data: { hProperties: { className: ['heading-link'], ariaLabelledBy: `link-to ${id}` } },
      });
    });
  };
}
