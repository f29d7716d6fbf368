import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog: the browser keeps focus inside, Escape closes, focus returns to where it was. */
export function Modal({ title, onClose, children }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closed by one of our buttons it is only taken off the page, and the browser would leave the focus nowhere.
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} class="exam-dialog" aria-labelledby="dialog-title" onClose={() => dialog.current && onClose()}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
