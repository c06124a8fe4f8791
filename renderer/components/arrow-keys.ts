/** Moves the focus between links and buttons of a list with the arrow keys, Home and End. Use as `{@attach arrowKeys}`. */
export function arrowKeys(list: HTMLElement): () => void {
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [...list.querySelectorAll<HTMLElement>('[data-row]')];
    const at = stops.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, to))]?.focus();
  };
  list.addEventListener('keydown', move);
  return () => list.removeEventListener('keydown', move);
}
