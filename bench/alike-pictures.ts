import { randomBytes } from 'node:crypto';
import { alikePapers, alikePhotos } from '../main/attachments/alike-pictures.ts';
import { timeMs, type Row } from './rows.ts';

/** 300 entities with 20 files each, if every file were of one sort. */
const pictures = 6000;
const fingerprintHexLength = 280;
const paperCells = 64 * 64;
const goalMs = 20;

const fingerprint = () => randomBytes(fingerprintHexLength / 2).toString('hex');
/** A white page with lines of text, and of these alone each page has its own. */
function paperPrint(): string {
  const noise = randomBytes(paperCells);
  return Buffer.from(noise.map((value, i) => (i % 256 < 128 ? 250 : 200 + (value >> 4)))).toString('base64');
}

/** Looking for the same photo or scan among those of the whole group. */
export async function run(): Promise<Row[]> {
  return [
    ...(await compared('photos', alikePhotos(), fingerprint)),
    ...(await compared('papers', alikePapers(), paperPrint)),
  ];
}

async function compared(
  what: string,
  alike: { update(prints: ReadonlyMap<string, string>): void },
  make: () => string,
): Promise<Row[]> {
  const prints = new Map(Array.from({ length: pictures }, (_, i) => [String(i), make()]));
  const first = await timeMs(() => alike.update(prints));
  prints.set('one more', make());
  const again = await timeMs(() => alike.update(prints));
  return [
    { name: `${pictures} ${what} compared with each other`, value: first, unit: 'ms', goal: null, ok: null },
    {
      name: `after one more of the ${what}`,
      value: again,
      unit: 'ms',
      goal: `<= ${goalMs}`,
      ok: again <= goalMs,
    },
  ];
}
