/**
 * Whether a change of the hash leads to a place on this page (the skip link's `#main`, a question of the report) and not to
 * another paper. The address then goes back to what it was, for it says which paper this is.
 */
export function isAnchor(event: HashChangeEvent | undefined): boolean {
  const id = location.hash.slice(1);
  if (event === undefined || id === '' || document.getElementById(id) === null) return false;
  history.replaceState(null, '', event.oldURL);
  return true;
}
