import type { Language } from '#core/question/question.ts';

/**
 * Words a question is put with, which no page is about. Chinese phrases of several characters are cut out of what the
 * glossary left over, longest first; single characters count as separators only once words are found, for 的 also stands
 * inside words.
 */
const ZH_PHRASES =
  '有什么用|是什么意思|什么意思|为什么要|是什么|什么是|为什么|有什么|做什么|干什么|干嘛|为何|怎么样|怎么办|怎么|怎样|如何|哪些|哪个|哪种|哪一个|哪一种|哪里|什么时候|什么|多少|是否|是不是|能不能|可不可以|有没有|会不会|要不要|请问|一下|一个|可以|能够|应该|需要|就是|以及|或者|还是|而且|但是|因为|所以|如果|我们|他们|它们|你们|这个|那个|这些|那些|这样|那样|之间|关于|介绍|解释|说明|谢谢|到底|究竟|告诉我|请教|想知道|不懂';
const ZH_SINGLE = '的了是在和与及或也都就还又很吗呢吧啊呀把被给对从到为以有要会能可这那个么之其我你他它们请';

const EN =
  'a an the of to in on at by for with from as is are was were be been being do does did can could should would will may might must it its this that these those there here and or but not no if then than so what which who whom whose when where why how about into over under between me my i you your we our us they them their please tell explain describe mean means meaning work works vs versus enough';

const ZH_PATTERN = new RegExp([...ZH_PHRASES.split('|')].sort((a, b) => b.length - a.length).join('|'), 'gu');
const ZH_SINGLES = new Set(ZH_SINGLE);
const EN_WORDS = new Set(EN.split(' '));

/** Replaces question phrases by a blank; what stands before and after must not run together. */
export function cutQuestionPhrases(text: string): string {
  return text.replace(ZH_PATTERN, ' ');
}

/** Whether a single word carries no meaning of its own in a query of this language; English words count in both. */
export function isStopWord(word: string, language: Language): boolean {
  return EN_WORDS.has(word) || (language === 'zh' && word.length === 1 && ZH_SINGLES.has(word));
}
