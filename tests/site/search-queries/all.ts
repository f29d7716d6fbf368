/** Every chapter's queries, a language. */
import * as cnn from './cnn.ts';
import * as deepLearning from './deep-learning.ts';
import * as gan from './gan.ts';
import * as mlp from './mlp.ts';
import * as pai from './pai.ts';
import * as rnn from './rnn.ts';

const CHAPTERS = [deepLearning, mlp, cnn, rnn, gan, pai];

export const QUERIES = {
  'zh-CN': CHAPTERS.flatMap(({ ZH }) => ZH),
  en: CHAPTERS.flatMap(({ EN }) => EN),
} as const;
