/** Whether an address's hash names a place on this page, as the skip link's `#main` does. */
export function isPlace(hash: string): boolean {
  return hash.length > 1 && document.getElementById(hash.slice(1)) !== null;
}

/**
 * Whether a change of the hash leads to a place on this page and not to another state or paper. The address then goes back
 * to what it was, for it says which state or paper this is.
 */
export function isAnchor(event: HashChangeEvent | undefined): boolean {
  if (event === undefined || !isPlace(location.hash)) return false;
  history.replaceState(history.state, '', event.oldURL);
  return true;
}
