import type { Question, QuestionId } from './question.ts';

/**
 * Closes the enemy relation of a bank: whoever is declared an enemy on either side, or is linked through others, is an
 * enemy on both. Variants of a template share their template's enemies and are named by the template's id there.
 * Ids that no item has are left out; the caller reports them.
 */
export function closeEnemies(questions: readonly Question[]): Question[] {
  const group = new Map<QuestionId, QuestionId>();
  const nameOf = (question: Question): QuestionId => question.template ?? question.id;
  const rootOf = (id: QuestionId): QuestionId => {
    let root = id;
    for (let up = group.get(root); up !== undefined && up !== root; up = group.get(root)) root = up;
    return root;
  };
  for (const question of questions) group.set(nameOf(question), nameOf(question));
  for (const question of questions) {
    for (const enemy of question.enemies) if (group.has(enemy)) group.set(rootOf(nameOf(question)), rootOf(enemy));
  }
  const members = new Map<QuestionId, QuestionId[]>();
  for (const id of group.keys()) members.set(rootOf(id), [...(members.get(rootOf(id)) ?? []), id]);
  return questions.map((question) => {
    const all = members.get(rootOf(nameOf(question))) ?? [];
    return { ...question, enemies: all.filter((id) => id !== nameOf(question)).sort() };
  });
}
