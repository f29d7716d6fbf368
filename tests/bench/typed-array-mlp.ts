/**
 * The opening training of the mlp widget as a plain loop over Float64Array, for the browser: 2-4-2-1, tanh, squared error, SGD
 * 0.03, 250 points in batches of 10. Stands alone, since it is sent to the page as text.
 *
 * @returns epochs a second
 */
export function trainMlpPlainly(epochs: number): number {
  const points = new Float64Array(500);
  const targets = new Float64Array(250);
  for (let i = 0; i < 250; i++) {
    targets[i] = i % 2 === 0 ? 1 : -1;
    const radius = i % 2 === 0 ? 2.5 * ((i * 0.37) % 1) : 3.5 + 1.5 * ((i * 0.61) % 1);
    points[2 * i] = radius * Math.cos(i * 2.4);
    points[2 * i + 1] = radius * Math.sin(i * 2.4);
  }
  const sizes = [2, 4, 2, 1];
  const weights = sizes.slice(1).map((size, l) => {
    const wide = (sizes[l] ?? 0) + 1;
    return Float64Array.from({ length: size * wide }, (_, i) =>
      i % wide === wide - 1 ? 0 : Math.sin(i * 12.9 + l) * 0.7,
    );
  });
  const gradients = weights.map((layer) => new Float64Array(layer.length));
  const values = sizes.map((size) => new Float64Array(size));
  const deltas = sizes.map((size) => new Float64Array(size));
  const at = (list: Float64Array | undefined, i: number): number => list?.[i] ?? 0;
  const learn = (n: number): void => {
    const [input] = values;
    input?.set([at(points, 2 * n), at(points, 2 * n + 1)]);
    for (const [l, w] of weights.entries()) {
      const below = values[l];
      const here = values[l + 1];
      if (below === undefined || here === undefined) return;
      const wide = below.length + 1;
      for (let j = 0; j < here.length; j++) {
        let z = at(w, j * wide + wide - 1);
        for (let i = 0; i < below.length; i++) z += at(w, j * wide + i) * at(below, i);
        here[j] = Math.tanh(z);
      }
    }
    const y = at(values[3], 0);
    deltas[3]?.fill((y - at(targets, n)) * (1 - y * y));
    for (let l = weights.length - 1; l >= 0; l--) {
      const [w, g, below, delta, back] = [weights[l], gradients[l], values[l], deltas[l + 1], deltas[l]];
      if (g === undefined || below === undefined || delta === undefined || back === undefined) return;
      const wide = below.length + 1;
      back.fill(0);
      for (let j = 0; j < delta.length; j++) {
        const d = at(delta, j);
        for (let i = 0; i < below.length; i++) {
          g[j * wide + i] = at(g, j * wide + i) + d * at(below, i);
          back[i] = at(back, i) + d * at(w, j * wide + i);
        }
        g[j * wide + wide - 1] = at(g, j * wide + wide - 1) + d;
      }
      for (let i = 0; i < below.length; i++) back[i] = at(back, i) * (1 - at(below, i) ** 2);
    }
  };
  const epoch = (): void => {
    for (let n = 0; n < 250; n++) {
      learn(n);
      if (n % 10 !== 9) continue;
      for (const [l, w] of weights.entries()) {
        const g = gradients[l];
        for (let i = 0; i < w.length; i++) w[i] = at(w, i) - 0.003 * at(g, i);
        g?.fill(0);
      }
    }
  };
  for (let i = 0; i < epochs / 4; i++) epoch();
  const start = performance.now();
  for (let i = 0; i < epochs; i++) epoch();
  return (1000 * epochs) / (performance.now() - start);
}
