/** A query as a reader may type it, and the sections (slug without chapter) of which one must be among the first three. */
export interface ExpectedQuery {
  readonly query: string;
  readonly sections: readonly string[];
  /** What the search must have put right, where the query is a slip of the pen. */
  readonly corrected?: string;
}

const ask = (query: string, ...sections: string[]): ExpectedQuery => ({ query, sections });
const slip = (query: string, corrected: string, ...sections: string[]): ExpectedQuery => ({
  query,
  corrected,
  sections,
});

export const ZH_QUERIES: readonly ExpectedQuery[] = [
  // Titles and names of terms
  ask('什么是深度学习', 'what-is-deep-learning'),
  ask('激活函数', 'activation-functions'),
  ask('深度学习框架', 'frameworks'),
  ask('神经网络的组成', 'network-anatomy'),
  ask('梯度下降', 'what-is-deep-learning'),
  ask('过拟合', 'strengths-and-limits'),
  ask('端到端', 'versus-machine-learning'),
  ask('静态图和动态图', 'frameworks', 'choosing-a-framework'),
  ask('自动微分', 'frameworks'),
  ask('隐藏层', 'network-anatomy'),
  ask('交叉熵', 'network-anatomy'),
  ask('梯度消失', 'activation-functions', 'sigmoid', 'tanh'),
  // Other names
  ask('代价函数', 'what-is-deep-learning', 'network-anatomy'),
  ask('步长', 'what-is-deep-learning', 'frameworks'),
  ask('激励函数', 'activation-functions'),
  ask('双曲正切', 'tanh'),
  ask('逻辑函数', 'sigmoid'),
  ask('S型曲线', 'sigmoid'),
  ask('稠密层', 'network-anatomy'),
  ask('净输入', 'neurons-and-networks'),
  ask('autograd', 'frameworks'),
  ask('PCA', 'versus-machine-learning'),
  ask('计算图', 'frameworks', 'choosing-a-framework'),
  ask('显卡', 'strengths-and-limits', 'choosing-a-framework'),
  ask('整流线性单元', 'relu'),
  // English in a Chinese page
  ask('bias', 'neurons-and-networks', 'network-anatomy'),
  ask('transfer learning', 'strengths-and-limits'),
  ask('leaky relu', 'relu'),
  // Slips of the pen
  slip('激活涵数', '激活函数', 'activation-functions'),
  slip('剃度下降', '梯度下降', 'what-is-deep-learning'),
  slip('梯度消逝', '梯度消失', 'activation-functions', 'sigmoid', 'tanh'),
  slip('神精元', '神经元', 'neurons-and-networks', 'network-anatomy'),
  slip('隐臧层', '隐藏层', 'network-anatomy'),
  slip('交叉商', '交叉熵', 'network-anatomy'),
  slip('sigmiod', 'sigmoid', 'sigmoid'),
  slip('tensorfow', 'tensorflow', 'frameworks', 'choosing-a-framework'),
  slip('guonihe', '过拟合', 'strengths-and-limits'),
  // Half words
  ask('激活函', 'activation-functions'),
  ask('pytor', 'frameworks', 'choosing-a-framework'),
  ask('感知', 'neurons-and-networks'),
  // Questions
  ask('为什么要用激活函数', 'activation-functions'),
  ask('sigmoid的导数最大是多少', 'sigmoid'),
  ask('tanh和sigmoid有什么区别', 'tanh'),
  ask('深度学习有哪些缺点', 'strengths-and-limits'),
  ask('机器学习和深度学习的区别是什么', 'versus-machine-learning'),
  ask('应该选哪个框架', 'choosing-a-framework'),
  ask('caffe是谁开发的', 'choosing-a-framework'),
  ask('偏置有什么用', 'neurons-and-networks', 'network-anatomy'),
  ask('全连接层有多少个参数', 'network-anatomy'),
  ask('没有激活函数会怎么样', 'activation-functions'),
  ask('数据太少怎么办', 'strengths-and-limits'),
  ask('怎么识别一只猫', 'versus-machine-learning'),
  ask('神经元死亡是什么意思', 'relu'),
  ask('参数和超参数', 'neurons-and-networks', 'network-anatomy'),
];

export const EN_QUERIES: readonly ExpectedQuery[] = [
  ask('what is deep learning', 'what-is-deep-learning'),
  ask('activation functions', 'activation-functions'),
  ask('gradient descent', 'what-is-deep-learning'),
  ask('overfitting', 'strengths-and-limits'),
  ask('vanishing gradients', 'activation-functions', 'sigmoid', 'tanh'),
  ask('static and dynamic graphs', 'frameworks', 'choosing-a-framework'),
  ask('cross-entropy loss', 'network-anatomy'),
  ask('hidden layer', 'network-anatomy'),
  ask('hyperbolic tangent', 'tanh'),
  ask('logistic function', 'sigmoid'),
  ask('cost function', 'what-is-deep-learning', 'network-anatomy'),
  ask('dense layer', 'network-anatomy'),
  ask('autodiff', 'frameworks'),
  ask('transfer function', 'activation-functions'),
  ask('TPU support', 'choosing-a-framework'),
  ask('dying ReLU', 'relu'),
  slip('sigmod', 'sigmoid', 'sigmoid'),
  slip('intepretability', 'interpretability', 'strengths-and-limits'),
  slip('pytroch', 'pytorch', 'frameworks', 'choosing-a-framework'),
  slip('percepton', 'perceptron', 'neurons-and-networks'),
  ask('hyperparam', 'neurons-and-networks', 'network-anatomy'),
  ask('satur', 'activation-functions', 'sigmoid', 'tanh'),
  ask('why does a network need activation functions', 'activation-functions'),
  ask('what is the bias for', 'neurons-and-networks', 'network-anatomy'),
  ask('disadvantages of deep learning', 'strengths-and-limits'),
  ask('difference between machine learning and deep learning', 'versus-machine-learning'),
  ask('which framework should I choose', 'choosing-a-framework'),
  ask('who wrote caffe', 'choosing-a-framework'),
  ask('how many parameters does a layer have', 'network-anatomy'),
  ask('maximum slope of the sigmoid', 'sigmoid'),
];

/** Queries about nothing here; 的 and the like stand in every page and must not make a find of it. */
export const ZH_NONSENSE: readonly string[] = [
  '红烧肉怎么做',
  '的',
  '今天天气怎么样',
  '北京到上海的高铁',
  '怎么减肥',
  '足球世界杯冠军',
  '魑魅魍魉',
  'asdfghjkl',
  'qwertyuiop',
  '了吗呢',
  '股票明天会涨吗',
  '我的快递到哪里了',
];
export const EN_NONSENSE: readonly string[] = [
  'the of and',
  'asdfghjkl',
  'chocolate cake recipe',
  'football results yesterday',
  'cheap flights to madrid',
  'zxcvbnm',
  'how to get rid of hiccups',
  'xqzzk',
];
