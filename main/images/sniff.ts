import { extname } from 'node:path';

/** What is inspected. */
export type ReadableFormat = 'jpeg' | 'png' | 'tiff' | 'webp' | 'pdf';
/** Recognised only to say clearly why it is refused. */
export type RefusedFormat = 'bmp' | 'gif' | 'heic' | 'avif' | 'psd' | 'zip' | 'ole' | 'html';
export type FileFormat = ReadableFormat | RefusedFormat;

const readable: readonly string[] = ['jpeg', 'png', 'tiff', 'webp', 'pdf'] satisfies ReadableFormat[];

export function isReadable(format: FileFormat): format is ReadableFormat {
  return readable.includes(format);
}

/** Type of a file by its first bytes; `null` when they are none we know. The name plays no part. */
export function sniffFormat(bytes: Uint8Array): FileFormat | null {
  const ascii = (from: number, length: number) =>
    String.fromCharCode(...bytes.subarray(from, Math.min(from + length, bytes.length)));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (ascii(0, 4) === 'II*\0' || ascii(0, 4) === 'MM\0*') return 'tiff';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 4) === 'WEBP') return 'webp';
  // Readers accept a PDF whose header starts a little later.
  if (ascii(0, 1024).includes('%PDF-')) return 'pdf';
  if (ascii(0, 2) === 'BM' && bytes.length > 26) return 'bmp';
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return 'gif';
  if (ascii(4, 4) === 'ftyp') return /avi[fs]/.test(ascii(8, 4)) ? 'avif' : 'heic';
  if (ascii(0, 4) === '8BPS') return 'psd';
  if (ascii(0, 4) === 'PK\x03\x04') return 'zip';
  if (ascii(0, 4) === '\xd0\xcf\x11\xe0') return 'ole';
  if (/^\s*<(!doctype|html|\?xml|svg)/i.test(ascii(0, 256))) return 'html';
  return null;
}

const formatOfExtension: Record<string, FileFormat> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
  tif: 'tiff',
  tiff: 'tiff',
  webp: 'webp',
  pdf: 'pdf',
  bmp: 'bmp',
  gif: 'gif',
  heic: 'heic',
  heif: 'heic',
  avif: 'avif',
};

/** What a file's name says it is: `null` without an extension, the extension itself when it is none of ours. */
export function claimedFormat(fileName: string): string | null {
  const extension = extname(fileName).slice(1).toLowerCase();
  return extension === '' ? null : (formatOfExtension[extension] ?? extension);
}

/** Whether the bytes stop before the format's own end mark. Only asked after decoding failed. */
export function endsEarly(format: ReadableFormat, bytes: Buffer): boolean {
  switch (format) {
    case 'jpeg':
      return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 4;
    case 'png':
      return !bytes.includes('IEND', Math.max(0, bytes.length - 64 * 1024), 'latin1');
    case 'webp':
      return bytes.length >= 8 && bytes.readUInt32LE(4) + 8 > bytes.length;
    case 'pdf':
      return !bytes.includes('%%EOF', 0, 'latin1');
    case 'tiff':
      // The index of a TIFF may stand anywhere; beyond the end means that the end is missing.
      return bytes.length >= 8 && firstOffset(bytes) >= bytes.length;
  }
}

function firstOffset(bytes: Buffer): number {
  return bytes[0] === 0x49 ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
}
