/** Characters of GBK, in which the authorities' interface (version 3.0, 2013) passes names and addresses on. */
let characters: Set<string> | null = null;

function gbkCharacters(): Set<string> {
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  return new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)));
}

/** The first character that GBK cannot write, or `undefined`. */
export function outsideGbk(text: string): string | undefined {
  characters ??= gbkCharacters();
  const known = characters;
  return [...text].find((c) => c.codePointAt(0)! > 0x7f && !known.has(c));
}
