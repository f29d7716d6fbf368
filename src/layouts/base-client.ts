/** What every page does once script runs; each part finds its own marks and leaves pages without them alone. */
import '#components/contents-highlight.ts';
import '#components/copy-button.ts';
import '#components/language-switch.ts';
import '#components/print-button.ts';
import '#components/reading-place.ts';
import '#components/search/open-search.ts';
import '#components/theme-switch.ts';

const compare = document.querySelector('[data-compare]');
if (compare) {
  const watch = new IntersectionObserver(
    async ([entry]) => {
      if (!entry?.isIntersecting) return;
      watch.disconnect();
      (await import('#components/compare-table.ts')).equipCompareTables();
    },
    // Early enough that the controls are there when the table comes into view.
    { rootMargin: '300px' },
  );
  watch.observe(compare);
}
if (document.querySelector('[data-filter-list]')) {
  import('#components/filter-list.ts').then(({ equipFilterLists }) => equipFilterLists());
}
