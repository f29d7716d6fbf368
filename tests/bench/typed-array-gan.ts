/**
 * The control for the GAN's speed: the same game in plain loops over Float64Array. D 2-8-8-1 (leaky 0.2), G 2-8-8-2 (ReLU),
 * batch 150, non-saturating loss, Adam; one step is one update of D and one of G. No drawing, no measuring.
 *
 * Self-contained, since it is sent to the browser as text.
 *
 * @param milliseconds how long to train, after a warm-up of 300 steps
 * @returns steps a second
 */
export function trainPlainly(milliseconds: number): number {
  const N = 150;
  const RATE = 0.005;
  interface Layer {
    readonly inputs: number;
    readonly outputs: number;
    readonly leak: number;
    /** Weights row by row, then biases; moments; gradient; what went in and out. */
    readonly p: Float64Array;
    readonly m: Float64Array;
    readonly v: Float64Array;
    readonly g: Float64Array;
    x: Float64Array;
    readonly y: Float64Array;
  }
  let seed = 1;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const layer = (inputs: number, outputs: number, leak: number): Layer => {
    const size = inputs * outputs + outputs;
    return {
      inputs,
      outputs,
      leak,
      p: Float64Array.from({ length: size }, (_, i) => (i < inputs * outputs ? (random() - 0.5) * 1.5 : 0)),
      m: new Float64Array(size),
      v: new Float64Array(size),
      g: new Float64Array(size),
      x: new Float64Array(0),
      y: new Float64Array(2 * N * outputs),
    };
  };
  const D = [layer(2, 8, 0.2), layer(8, 8, 0.2), layer(8, 1, 1)];
  const G = [layer(2, 8, 0), layer(8, 8, 0), layer(8, 2, 1)];
  const at = (list: Float64Array, i: number): number => list[i] ?? 0;

  const forward = (layers: readonly Layer[], rows: Float64Array, count: number): Float64Array => {
    let x = rows;
    for (const one of layers) {
      const { inputs, outputs, leak, p, y } = one;
      one.x = x;
      for (let n = 0; n < count; n++) {
        for (let j = 0; j < outputs; j++) {
          let sum = at(p, inputs * outputs + j);
          for (let i = 0; i < inputs; i++) sum += at(x, n * inputs + i) * at(p, i * outputs + j);
          y[n * outputs + j] = sum > 0 ? sum : sum * leak;
        }
      }
      x = y;
    }
    return x;
  };
  const backward = (layers: readonly Layer[], slope: Float64Array, count: number, learn: boolean): Float64Array => {
    let back = slope;
    for (let l = layers.length - 1; l >= 0; l--) {
      const one = layers[l];
      if (one === undefined) break;
      const { inputs, outputs, leak, p, g, x, y } = one;
      if (learn) g.fill(0);
      const next = new Float64Array(count * inputs);
      for (let n = 0; n < count; n++) {
        for (let j = 0; j < outputs; j++) {
          const d = at(back, n * outputs + j) * (at(y, n * outputs + j) > 0 ? 1 : leak);
          if (learn) g[inputs * outputs + j] = at(g, inputs * outputs + j) + d;
          for (let i = 0; i < inputs; i++) {
            if (learn) g[i * outputs + j] = at(g, i * outputs + j) + at(x, n * inputs + i) * d;
            next[n * inputs + i] = at(next, n * inputs + i) + at(p, i * outputs + j) * d;
          }
        }
      }
      back = next;
    }
    return back;
  };
  const adam = (layers: readonly Layer[], time: number): void => {
    for (const { p, m, v, g } of layers) {
      for (let i = 0; i < p.length; i++) {
        m[i] = 0.5 * at(m, i) + 0.5 * at(g, i);
        v[i] = 0.999 * at(v, i) + 0.001 * at(g, i) ** 2;
        p[i] = at(p, i) - (RATE * (at(m, i) / (1 - 0.5 ** time))) / (Math.sqrt(at(v, i) / (1 - 0.999 ** time)) + 1e-8);
      }
    }
  };
  const sigmoid = (s: number): number => 1 / (1 + Math.exp(-s));

  const step = (time: number): void => {
    const both = new Float64Array(4 * N);
    for (let n = 0; n < N; n++) {
      const angle = 2 * Math.PI * random();
      const radius = 0.05 * Math.sqrt(-2 * Math.log(1 - random()));
      const turn = 2 * Math.PI * random();
      both[2 * n] = 0.9 * Math.cos(angle) + radius * Math.cos(turn);
      both[2 * n + 1] = 0.9 * Math.sin(angle) + radius * Math.sin(turn);
    }
    const noise = Float64Array.from({ length: 2 * N }, () => 2 * random() - 1);
    const fake = forward(G, noise, N).slice(0, 2 * N);
    both.set(fake, 2 * N);
    const scores = forward(D, both, 2 * N);
    const slope = Float64Array.from({ length: 2 * N }, (_, n) => (sigmoid(at(scores, n)) - (n < N ? 1 : 0)) / N);
    backward(D, slope, 2 * N, true);
    adam(D, time);
    const judged = forward(D, fake, N);
    const pull = Float64Array.from({ length: N }, (_, n) => (sigmoid(at(judged, n)) - 1) / N);
    backward(G, backward(D, pull, N, false), N, true);
    adam(G, time);
  };

  let time = 0;
  while (time < 300) step(++time);
  const start = performance.now();
  const first = time;
  while (performance.now() - start < milliseconds) step(++time);
  return ((time - first) * 1000) / (performance.now() - start);
}
