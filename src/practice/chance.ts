/** The two places where a practice page draws from real chance: the seed it proposes and the name of an attempt. */

function letters(count: number, alphabet: string): string {
  const draws = crypto.getRandomValues(new Uint32Array(count));
  return Array.from(draws, (draw) => alphabet[draw % alphabet.length] ?? '').join('');
}

/** A seed that can be read aloud: six of the letters and digits that do not look alike. */
export function proposeSeed(): string {
  return letters(6, 'abcdefhkmnprtuvwxy34679');
}

/** Id of a new attempt, `[a-z0-9]{16}`. */
export function newAttemptId(): string {
  return letters(16, 'abcdefghijklmnopqrstuvwxyz0123456789');
}
