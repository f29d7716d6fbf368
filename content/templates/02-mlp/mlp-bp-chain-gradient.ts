/** The gradient of the first weight in a chain of a ReLU neuron and a linear one, its gate open or closed. */
import { defineTemplate } from '#core/question/template.ts';

/** A summand with the sign in front of it. */
const plus = (n: number): string => (n < 0 ? `${n}` : `+${n}`);

/** A factor as it stands inside a formula: negatives in brackets. */
const factor = (n: number): string => (n < 0 ? `(${n})` : `${n}`);

export default defineTemplate({
  kind: 'single',
  section: 'mlp/backpropagation',
  level: 'apply',
  difficulty: 3,
  verified: '2026-11-28',
  source: { origin: 'original', refs: ['seed 二.3'] },
  params: { x: [2, 3], v: [1, 2], b: [-1, 1, -5, -7], w: [-2, 2, 3], t: [1, 5] },
  require: ({ x, v, b, w, t }) => {
    const z = v * x + b;
    return z !== 0 && w * Math.max(0, z) !== t;
  },
  build: ({ x, v, b, w, t }) => {
    const z = v * x + b;
    const open = z > 0;
    const h = Math.max(0, z);
    const error = w * h - t;
    const key = open ? error * w * x : 0;
    const forward = `z=${v}\\times${x}${plus(b)}=${z}`;
    return {
      stem: {
        zh: `一个两层的小网络：$h=\\max(0,w_1x+b_1)$，$y=w_2h$，损失 $L=\\frac12(y-t)^2$。已知 $x=${x}$、$w_1=${v}$、$b_1=${b}$、$w_2=${w}$、$t=${t}$，$L$ 对 $w_1$ 的梯度是多少？`,
        en: `In a small network of two layers, let $h=\\max(0,w_1x+b_1)$, $y=w_2h$ and the loss $L=\\frac12(y-t)^2$. With $x=${x}$, $w_1=${v}$, $b_1=${b}$, $w_2=${w}$, $t=${t}$, what is the gradient of $L$ with respect to $w_1$?`,
      },
      key: {
        value: key,
        why: open
          ? {
              zh: `$${forward}$，ReLU 的斜率是 1；误差 $y-t=${error}$，梯度 $${factor(error)}\\times${factor(w)}\\times1\\times${x}=${key}$。`,
              en: `Since $${forward}$, the slope of ReLU is 1. The error is $y-t=${error}$ and the gradient $${factor(error)}\\times${factor(w)}\\times1\\times${x}=${key}$.`,
            }
          : {
              zh: `$${forward}$ 是负数，ReLU 的斜率是 0，链式法则的乘积含这个因子，梯度就是 0。`,
              en: `Since $${forward}$ is negative, the slope of ReLU is 0, and with that factor in the product of the chain rule the gradient is 0.`,
            },
      },
      distractors: [
        {
          misconception: open ? 'chain-without-first-input' : 'chain-without-relu-gate',
          value: open ? error * w : error * w * x,
          why: open
            ? {
                zh: `$${factor(error)}\\times${factor(w)}=${error * w}$ 是对 $b_1$ 的梯度，对 $w_1$ 还要乘输入 $x=${x}$。`,
                en: `$${factor(error)}\\times${factor(w)}=${error * w}$ is the gradient of $b_1$; that of $w_1$ has the input $x=${x}$ as a factor too.`,
              }
            : {
                zh: `$${factor(error)}\\times${factor(w)}\\times${x}=${error * w * x}$ 漏了 ReLU 的斜率，$z<0$ 时它是 0。`,
                en: `$${factor(error)}\\times${factor(w)}\\times${x}=${error * w * x}$ leaves out the slope of ReLU, which is 0 for $z<0$.`,
              },
        },
        {
          misconception: 'chain-without-outer-weight',
          value: error * x,
          why: {
            zh: `$${factor(error)}\\times${x}=${error * x}$ 漏乘了后一层的权重 $w_2=${w}$。`,
            en: `$${factor(error)}\\times${x}=${error * x}$ leaves out the weight behind, $w_2=${w}$.`,
          },
        },
        {
          misconception: 'chain-error-reversed',
          value: open ? -error * w * x : -error * w,
          why: open
            ? {
                zh: `误差写成了 $t-y=${-error}$，符号反了，照它走损失会上升。`,
                en: `The error was taken as $t-y=${-error}$, with the wrong sign; a step along it would raise the loss.`,
              }
            : {
                zh: `误差写成 $t-y=${-error}$ 又乘 $w_2$，得 $${-error * w}$；ReLU 的斜率是 0，怎么乘都该是 0。`,
                en: `The error was taken as $t-y=${-error}$ and multiplied by $w_2$ to $${-error * w}$; with the slope of ReLU at 0, any product is 0.`,
              },
        },
      ],
      proof: [
        `const x = ${x}, t = ${t};`,
        `const loss = (w) => w.mul(x).add(${b}).relu().mul(${w}).sub(t).square().div(2);`,
        `return tf.grad(loss)(tf.scalar(${v})).dataSync()[0];`,
      ].join('\n'),
    };
  },
});
