import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerOf, QuestionOf } from '#tensor/model.ts';
import type { TensorFailure } from '#tensor/protocol.ts';
import { openModel } from './engine.ts';
import type { MODELS } from './worker.ts';

type Models = typeof MODELS;
type ModelNamed<Name extends keyof Models> = Awaited<ReturnType<Models[Name]>>['model'];

/** What a view knows of its model. */
export interface ModelView<Question, Answer> {
  /** The latest frame, or null before the first: until then the page shows what the build drew. */
  readonly frame: Answer | null;
  readonly failure: TensorFailure | null;
  /** Whether the latest question has its whole answer; false while intermediate frames arrive. */
  readonly settled: boolean;
  /** Asks anew; takes the place of a question not yet answered. */
  ask(question: Question): void;
  /** Withdraws the question on the way: the last frame stands. */
  cancel(): void;
}

/**
 * A widget's line to its model, open while the widget is mounted. Nothing is loaded before the first question.
 *
 * @param onFailure called once for each failure, so that a view can stop what it was playing
 */
export function useModel<Name extends keyof Models & string>(
  name: Name,
  onFailure: () => void,
): ModelView<QuestionOf<ModelNamed<Name>>, AnswerOf<ModelNamed<Name>>> {
  const [frame, setFrame] = useState<AnswerOf<ModelNamed<Name>> | null>(null);
  const [failure, setFailure] = useState<TensorFailure | null>(null);
  const [settled, setSettled] = useState(true);
  const line = useRef<ReturnType<typeof openModel<Name>> | null>(null);
  const failed = useRef(onFailure);
  failed.current = onFailure;
  useEffect(() => {
    const opened = openModel(name, {
      onAnswer: (answer, done) => {
        setFailure(null);
        setFrame(() => answer);
        setSettled(done);
      },
      onFailure: (lost) => {
        setFailure(lost);
        setSettled(true);
        failed.current();
      },
    });
    line.current = opened;
    return () => opened.close();
  }, [name]);
  return {
    frame,
    failure,
    settled,
    ask(question) {
      setSettled(false);
      line.current?.ask(question);
    },
    cancel() {
      setSettled(true);
      line.current?.cancel();
    },
  };
}
