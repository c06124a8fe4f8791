/** First two digits of GB/T 2260 for the 31 regions of the mainland. */
const MAINLAND = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' '),
);

/** Six digits whose first two name one of the 31 regions. Counties are not part of the data. */
export function isMainlandRegion(code: string): boolean {
  return /^\d{6}$/.test(code) && MAINLAND.has(code.slice(0, 2));
}

/** The province of a six-digit code: `310115` -> `310000`; `null` outside the 31 regions. */
export function provinceOfCode(code: string): string | null {
  return isMainlandRegion(code) ? `${code.slice(0, 2)}0000` : null;
}
