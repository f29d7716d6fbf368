/** Marks in the contents the part of the page being read, however the reader got there; a chosen entry closes the sheet. */
const contents = document.getElementById('toc');

if (contents) {
  const entries = [...contents.querySelectorAll('a')].map((link) => ({
    link,
    heading: document.getElementById(link.hash.slice(1)),
  }));
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    const passed = entries.findLast(
      ({ heading }) => heading && heading.getBoundingClientRect().top < innerHeight * 0.35,
    );
    for (const entry of entries) entry.link.ariaCurrent = entry === passed ? 'true' : null;
  };
  addEventListener(
    'scroll',
    () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    },
    { passive: true },
  );
  contents.addEventListener('click', () => {
    if (contents.matches(':popover-open')) contents.hidePopover();
  });
  mark();
}
