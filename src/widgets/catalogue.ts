/** The widgets there are, in teaching order, and the sections each serves (`chapter/section`). */
export const WIDGETS = [
  {
    name: 'activation',
    sections: [
      'deep-learning/activation-functions',
      'deep-learning/sigmoid',
      'deep-learning/tanh',
      'deep-learning/relu',
    ],
  },
  {
    name: 'mlp',
    sections: [
      'deep-learning/what-is-deep-learning',
      'deep-learning/network-anatomy',
      'mlp/perceptron',
      'mlp/multilayer-perceptron',
      'mlp/backpropagation',
    ],
  },
  { name: 'convolution', sections: ['cnn/convolution-layer', 'cnn/pooling-layer'] },
  {
    name: 'gan',
    sections: [
      'gan/overview',
      'gan/generator-and-discriminator',
      'gan/objectives',
      'gan/equilibrium',
      'gan/training-process',
      'gan/versus-traditional-networks',
      'gan/applications',
    ],
  },
] as const;

/** Name of a widget; also its path under `/lab/`. */
export type WidgetName = (typeof WIDGETS)[number]['name'];
