import { ask, type ExpectedQuery, slip } from './query.ts';

export const ZH: readonly ExpectedQuery[] = [
  ask('感知机', 'mlp/perceptron', 'deep-learning/neurons-and-networks'),
  ask('感知机学习规则', 'mlp/perceptron'),
  ask('线性可分', 'mlp/perceptron'),
  ask('异或', 'mlp/perceptron', 'mlp/multilayer-perceptron'),
  ask('为什么单个神经元做不了异或', 'mlp/perceptron', 'mlp/multilayer-perceptron'),
  ask('多层感知机', 'mlp/multilayer-perceptron'),
  ask('万能近似定理', 'mlp/multilayer-perceptron'),
  ask('早停', 'mlp/multilayer-perceptron'),
  ask('dropout', 'mlp/multilayer-perceptron', 'cnn/fully-connected-layer'),
  ask('反向传播', 'mlp/backpropagation'),
  ask('误差怎样往回传', 'mlp/backpropagation'),
  ask('链式法则', 'mlp/backpropagation'),
  ask('BP神经网络的学习步骤', 'mlp/backpropagation'),
  ask('一个epoch有多少步', 'mlp/backpropagation'),
  ask('多層感知機', 'mlp/multilayer-perceptron'),
  slip('反向传波', '反向传播', 'mlp/backpropagation'),
  slip('感知鸡', '感知机', 'mlp/perceptron', 'deep-learning/neurons-and-networks', 'mlp/multilayer-perceptron'),
];

export const EN: readonly ExpectedQuery[] = [
  ask('perceptron learning rule', 'mlp/perceptron'),
  ask('linearly separable', 'mlp/perceptron'),
  ask('why can one neuron not do XOR', 'mlp/perceptron', 'mlp/multilayer-perceptron'),
  ask('multilayer perceptron', 'mlp/multilayer-perceptron'),
  ask('universal approximation', 'mlp/multilayer-perceptron'),
  ask('backpropagation', 'mlp/backpropagation'),
  ask('chain rule', 'mlp/backpropagation'),
  ask('steps per epoch', 'mlp/backpropagation'),
  slip('backpropogation', 'backpropagation', 'mlp/backpropagation'),
  slip('multilayer percepton', 'perceptron', 'mlp/multilayer-perceptron'),
  ask('how does the error travel backwards', 'mlp/backpropagation'),
  ask('how many hidden layers do I need', 'mlp/multilayer-perceptron', 'deep-learning/network-anatomy'),
  ask('when should I stop training', 'mlp/multilayer-perceptron'),
];
