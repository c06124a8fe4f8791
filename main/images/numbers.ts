/** A share 0..1 as whole percent. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

/** A share as whole percent that is not below it: a limit that is exceeded is also exceeded in words. */
export function percentUp(share: number): number {
  return Math.ceil(share * 100);
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

export function roundedUp(value: number, digits: number): number {
  return Math.ceil(value * 10 ** digits) / 10 ** digits;
}

export function roundedDown(value: number, digits: number): number {
  return Math.floor(value * 10 ** digits) / 10 ** digits;
}
