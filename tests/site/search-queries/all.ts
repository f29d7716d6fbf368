/** Every chapter's queries, a language. */
import * as cnn from './cnn.ts';
import * as deepLearning from './deep-learning.ts';
import * as gan from './gan.ts';
import * as mlp from './mlp.ts';
import * as pai from './pai.ts';
import type { ExpectedQuery } from './query.ts';
import * as rnn from './rnn.ts';

const CHAPTERS = { 'deep-learning': deepLearning, mlp, cnn, rnn, gan, pai };

/** What is asked about a chapter in one language. */
interface ChapterQueries {
  readonly chapter: string;
  readonly queries: readonly ExpectedQuery[];
}

export const QUERIES: Readonly<Record<'zh-CN' | 'en', readonly ChapterQueries[]>> = {
  'zh-CN': Object.entries(CHAPTERS).map(([chapter, { ZH }]) => ({ chapter, queries: ZH })),
  en: Object.entries(CHAPTERS).map(([chapter, { EN }]) => ({ chapter, queries: EN })),
};
