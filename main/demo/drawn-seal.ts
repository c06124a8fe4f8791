import { arc, line } from './lettering.ts';

export interface SealDrawing {
  company: string;
  centreX: number;
  centreY: number;
  /** Outer diameter in the units of the drawing. */
  diameter: number;
  /** 0 even ink .. 1 many gaps. */
  wear?: number;
  colour?: string;
  rotateDegrees?: number;
}

/** A round company seal: ring, name along the arc, star. Marked as a sample where a real one has its number. */
export function drawSeal(seal: SealDrawing): string {
  const { company, centreX, centreY, diameter, wear = 0.3, colour = '#c8201f', rotateDegrees = -6 } = seal;
  const radius = diameter / 2;
  const ring = diameter * 0.028;
  const size = diameter * (company.length > 16 ? 0.088 : 0.105);
  const spread = Math.min(250, company.length * 17);
  return `<g transform="rotate(${rotateDegrees} ${centreX} ${centreY})" opacity="0.86">
    <circle cx="${centreX}" cy="${centreY}" r="${radius - ring / 2}" fill="none" stroke="${colour}" stroke-width="${ring}"/>
    ${arc(company, centreX, centreY, radius * 0.68, spread, { size, fill: colour, bold: true, stretch: 0.8 })}
    <path fill="${colour}" d="${star(centreX, centreY, radius * 0.3)}"/>
    ${line('样例', centreX, centreY + radius * 0.62, { size: diameter * 0.1, fill: colour, bold: true, anchor: 'middle' })}
    ${specks(centreX, centreY, radius, wear)}
  </g>`;
}

function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : radius * 0.382;
    const turn = (i * Math.PI) / 5 - Math.PI / 2;
    return `${(x + r * Math.cos(turn)).toFixed(1)} ${(y + r * Math.sin(turn)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

/** Places where the rubber took no ink; always the same ones, so that a drawing can be compared with another. */
function specks(x: number, y: number, radius: number, wear: number): string {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: Math.round(wear * 260) }, () => {
    const turn = random() * 2 * Math.PI;
    const r = Math.sqrt(random()) * radius;
    const size = radius * (0.004 + random() * 0.016);
    return `<circle cx="${x + r * Math.cos(turn)}" cy="${y + r * Math.sin(turn)}" r="${size}" fill="#fdfcf9"/>`;
  }).join('');
}
