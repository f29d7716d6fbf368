import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Player } from '#widgets/Player.tsx';

/** The buttons of a player whose value stands at `value` of 0 … 3, as `name: pressed in vain`. */
function steps(value: number, endless = false): string[] {
  const nothing = (): void => undefined;
  const html = renderToString(
    h(Player, {
      t: (key: string) => key,
      label: '',
      value,
      min: 0,
      max: 3,
      endless,
      step: 1,
      text: '',
      playing: false,
      speed: 0,
      disabled: false,
      onStep: nothing,
      onSeek: nothing,
      onPlay: nothing,
      onSpeed: nothing,
      onReset: nothing,
    }),
  );
  const buttons = html.match(/<button[^>]*>/g) ?? [];
  expect(buttons.filter((button) => / disabled/.test(button))).toEqual([]);
  return buttons.flatMap((button) => {
    const [, inVain] = /aria-disabled="(\w+)"/.exec(button) ?? [];
    return inVain === undefined ? [] : [`${/aria-label="([^"]*)"/.exec(button)?.[1]}: ${inVain}`];
  });
}

describe('the control line', () => {
  it('tells a step that leads nowhere without disabling its button, which would lose the focus', () => {
    expect(steps(0)).toEqual(['lab.back: true', 'lab.forward: false']);
    expect(steps(2)).toEqual(['lab.back: false', 'lab.forward: false']);
    expect(steps(3)).toEqual(['lab.back: false', 'lab.forward: true']);
    expect(steps(3, true)).toEqual(['lab.back: false', 'lab.forward: false']);
  });
});
