import Calc from '#components/Calc.astro';
import Compare from '#components/Compare.astro';
import Erratum from '#components/Erratum.astro';
import Figure from '#components/Figure.astro';
import Guess from '#components/Guess.astro';
import Note from '#components/Note.astro';
import Reveal from '#components/Reveal.astro';
import Seed from '#components/Seed.astro';
import Term from '#components/Term.astro';
import Trap from '#components/Trap.astro';
import Widget from './Widget.astro';

/** What an author may write in a section; MDX files import nothing. */
export const MDX_COMPONENTS = { Calc, Compare, Erratum, Figure, Guess, Note, Reveal, Seed, Term, Trap, Widget };
