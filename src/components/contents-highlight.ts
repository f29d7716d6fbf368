/** Marks in the margin's contents the part of the page being read. */
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('aside.toc a')].map((link) => [link.hash.slice(1), link]),
);

if (links.size > 0 && 'IntersectionObserver' in window) {
  const headings = [...document.querySelectorAll('.prose h2[id]')];
  const mark = (): void => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.35).at(-1);
    for (const [id, link] of links) link.toggleAttribute('data-current', id === passed?.id);
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -65% 0px' });
  for (const heading of headings) observer.observe(heading);
  mark();
}
