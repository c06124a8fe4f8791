import type { Box, Overlay } from '../../preload/contract/index.ts';
import type { PageFacts, PhotoFacts, ScanFacts } from './facts.ts';

/**
 * Lines and boxes that show what was measured. Labels: `subject`, `head`, `head-top`, `page`, `horizon`, `seal`.
 */
export function overlaysOf(facts: PageFacts): Overlay[] {
  return facts.measuredAs === 'photo' ? photoOverlays(facts) : scanOverlays(facts);
}

function photoOverlays({ subject, head }: PhotoFacts): Overlay[] {
  const overlays: Overlay[] = [];
  if (subject) overlays.push(around('box', 'subject', subject));
  if (head) {
    overlays.push(around('box', 'head', head));
    overlays.push({ kind: 'line', label: 'head-top', x1: 0, y1: head.y, x2: 1, y2: head.y });
  }
  return overlays;
}

function scanOverlays({
  page,
  surroundings,
  skewDegrees,
  redSeals,
  widthPx,
  heightPx,
}: ScanFacts): Overlay[] {
  const overlays: Overlay[] = [];
  if (surroundings.length > 0) overlays.push(around('box', 'page', page));
  if (skewDegrees !== null) {
    // A line along the text through the middle, across the whole width.
    const rise = (Math.tan((skewDegrees * Math.PI) / 180) * widthPx) / heightPx / 2;
    overlays.push({ kind: 'line', label: 'horizon', x1: 0, y1: 0.5 - rise, x2: 1, y2: 0.5 + rise });
  }
  for (const { box } of redSeals) overlays.push(around('circle', 'seal', box));
  return overlays;
}

function around(kind: Overlay['kind'], label: string, { x, y, width, height }: Box): Overlay {
  return { kind, label, x1: x, y1: y, x2: x + width, y2: y + height };
}
