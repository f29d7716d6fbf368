/** What every page does once script runs; each part finds its own marks and leaves pages without them alone. */
import '#components/theme-switch.ts';
import '#components/term-definitions.ts';
