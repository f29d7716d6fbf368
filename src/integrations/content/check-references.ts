/** Whether what a section refers to is there: terms, widgets, figures, and the ends of its links. */
import type { LocatedFinding } from '../bank/located.ts';
import { chapterFinding, placeOf } from './findings.ts';
import type { SectionSource } from './section-source.ts';

/** What a section may refer to. */
export interface Known {
  /** `chapter/section` keys that exist, with their heading and figure ids. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly terms: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly widgets: ReadonlySet<string>;
  /** Site paths outside the chapters, e.g. `/exam/`. */
  readonly pages: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
}

function names(known: ReadonlySet<string>): string {
  return [...known].sort().join(', ');
}

/** Terms, widgets and figures named in a section must exist, and a figure must have what it is shown with. */
export function checkReferences(source: SectionSource, _key: string, known: Known): LocatedFinding[] {
  return source.components.flatMap((mark) => {
    const { name, attributes } = mark.value;
    const place = placeOf(source, mark);
    const unknown = (what: string, id: string | undefined, set: ReadonlySet<string>): LocatedFinding[] =>
      id !== undefined && set.has(id)
        ? []
        : [
            chapterFinding(
              'reference',
              place,
              { zh: `没有叫 ${id} 的${what}`, en: `there is no ${what} ${id}` },
              { zh: `可用的有：${names(set)}`, en: `There are: ${names(set)}` },
            ),
          ];
    switch (name) {
      case 'Term':
        return unknown('term', attributes['id'], known.terms);
      case 'Widget':
        return unknown('widget', attributes['name'], known.widgets);
      case 'Figure': {
        const empty = ['id', 'caption', 'alt'].filter((attribute) => !attributes[attribute]);
        return [
          ...unknown('figure', attributes['of'], known.figures),
          ...empty.map((attribute) =>
            chapterFinding(
              'figure',
              place,
              { zh: `图没有 ${attribute}`, en: `the figure has no ${attribute}` },
              { zh: '每张图都要 id、caption 和 alt。', en: 'Every figure needs id, caption and alt.' },
            ),
          ),
        ];
      }
      default:
        return [];
    }
  });
}

/** Links inside the site must lead to a page, and their anchor to a heading or figure there; others are not followed. */
export function checkLinks(source: SectionSource, key: string, known: Known): LocatedFinding[] {
  return source.links.flatMap((mark) => {
    const [path = '', anchor] = mark.value.split('#');
    if (/^https?:/.test(path)) return [];
    const bad = (en: string, zh: string): LocatedFinding[] => [
      chapterFinding(
        'link',
        placeOf(source, mark),
        { zh: `${mark.value}：${zh}`, en: `${mark.value}: ${en}` },
        {
          zh: '站内链接写成 /chapters/章/节/#id，不带语言和域名。',
          en: 'Write inner links as /chapters/chapter/section/#id, without language or host.',
        },
      ),
    ];
    const section = path === '' ? key : path.match(/^\/chapters\/([a-z0-9-]+\/[a-z0-9-]+)\/$/)?.[1];
    if (section !== undefined) {
      const anchors = known.anchors.get(section);
      if (anchors === undefined) return bad('there is no such section', '没有这一节');
      return anchor === undefined || anchors.has(anchor)
        ? []
        : bad(`there is no #${anchor} there`, `那里没有 #${anchor}`);
    }
    const question = path.match(/^\/questions\/([a-z0-9-]+)\/$/)?.[1];
    if (question !== undefined)
      return known.questions.has(question) ? [] : bad('there is no such question', '没有这道题');
    return known.pages.has(path) ? [] : bad('there is no such page', '没有这一页');
  });
}
