import type { Homography } from '../homography.ts';
import type { Size, Step } from './turn.ts';

/**
 * Turns the page back about its middle.
 *
 * @param skewDegrees how far it is turned clockwise
 * @param keepsSize leave the corners that fall outside away; otherwise the picture grows by white wedges
 */
export function deskew({ width, height }: Size, skewDegrees: number, keepsSize: boolean): Step {
  const angle = (skewDegrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const grown = {
    width: Math.ceil(Math.abs(width * cos) + Math.abs(height * sin) - 1e-6),
    height: Math.ceil(Math.abs(width * sin) + Math.abs(height * cos) - 1e-6),
  };
  const size = keepsSize ? { width, height } : grown;
  const [x, y] = [size.width / 2, size.height / 2];
  const toSource: Homography = [
    cos,
    -sin,
    width / 2 - cos * x + sin * y,
    sin,
    cos,
    height / 2 - sin * x - cos * y,
    0,
    0,
    1,
  ];
  return { ...size, toSource };
}
