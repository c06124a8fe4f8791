import { line } from './lettering.ts';

/** A half-length portrait of nobody. All positions are fractions of the picture, so a test knows what to expect. */
export interface PersonDrawing {
  widthPx: number;
  heightPx: number;
  background: { kind: 'plain'; colour: string; edgeColour?: string } | { kind: 'room' } | { kind: 'stripes' };
  /** Top of the hair. */
  headTop?: number;
  headCentre?: number;
  /** Width of the hair over the width of the picture. */
  headWidth?: number;
  suit?: string;
  hair?: string;
  skin?: string;
}

export function drawPerson(person: PersonDrawing): string {
  const { widthPx: w, heightPx: h, suit = '#2f3b52', hair = '#241d1a', skin = '#e3b491' } = person;
  const centre = (person.headCentre ?? 0.5) * w;
  const hairHalf = ((person.headWidth ?? 0.27) * w) / 2;
  const top = (person.headTop ?? 0.12) * h;
  const headHeight = hairHalf * 2 * 1.32;
  const faceHalf = hairHalf * 0.9;
  const eyes = top + headHeight * 0.52;
  const chin = top + headHeight;
  const shoulders = chin + hairHalf * 0.55;
  const shoulderHalf = hairHalf * 2.5;
  const neckHalf = hairHalf * 0.46;
  const at = (dx: number, y: number) => `${(centre + dx).toFixed(1)} ${y.toFixed(1)}`;
  const both = (draw: (side: -1 | 1) => string) => draw(-1) + draw(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">
  <defs>
    <radialGradient id="face" cx="0.45" cy="0.4" r="0.75">
      <stop offset="0" stop-color="${lighter(skin, 14)}"/><stop offset="1" stop-color="${lighter(skin, -26)}"/>
    </radialGradient>
    <linearGradient id="suit" x1="0" x2="1"><stop offset="0" stop-color="${lighter(suit, 14)}"/>
      <stop offset="1" stop-color="${lighter(suit, -12)}"/></linearGradient>
  </defs>
  ${drawBackground(person)}
  <path fill="url(#suit)" d="M${at(-shoulderHalf, h)}L${at(-shoulderHalf, shoulders + hairHalf * 1.1)}
    Q${at(-shoulderHalf, shoulders + hairHalf * 0.25)} ${at(-neckHalf * 1.6, shoulders - hairHalf * 0.25)}
    L${at(neckHalf * 1.6, shoulders - hairHalf * 0.25)}
    Q${at(shoulderHalf, shoulders + hairHalf * 0.25)} ${at(shoulderHalf, shoulders + hairHalf * 1.1)}L${at(shoulderHalf, h)}Z"/>
  <path fill="#f5f5f2" d="M${at(-neckHalf * 1.5, shoulders - hairHalf * 0.25)}L${at(0, shoulders + hairHalf * 1.7)}
    L${at(neckHalf * 1.5, shoulders - hairHalf * 0.25)}Z"/>
  <path fill="#7c2530" d="M${at(-neckHalf * 0.3, shoulders + hairHalf * 0.25)}L${at(neckHalf * 0.3, shoulders + hairHalf * 0.25)}
    L${at(neckHalf * 0.42, shoulders + hairHalf * 1.4)}L${at(0, shoulders + hairHalf * 1.75)}L${at(-neckHalf * 0.42, shoulders + hairHalf * 1.4)}Z"/>
  <path fill="${lighter(skin, -30)}" d="M${at(-neckHalf, chin - hairHalf * 0.4)}L${at(-neckHalf, shoulders - hairHalf * 0.1)}
    Q${at(0, shoulders + hairHalf * 0.5)} ${at(neckHalf, shoulders - hairHalf * 0.1)}L${at(neckHalf, chin - hairHalf * 0.4)}Z"/>
  <ellipse cx="${centre}" cy="${top + headHeight * 0.44}" rx="${hairHalf}" ry="${headHeight * 0.44}" fill="${hair}"/>
  ${both((side) => `<ellipse cx="${centre + side * faceHalf}" cy="${eyes + headHeight * 0.05}" rx="${faceHalf * 0.1}" ry="${headHeight * 0.09}" fill="${lighter(skin, -18)}"/>`)}
  <ellipse cx="${centre}" cy="${top + headHeight * 0.58}" rx="${faceHalf}" ry="${headHeight * 0.42}" fill="url(#face)"/>
  <path fill="${hair}" d="M${at(-faceHalf, eyes - headHeight * 0.04)}Q${at(-faceHalf * 0.7, eyes - headHeight * 0.3)} ${at(faceHalf * 0.2, eyes - headHeight * 0.27)}
    Q${at(faceHalf * 0.85, eyes - headHeight * 0.25)} ${at(faceHalf, eyes - headHeight * 0.04)}
    L${at(hairHalf, eyes - headHeight * 0.14)}Q${at(hairHalf * 0.9, top + headHeight * 0.02)} ${at(0, top + headHeight * 0.01)}
    Q${at(-hairHalf * 0.9, top + headHeight * 0.02)} ${at(-hairHalf, eyes - headHeight * 0.14)}Z"/>
  ${both(
    (
      side,
    ) => `<path d="M${at(side * faceHalf * 0.2, eyes - headHeight * 0.075)}Q${at(side * faceHalf * 0.42, eyes - headHeight * 0.115)} ${at(side * faceHalf * 0.66, eyes - headHeight * 0.065)}"
      fill="none" stroke="${hair}" stroke-width="${hairHalf * 0.075}" stroke-linecap="round"/>
    <ellipse cx="${centre + side * faceHalf * 0.42}" cy="${eyes}" rx="${faceHalf * 0.19}" ry="${headHeight * 0.03}" fill="#fbfaf8"/>
    <circle cx="${centre + side * faceHalf * 0.42}" cy="${eyes}" r="${headHeight * 0.029}" fill="#2b1d14"/>
    <path d="M${at(side * faceHalf * 0.22, eyes - headHeight * 0.01)}Q${at(side * faceHalf * 0.42, eyes - headHeight * 0.05)} ${at(side * faceHalf * 0.63, eyes)}"
      fill="none" stroke="#3a2a22" stroke-width="${hairHalf * 0.03}"/>`,
  )}
  <path d="M${at(-faceHalf * 0.05, eyes)}L${at(-faceHalf * 0.14, eyes + headHeight * 0.17)}Q${at(0, eyes + headHeight * 0.21)} ${at(faceHalf * 0.14, eyes + headHeight * 0.17)}"
    fill="none" stroke="${lighter(skin, -58)}" stroke-width="${hairHalf * 0.035}" stroke-linecap="round"/>
  <path fill="#b5645a" d="M${at(-faceHalf * 0.3, eyes + headHeight * 0.285)}Q${at(0, eyes + headHeight * 0.255)} ${at(faceHalf * 0.3, eyes + headHeight * 0.285)}
    Q${at(0, eyes + headHeight * 0.35)} ${at(-faceHalf * 0.3, eyes + headHeight * 0.285)}Z"/>
  ${line('样例', centre + shoulderHalf * 0.45, h * 0.95, { size: w * 0.035, fill: '#dfe4ee', bold: true, anchor: 'middle' })}
</svg>`;
}

function drawBackground({ widthPx: w, heightPx: h, background }: PersonDrawing): string {
  switch (background.kind) {
    case 'plain':
      return `<defs><radialGradient id="wall" cx="0.5" cy="0.4" r="0.8"><stop offset="0" stop-color="${background.colour}"/>
        <stop offset="1" stop-color="${background.edgeColour ?? background.colour}"/></radialGradient></defs>
        <rect width="${w}" height="${h}" fill="url(#wall)"/>`;
    case 'stripes':
      return Array.from(
        { length: 16 },
        (_, i) =>
          `<rect x="${(i * w) / 16}" width="${w / 16 + 1}" height="${h}" fill="${i % 2 === 0 ? '#d9cdb6' : '#a98f6c'}"/>`,
      ).join('');
    case 'room':
      return `<rect width="${w}" height="${h}" fill="#d8d2c4"/>
        <rect x="${w * 0.03}" y="${h * 0.05}" width="${w * 0.3}" height="${h * 0.42}" fill="#9cc4dd" stroke="#6b5b4a" stroke-width="${w * 0.015}"/>
        <rect x="${w * 0.72}" width="${w * 0.28}" height="${h}" fill="#7a5a3c"/>
        ${['#b23a3a', '#2f6f8f', '#d9a441', '#4f7f4f', '#5a4b7a'].map((colour, i) => `<rect x="${w * (0.74 + i * 0.05)}" y="${h * 0.08}" width="${w * 0.04}" height="${h * 0.2}" fill="${colour}"/>`).join('')}
        <rect y="${h * 0.72}" width="${w}" height="${h * 0.28}" fill="#8c7458"/>`;
  }
}

/** A `#rrggbb` colour with every channel raised (or lowered) by `by`. */
function lighter(colour: string, by: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) + by);
  return `#${channels.map((v) => Math.max(0, Math.min(255, v)).toString(16).padStart(2, '0')).join('')}`;
}
