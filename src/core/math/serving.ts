/** Sums about a model in service: how many instances, how many requests on the new version, how many hours are paid for. */

/**
 * Instances horizontal autoscaling aims at, ⌈current · metric / target⌉.
 *
 * Source: PAI documentation on horizontal auto scaling; the tolerance and the delays it adds are left out.
 *
 * @param current instances running now, > 0
 * @param metric mean value of the metric on one instance now, e.g. requests a second
 * @param target wanted value of that metric, > 0
 */
export function targetInstances(current: number, metric: number, target: number): number {
  return Math.ceil((current * metric) / target);
}

/** Hours that instances run in `days` days when each runs `hoursPerDay`. */
export function runningHours(instances: number, days: number, hoursPerDay: number): number {
  return instances * days * hoursPerDay;
}

/** Trials of a full grid: the product of how many values each hyperparameter may take. */
export function gridTrials(choices: readonly number[]): number {
  return choices.reduce((product, count) => product * count, 1);
}
