/** Where an item belongs and what it presupposes: L23, L26. */
import { stripMarkdown } from '../fold.ts';
import type { Draft, Rule } from './rule.ts';
import { LANGUAGES, partsOf } from './surface.ts';

/** L23: section, heading and concept exist; the folder is the section's chapter. */
export const L23: Rule = {
  id: 'L23',
  name: 'provenance',
  severity: 'error',
  check: ({ question, chapter }, context) => {
    const drafts: Draft[] = [];
    const { section, heading, concept } = question;
    if (!context.hasSection(section)) {
      drafts.push({
        path: ['section'],
        language: null,
        found: { zh: `没有 ${section} 这一节`, en: `there is no section ${section}` },
        todo: { zh: '写 <章>/<节>，不带编号', en: 'write <chapter>/<section> without numbers' },
      });
    } else if (section.split('/')[0] !== chapter) {
      drafts.push({
        path: ['section'],
        language: null,
        found: {
          zh: `文件在 ${chapter} 的文件夹里，section 却是 ${section}`,
          en: `the file lies under ${chapter}, its section is ${section}`,
        },
        todo: { zh: '移动文件，或改 section', en: 'move the file, or correct the section' },
      });
    }
    const headings = context.headings(section);
    if (heading !== null && headings !== null && !headings.has(heading)) {
      drafts.push({
        path: ['section'],
        language: null,
        found: {
          zh: `${section} 里没有标题 #${heading}；有：${[...headings].join('、')}`,
          en: `${section} has no heading #${heading}; it has: ${[...headings].join(', ')}`,
        },
        todo: { zh: '改成其中一个，或去掉 #', en: 'take one of these, or drop the #' },
      });
    }
    if (concept !== null && !context.glossaryIds.has(concept)) {
      drafts.push({
        path: ['concept'],
        language: null,
        found: { zh: `术语表里没有 ${concept}`, en: `the glossary has no ${concept}` },
        todo: { zh: '写 glossary.yaml 里的 id', en: 'write an id of glossary.yaml' },
      });
    }
    return drafts;
  },
};

/** L26: an acronym of options or reasons that neither stem, section nor glossary has. */
export const L26: Rule = {
  id: 'L26',
  name: 'acronym',
  severity: 'warning',
  check: ({ question }, context) =>
    LANGUAGES.flatMap((language) => {
      const known = [
        question.stem[language],
        context.sectionText(question.section, language) ?? '',
        context.glossaryText,
      ].join(' ');
      const isKnown = (acronym: string): boolean => new RegExp(`\\b${acronym}\\b`).test(known);
      return partsOf(question)
        .slice(1)
        .flatMap(({ path, text }): Draft[] => {
          const unknown = [
            ...new Set(stripMarkdown(text[language].replace(/`[^`]*`|\$[^$]*\$/g, ' ')).match(/\b[A-Z]{2,}\b/g) ?? []),
          ].filter((acronym) => !isKnown(acronym));
          if (unknown.length === 0) return [];
          return [
            {
              path: [...path, language],
              language,
              found: {
                zh: `缩写 ${unknown.join('、')} 在题干、小节和术语表里都没有`,
                en: `${unknown.join(', ')} stands in neither stem, section nor glossary`,
              },
              todo: { zh: '写出全称，或收进术语表', en: 'spell it out, or put it into the glossary' },
            },
          ];
        });
    }),
};
