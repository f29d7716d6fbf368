/**
 * The course: six chapters and their sections in teaching order, as the syllabus lists them.
 *
 * It is the one list that addresses, navigation, the home network and the completeness checks share. Folder and file
 * names under `content/chapters/` are these slugs with their numbers before them.
 */
export const OUTLINE = [
  {
    slug: 'deep-learning',
    sections: [
      'what-is-deep-learning',
      'strengths-and-limits',
      'versus-machine-learning',
      'frameworks',
      'choosing-a-framework',
      'neurons-and-networks',
      'network-anatomy',
      'activation-functions',
      'sigmoid',
      'tanh',
      'relu',
    ],
  },
  { slug: 'mlp', sections: ['perceptron', 'multilayer-perceptron', 'backpropagation'] },
  {
    slug: 'cnn',
    sections: [
      'overview',
      'input-layer',
      'convolution-layer',
      'pooling-layer',
      'fully-connected-layer',
      'output-layer',
      'classic-networks',
      'applications',
    ],
  },
  {
    slug: 'rnn',
    sections: ['overview', 'structure', 'types', 'lstm', 'lstm-core', 'lstm-step-by-step', 'applications'],
  },
  {
    slug: 'gan',
    sections: [
      'overview',
      'generator-and-discriminator',
      'objectives',
      'equilibrium',
      'training-process',
      'versus-traditional-networks',
      'variants',
      'applications',
    ],
  },
  { slug: 'pai', sections: ['what-is-pai', 'modules', 'first-pipeline', 'deploy-and-schedule'] },
] as const;

/** Slug of a chapter, without its number. */
export type ChapterSlug = (typeof OUTLINE)[number]['slug'];

/** Two-digit number as folders and files carry it: 1 → `01`. */
export function ordinal(n: number): string {
  return String(n).padStart(2, '0');
}

/** Whether a text is the slug of a chapter. */
export function isChapterSlug(text: string): text is ChapterSlug {
  return OUTLINE.some(({ slug }) => slug === text);
}

/** Place of a section in the course: chapter and section counted from 1, or null when there is none of that name. */
export function locateSection(section: string): { chapter: number; section: number } | null {
  const [chapterSlug, sectionSlug] = section.split('/');
  for (const [c, chapter] of OUTLINE.entries()) {
    if (chapter.slug !== chapterSlug) continue;
    const s = [...chapter.sections].map(String).indexOf(sectionSlug ?? '');
    if (s >= 0) return { chapter: c + 1, section: s + 1 };
  }
  return null;
}

/** Folder of a section's chapter under `content/chapters/`, `questions/` and `templates/`: `cnn/pooling-layer` → `03-cnn`. */
export function sourceFolder(section: string): string {
  const [chapter = ''] = section.split('/');
  return `${ordinal(OUTLINE.findIndex(({ slug }) => slug === chapter) + 1)}-${chapter}`;
}
