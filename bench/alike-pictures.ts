import { randomBytes } from 'node:crypto';
import { alikePapers, alikePhotos } from '../main/attachments/alike-pictures.ts';
import { timeMs, type Row } from './rows.ts';

/** 300 entities with 20 files each, if every file were a photo; papers are compared with those of one material. */
const photos = 6000;
const papers = 600;
const materials = photos / papers;
const fingerprintHexLength = 280;
const paperCells = 64 * 64;
const goalMs = 20;

const fingerprint = () => randomBytes(fingerprintHexLength / 2).toString('hex');
/** Lines of text, in a few layouts that many companies use; each scan lies a little otherwise. */
const layouts = Array.from({ length: 20 }, () => randomBytes(paperCells));
function paperPrint(): string {
  const layout = layouts[randomBytes(1)[0]! % layouts.length]!;
  const noise = randomBytes(paperCells);
  const cells = layout.map((value, i) => (i % 256 < 128 ? 250 : 150 + (value >> 2) + (noise[i]! >> 3)));
  return Buffer.from(cells).toString('base64');
}

/** Looking for the same photo or scan among those of the whole group. */
export async function run(): Promise<Row[]> {
  return [
    ...(await compared('photos', photos, [alikePhotos()], fingerprint)),
    ...(await compared('papers', papers, Array.from({ length: materials }, alikePapers), paperPrint)),
  ];
}

async function compared(
  what: string,
  count: number,
  groups: { update(prints: ReadonlyMap<string, string>): void }[],
  make: () => string,
): Promise<Row[]> {
  const prints = new Map(Array.from({ length: count }, (_, i) => [String(i), make()]));
  const first = await timeMs(() => {
    for (const group of groups) group.update(prints);
  });
  prints.set('one more', make());
  const again = await timeMs(() => groups[0]!.update(prints));
  return [
    {
      name: `${groups.length} x ${count} ${what} compared with each other`,
      value: first,
      unit: 'ms',
      goal: null,
      ok: null,
    },
    {
      name: `after one more of the ${what}`,
      value: again,
      unit: 'ms',
      goal: `<= ${goalMs}`,
      ok: again <= goalMs,
    },
  ];
}
