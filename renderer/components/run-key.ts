/** Runs what stands under the key alone, without Ctrl, Alt or Cmd, and keeps the page from using it too. */
export function runKey(event: KeyboardEvent, actions: Record<string, () => void>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
