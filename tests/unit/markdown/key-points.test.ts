import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { remarkDisplayMath } from '../../../src/markdown/remark-display-math.ts';
import { remarkHeadingIds } from '../../../src/markdown/remark-heading-ids.ts';
import { type KeyPoints, remarkKeyPoints } from '../../../src/markdown/remark-key-points.ts';
import { remarkLonePhrases } from '../../../src/markdown/remark-lone-phrases.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkDisplayMath)
  .use(remarkLonePhrases)
  .use(remarkHeadingIds)
  .use(remarkKeyPoints);

function keyPoints(text: string, locale: 'zh-CN' | 'en' = 'zh-CN'): KeyPoints {
  const file = new VFile({ value: text, path: `01-x.${locale}.mdx`, data: { astro: { frontmatter: {} } } });
  processor.runSync(processor.parse(file), file);
  return file.data.astro?.frontmatter?.['keyPoints'] as KeyPoints;
}
const texts = (text: string, locale?: 'zh-CN' | 'en') =>
  keyPoints(text, locale).points.map((point) => ('text' in point ? point.text : point.kind));

describe('the key points of a section', () => {
  it('are the facts of the study note, in their own words, without components, links and footnotes', () => {
    const { points, told } = keyPoints(
      '前面。<Seed n={1}>**<Term id="neuron">神经元</Term>**有 <Calc e="pow(2,10)" p={0} /> 个[输入](/chapters/x/)</Seed>[^1]，后面。\n\n[^1]: 注。',
    );
    expect(points).toEqual([{ kind: 'fact', seed: true, label: null, text: '**神经元**有 1024 个输入' }]);
    expect(told).toEqual(['neuron']);
  });

  it('leave out corrections of the note and what an author takes off', () => {
    expect(texts('<Erratum>\n\n<Seed n={1}>笔误</Seed>。\n\n</Erratum>')).toEqual([]);
    expect(texts('{/* no sheet */}<Seed n={1}>只有标题</Seed>。<Seed n={2}>留下</Seed>。')).toEqual(['留下']);
    expect(texts('<Erratum>\n\n应为：{/* sheet */}<Seed n={1}>随机噪声</Seed>。\n\n</Erratum>')).toEqual(['随机噪声']);
  });

  it('take the list that a fact announces', () => {
    expect(texts('<Seed n={4}>共两步：</Seed>\n\n1. 前向；\n2. 反向。')).toEqual(['共两步：\n\n1. 前向；\n2. 反向。']);
  });

  it('are marked sentences, joined where they follow one another', () => {
    expect(texts('甲。{/* sheet */}乙是 $x$，大。丙。')).toEqual(['乙是 $x$，大。']);
    expect(texts('A. {/* sheet */}B, e.g. this one, by S. Smith. {/* sheet */}C is $x$. D.', 'en')).toEqual([
      'B, e.g. this one, by S. Smith. C is $x$.',
    ]);
  });

  it('are marked formulas and traps, under their heading or a label of their own', () => {
    expect(
      keyPoints('## 斜率 $x$ [#slope]\n\n{/* sheet */}\n$$a=b$$\n\n$$c=d$$\n\n{/* sheet: 链 */}\n$$e=f$$').points,
    ).toEqual([
      { kind: 'formula', label: '斜率 $x$', tex: 'a=b' },
      { kind: 'formula', label: '链', tex: 'e=f' },
    ]);
    expect(
      keyPoints('{/* sheet */}\n<Trap>\n\n别漏。真的。\n\n</Trap>\n\n<Trap>\n\n甲。{/* sheet */}乙。\n\n</Trap>')
        .points,
    ).toEqual([
      { kind: 'trap', text: '别漏。真的。' },
      { kind: 'trap', text: '乙。' },
    ]);
  });

  it('are whole tables by a mark, single rows by a fact or a mark in them', () => {
    const table = '| 网 | 年 |\n|---|---|\n| <Seed n={1}>LeNet</Seed> | 1998 |\n| VGG | 2014[^1] |\n\n[^1]: 注。';
    const head = ['网', '年'];
    expect(keyPoints(`## 网络 [#n]\n\n${table}`).points).toEqual([
      { kind: 'rows', seed: true, label: '网络', head, rows: [['LeNet', '1998']] },
    ]);
    expect(keyPoints(`{/* sheet: 五个 */}\n${table}`).points).toEqual([
      {
        kind: 'rows',
        seed: false,
        label: '五个',
        head,
        rows: [
          ['LeNet', '1998'],
          ['VGG', '2014'],
        ],
      },
    ]);
    expect(keyPoints(table.replace('<Seed', '{/* no sheet */}<Seed')).points).toEqual([]);
  });
});
