import { ask, type ExpectedQuery, slip } from './query.ts';

export const ZH: readonly ExpectedQuery[] = [
  ask('PAI是什么', 'pai/what-is-pai'),
  ask('人工智能平台', 'pai/what-is-pai'),
  ask('工作空间', 'pai/what-is-pai'),
  ask('DSW', 'pai/modules'),
  ask('DSW和DLC有什么区别', 'pai/modules'),
  ask('可视化建模', 'pai/modules', 'pai/first-pipeline'),
  ask('PAI-Studio', 'pai/modules'),
  ask('数据标注', 'pai/modules', 'pai/what-is-pai'),
  ask('自动调参', 'pai/modules'),
  ask('心脏病预测', 'pai/first-pipeline'),
  ask('逻辑回归', 'pai/first-pipeline'),
  ask('混淆矩阵', 'pai/first-pipeline'),
  ask('精确率和召回率', 'pai/first-pipeline'),
  ask('AUC怎么算', 'pai/first-pipeline'),
  ask('数据泄漏', 'pai/first-pipeline'),
  ask('EAS', 'pai/deploy-and-schedule', 'pai/modules'),
  ask('模型怎么上线', 'pai/deploy-and-schedule', 'pai/modules'),
  ask('每天晚上自动跑一次', 'pai/deploy-and-schedule'),
  slip('混肴矩阵', '混淆矩阵', 'pai/first-pipeline'),
  slip('逻辑回龟', '逻辑回归', 'pai/first-pipeline'),
];

export const EN: readonly ExpectedQuery[] = [
  ask('what is PAI', 'pai/what-is-pai'),
  ask('workspace', 'pai/what-is-pai'),
  ask('notebook in the cloud', 'pai/modules'),
  ask('Designer', 'pai/modules', 'pai/first-pipeline'),
  ask('logistic regression', 'pai/first-pipeline'),
  ask('confusion matrix', 'pai/first-pipeline'),
  ask('precision and recall', 'pai/first-pipeline'),
  ask('data leakage', 'pai/first-pipeline'),
  ask('deploy a model', 'pai/deploy-and-schedule', 'pai/modules'),
  ask('how is EAS billed', 'pai/deploy-and-schedule'),
  slip('confusion matirx', 'matrix', 'pai/first-pipeline'),
];
