import { ask, type ExpectedQuery, slip } from './query.ts';

export const ZH: readonly ExpectedQuery[] = [
  ask('循环神经网络', 'rnn/overview', 'rnn/structure', 'rnn/types'),
  ask('隐状态', 'rnn/overview', 'rnn/structure', 'rnn/lstm-core'),
  ask('序列数据', 'rnn/overview', 'rnn/applications'),
  ask('BPTT', 'rnn/structure'),
  ask('梯度裁剪', 'rnn/structure'),
  ask('梯度为什么会爆炸', 'rnn/structure', 'deep-learning/activation-functions'),
  ask('机器翻译属于哪一类循环网络', 'rnn/types', 'rnn/applications'),
  ask('双向循环神经网络', 'rnn/types'),
  ask('编码器解码器', 'rnn/types'),
  ask('长短期记忆网络', 'rnn/lstm', 'rnn/lstm-core'),
  ask('GRU和LSTM的区别', 'rnn/lstm'),
  ask('lstm有几个门', 'rnn/lstm', 'rnn/lstm-core', 'rnn/lstm-step-by-step'),
  ask('细胞状态', 'rnn/lstm-core', 'rnn/lstm-step-by-step'),
  ask('遗忘门', 'rnn/lstm-step-by-step', 'rnn/lstm-core', 'rnn/lstm'),
  ask('时间序列预测', 'rnn/applications'),
  ask('情感分析', 'rnn/types', 'rnn/applications'),
  ask('循環神經網絡', 'rnn/overview', 'rnn/structure', 'rnn/types'),
  slip('遗望门', '遗忘门', 'rnn/lstm-step-by-step', 'rnn/lstm-core', 'rnn/lstm'),
  slip('隐壮态', '隐状态', 'rnn/overview', 'rnn/structure', 'rnn/lstm-core'),
  slip('ltsm', 'lstm', 'rnn/lstm', 'rnn/lstm-core', 'rnn/lstm-step-by-step'),
];

export const EN: readonly ExpectedQuery[] = [
  ask('recurrent neural network', 'rnn/overview', 'rnn/structure', 'rnn/types'),
  ask('hidden state', 'rnn/overview', 'rnn/structure', 'rnn/lstm-core'),
  ask('backpropagation through time', 'rnn/structure'),
  ask('gradient clipping', 'rnn/structure'),
  ask('bidirectional RNN', 'rnn/types'),
  ask('long short-term memory', 'rnn/lstm', 'rnn/lstm-core'),
  ask('forget gate', 'rnn/lstm-step-by-step', 'rnn/lstm-core', 'rnn/lstm'),
  ask('cell state', 'rnn/lstm-core', 'rnn/lstm-step-by-step'),
  ask('time series forecasting', 'rnn/applications'),
  ask('image captioning', 'rnn/types', 'rnn/applications'),
  slip('recurent network', 'recurrent', 'rnn/overview', 'rnn/structure', 'rnn/types'),
];
