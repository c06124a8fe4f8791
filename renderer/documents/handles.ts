import type { Box, Corner, Corners } from '../../preload/contract/index.ts';

export const wholePicture: Box = { x: 0, y: 0, width: 1, height: 1 };
/** Of the picture: handles never lie closer than this. */
const minSide = 0.03;

const clamp = (value: number, from = 0, to = 1) => Math.min(Math.max(value, from), to);

/** Clockwise from the top left one. */
export function cornersOf({ x, y, width, height }: Box): Corners {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

export function boxOf([topLeft, , bottomRight]: Corners): Box {
  const { x, y } = topLeft;
  return { x, y, width: bottomRight.x - x, height: bottomRight.y - y };
}

/** The corners with one moved; as they were when that would fold the page. */
export function moveCorner(corners: Corners, index: number, { x, y }: Corner): Corners {
  const moved = corners.map((corner, i) => (i === index ? { x: clamp(x), y: clamp(y) } : corner)) as Corners;
  return isPage(moved) ? moved : corners;
}

/** A box with one corner moved: its neighbours come along, and the opposite one stays. */
export function moveBoxCorner(corners: Corners, index: number, { x, y }: Corner): Corners {
  const { x: left, y: top, width, height } = boxOf(corners);
  const [right, bottom] = [left + width, top + height];
  const isLeft = index === 0 || index === 3;
  const isTop = index < 2;
  const newLeft = isLeft ? clamp(x, 0, right - minSide) : left;
  const newRight = isLeft ? right : clamp(x, left + minSide, 1);
  const newTop = isTop ? clamp(y, 0, bottom - minSide) : top;
  const newBottom = isTop ? bottom : clamp(y, top + minSide, 1);
  return cornersOf({ x: newLeft, y: newTop, width: newRight - newLeft, height: newBottom - newTop });
}

/** Every corner turns clockwise and none lies on its neighbour. */
function isPage(corners: Corners): boolean {
  return corners.every((corner, i) => {
    const next = corners[(i + 1) % 4]!;
    const after = corners[(i + 2) % 4]!;
    const turn = (next.x - corner.x) * (after.y - next.y) - (next.y - corner.y) * (after.x - next.x);
    return turn > minSide ** 2;
  });
}
