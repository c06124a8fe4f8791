/** Segments an image needs to look right: ICC profile (APP2) and Adobe's colour transform (APP14). */
const keptApps = new Set([0xe0, 0xe2, 0xee]);

/**
 * A JPEG without EXIF, comments and thumbnails (camera, place, time); its compressed pixels stay as they are.
 * Returned unchanged when its segments cannot be followed.
 */
export function withoutMetadata(jpeg: Buffer): Buffer {
  const parts: Buffer[] = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length) {
    if (jpeg[at] !== 0xff) return jpeg;
    const marker = jpeg[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xda) {
      parts.push(jpeg.subarray(at));
      return Buffer.concat(parts);
    }
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    const isApp = marker >= 0xe0 && marker <= 0xef;
    const isComment = marker === 0xfe;
    if (!isComment && (!isApp || keptApps.has(marker))) parts.push(jpeg.subarray(at, end));
    at = end;
  }
  return jpeg;
}
