declare module 'fontkit' {
  interface Path {
    scale(x: number, y: number): Path;
    rotate(radians: number): Path;
    translate(x: number, y: number): Path;
    toSVG(): string;
  }
  interface Run {
    glyphs: { path: Path; advanceWidth: number }[];
  }
  interface Font {
    unitsPerEm: number;
    layout(text: string): Run;
  }
  export function openSync(file: string): Font;
}
