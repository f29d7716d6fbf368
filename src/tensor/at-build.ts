import type { Model, Ops } from './model.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Answers a question at build, for a page's first picture. One process renders all pages and TensorFlow.js has one backend a
 * process, so answers are computed one after another: none changes the backend under another.
 *
 * @param load of the model's own backend
 */
export function answerAtBuild<Question, Answer>(
  load: () => Promise<Ops>,
  model: Model<Question, Answer>,
  question: Question,
): Promise<Answer> {
  const answer = last.then(async () => {
    const session = model.open(await load());
    const work = session.answer(question);
    let next = work.next();
    while (!next.done) next = work.next();
    session.dispose();
    return next.value;
  });
  last = answer.catch(() => undefined);
  return answer;
}
