/** What every page does once script runs; each part finds its own marks and leaves pages without them alone. */
import '#components/contents-highlight.ts';
import '#components/copy-button.ts';
import '#components/language-switch.ts';
import '#components/print-button.ts';
import '#components/reading-place.ts';
import '#components/search/open-search.ts';
import '#components/theme-switch.ts';

if (document.querySelector('[data-compare]')) {
  void import('#components/compare-table.ts').then(({ equipCompareTables }) => equipCompareTables());
}
if (document.querySelector('[data-filter-list]')) {
  import('#components/filter-list.ts').then(({ equipFilterLists }) => equipFilterLists());
}
