import { headerLie } from './header-lies.ts';
import { hostileFile } from './hostile-files.ts';
import type { Random } from './random.ts';

/** A file to begin with. */
export interface Sample {
  name: string;
  bytes: Buffer;
}

export interface Mutant {
  fileName: string;
  bytes: Buffer;
  /** What was done to which sample. */
  story: string;
}

type Mutation = (bytes: Buffer, random: Random, samples: readonly Sample[]) => Buffer;

const magics = [
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  Buffer.from('II*\0', 'latin1'),
  Buffer.from('MM\0*', 'latin1'),
  Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'),
  Buffer.from('%PDF-1.7\n', 'latin1'),
  Buffer.from('GIF89a', 'latin1'),
];
const extremes = [
  0, 1, 2, 7, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff,
];

const mutations: Record<string, Mutation> = {
  'cut short': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'cut at the end': (bytes, random) => bytes.subarray(0, Math.max(0, bytes.length - random.between(1, 64))),
  'cut at the start': (bytes, random) => bytes.subarray(random.between(1, 64)),
  'bits flipped': (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let n = random.between(1, 32); n > 0 && changed.length > 0; n--)
      changed[random.below(changed.length)]! ^= 1 << random.below(8);
    return changed;
  },
  'bits of the header flipped': (bytes, random) => {
    const changed = Buffer.from(bytes);
    const end = Math.min(changed.length, 700);
    for (let n = random.between(1, 8); n > 0 && end > 0; n--)
      changed[random.below(end)]! ^= 1 << random.below(8);
    return changed;
  },
  'a run overwritten': (bytes, random) => {
    const changed = Buffer.from(bytes);
    const start = random.below(bytes.length);
    const fill = random.pick([0, 0xff, 0x55, random.below(256)]);
    return changed.fill(fill, start, Math.min(bytes.length, start + random.between(1, 2000)));
  },
  'a run of noise': (bytes, random) => {
    const changed = Buffer.from(bytes);
    random.bytes(random.between(1, 400)).copy(changed, random.below(bytes.length));
    return changed;
  },
  'a run taken out': (bytes, random) => {
    const start = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + random.between(1, 3000))]);
  },
  'a run doubled': (bytes, random) => {
    const start = random.below(bytes.length);
    const end = start + random.between(1, 3000);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
  },
  'noise put in': (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), random.bytes(random.between(1, 300)), bytes.subarray(at)]);
  },
  'extreme numbers': (bytes, random) => {
    const changed = Buffer.from(bytes);
    const width = random.pick([1, 2, 4]);
    const end = Math.min(changed.length - width, random.pick([64, 512, changed.length]));
    for (let n = random.between(1, 4); n > 0 && end > 0; n--) {
      const value = random.pick(extremes) % 256 ** width;
      if (random.below(2) === 0) changed.writeUIntBE(value, random.below(end), width);
      else changed.writeUIntLE(value, random.below(end), width);
    }
    return changed;
  },
  'halves of two files': (bytes, random, samples) => {
    const other = random.pick(samples).bytes;
    return Buffer.concat([
      bytes.subarray(0, random.below(bytes.length)),
      other.subarray(random.below(other.length)),
    ]);
  },
  'another file behind': (bytes, random, samples) => Buffer.concat([bytes, random.pick(samples).bytes]),
  'another file before': (bytes, random, samples) =>
    Buffer.concat([random.pick(samples).bytes.subarray(0, random.pick([10, 100, 900, 5000])), bytes]),
  'the first bytes of another format': (bytes, random) => {
    const magic = random.pick(magics);
    return Buffer.concat([magic, bytes.subarray(random.below(2) === 0 ? magic.length : 0)]);
  },
  'almost nothing': (bytes, random) =>
    random.pick([
      Buffer.alloc(0),
      bytes.subarray(0, random.between(1, 30)),
      random.pick(magics),
      random.bytes(200),
    ]),
  'a lie in the header': (bytes, random) => headerLie(bytes, random),
  'several lies in the header': (bytes, random) => headerLie(headerLie(bytes, random), random),
  'a made trap': (bytes, random) => hostileFile(bytes, random),
  untouched: (bytes) => bytes,
};
const names = Object.keys(mutations);
const extensions = ['.jpg', '.png', '.tif', '.webp', '.pdf', '.bmp', '.heic', '', '.JPG.exe'];

/** One case: a sample, one to three mutations, and now and then a wrong name. */
export function mutant(samples: readonly Sample[], random: Random): Mutant {
  const sample = random.pick(samples);
  const chosen = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => random.pick(names));
  // A change to an empty file changes nothing.
  const bytes = chosen.reduce(
    (current, name) => (current.length === 0 ? current : mutations[name]!(current, random, samples)),
    sample.bytes,
  );
  // Most files keep a name that does not contradict them: a contradiction ends the inspection at once.
  const extension = random.below(8) === 0 ? random.pick(extensions) : '';
  return { fileName: `case${extension}`, bytes, story: `${sample.name}: ${chosen.join(', ')}` };
}
