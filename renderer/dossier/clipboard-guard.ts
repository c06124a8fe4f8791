/** The few things of a page that guarding its clipboard needs. */
export interface ClipboardPage {
  write(text: string): Promise<void>;
  /** What is on the clipboard, `null` where the page may not look. */
  read(): Promise<string | null>;
  hasFocus(): boolean;
  /** Calls back when the page may have lost sight of the clipboard: it lost focus, or something was copied in it. */
  onLostSight(listener: () => void): () => void;
}

/**
 * Puts a secret on the clipboard and takes it off again after a while if it is still there. A page may look at the
 * clipboard only with a permission; without it, it knows what is there while nobody could have put anything else.
 * Resolves with what became of the secret: `unsure` leaves the clipboard alone, for the person to decide.
 */
export async function lendToClipboard(
  page: ClipboardPage,
  secret: string,
  afterMs: number,
): Promise<{ outcome: Promise<'cleared' | 'replaced' | 'unsure'> }> {
  await page.write(secret);
  let lostSight = false;
  const stop = page.onLostSight(() => (lostSight = true));
  const outcome = new Promise<void>((done) => setTimeout(done, afterMs)).then(async () => {
    stop();
    const held = await page.read().catch(() => null);
    if (held !== null && held !== secret) return 'replaced';
    if (held === null && lostSight) return 'unsure';
    // Only the page in front may write.
    return page.hasFocus()
      ? page.write('').then(
          () => 'cleared' as const,
          () => 'unsure' as const,
        )
      : 'unsure';
  });
  return { outcome };
}

/** The clipboard of this browser window. */
export const windowClipboard: ClipboardPage = {
  write: (text) => navigator.clipboard.writeText(text),
  async read() {
    // Asking would put up a prompt out of the blue, half a minute after the person did anything.
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    return state === 'granted' && document.hasFocus() ? navigator.clipboard.readText() : null;
  },
  hasFocus: () => document.hasFocus(),
  onLostSight(listener) {
    window.addEventListener('blur', listener);
    document.addEventListener('copy', listener);
    document.addEventListener('cut', listener);
    return () => {
      window.removeEventListener('blur', listener);
      document.removeEventListener('copy', listener);
      document.removeEventListener('cut', listener);
    };
  },
};
