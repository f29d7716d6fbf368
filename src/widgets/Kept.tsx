import { Component, type ComponentChildren } from 'preact';

interface KeptProps {
  /** What the children are drawn from. */
  readonly by: readonly unknown[];
  readonly children: ComponentChildren;
}

/**
 * Draws its children anew only where `by` has changed.
 *
 * Instead of `useMemo` around an element: such an element keeps the tree it was first part of, with its frame, and two of
 * them that change at different times keep every tree there ever was.
 */
export class Kept extends Component<KeptProps> {
  override shouldComponentUpdate({ by }: KeptProps): boolean {
    return by.length !== this.props.by.length || by.some((value, i) => value !== this.props.by[i]);
  }

  override render({ children }: KeptProps): ComponentChildren {
    return children;
  }
}
