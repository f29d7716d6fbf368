/** What a section does beyond what every page does: terms open their definitions, runnable blocks get their button. */
import '#components/run/run-buttons.ts';
import '#components/term-definitions.ts';
