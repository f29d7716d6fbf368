/** The site's rooms as header, menu and footer name them: where each begins, its message, and what lies in it. */
export const ROOMS = [
  ['/chapters/deep-learning/', 'nav.chapters', '/chapters/'],
  ['/exam/', 'nav.exam', '/exam/'],
  ['/questions/', 'nav.questions', '/questions/'],
  ['/lab/', 'nav.lab', '/lab/'],
  ['/glossary/', 'nav.glossary', '/glossary/'],
] as const;
