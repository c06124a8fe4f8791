import { openSync, type Font } from 'fontkit';
import { findFonts } from '../packs/fonts.ts';

/**
 * Text as SVG outlines, so that a drawing looks the same on every machine whatever fonts it has. Lengths in the
 * units of the drawing.
 */
export interface TextStyle {
  size: number;
  fill?: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  /** Width over height of the letters; seals use narrow ones. */
  stretch?: number;
}

const opened = new Map<string, Font>();

function fontOf(bold: boolean): Font {
  const file = bold ? findFonts().bold : findFonts().regular;
  const font = opened.get(file) ?? openSync(file);
  opened.set(file, font);
  return font;
}

/** One line whose baseline is at `y`. */
export function line(text: string, x: number, y: number, style: TextStyle): string {
  const font = fontOf(style.bold ?? false);
  const scale = style.size / font.unitsPerEm;
  const { glyphs } = font.layout(text);
  const width = glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth * scale, 0);
  let at = x - (style.anchor === 'middle' ? width / 2 : style.anchor === 'end' ? width : 0);
  const outlines = glyphs.map(({ path, advanceWidth }) => {
    const outline = path.scale(scale, -scale).translate(at, y).toSVG();
    at += advanceWidth * scale;
    return outline;
  });
  return `<path fill="${style.fill ?? '#1a1a1a'}" d="${outlines.join('')}"/>`;
}

/** Text broken into lines of at most `charsPerLine`; returns the drawing and where the next line would stand. */
export function paragraph(
  text: string,
  x: number,
  y: number,
  charsPerLine: number,
  leading: number,
  style: TextStyle,
) {
  const lines: string[] = [];
  for (let from = 0; from < text.length; from += charsPerLine)
    lines.push(text.slice(from, from + charsPerLine));
  return {
    svg: lines.map((one, i) => line(one, x, y + i * leading, style)).join(''),
    nextY: y + lines.length * leading,
  };
}

/** Letters standing on a circle from the left over the top to the right, as on a company seal. */
export function arc(
  text: string,
  centreX: number,
  centreY: number,
  radius: number,
  spreadDegrees: number,
  style: TextStyle,
): string {
  const font = fontOf(style.bold ?? false);
  const scale = style.size / font.unitsPerEm;
  const { glyphs } = font.layout(text);
  const step = glyphs.length > 1 ? spreadDegrees / (glyphs.length - 1) : 0;
  const outlines = glyphs.map(({ path, advanceWidth }, i) => {
    const radians = ((i * step - (glyphs.length > 1 ? spreadDegrees / 2 : 0)) * Math.PI) / 180;
    return path
      .scale(scale * (style.stretch ?? 1), -scale)
      .translate((-advanceWidth * scale * (style.stretch ?? 1)) / 2, -radius)
      .rotate(radians)
      .translate(centreX, centreY)
      .toSVG();
  });
  return `<path fill="${style.fill ?? '#1a1a1a'}" d="${outlines.join('')}"/>`;
}
