import { randomBytes } from 'node:crypto';
import { AlikePhotos } from '../main/attachments/alike-photos.ts';
import { timeMs, type Row } from './rows.ts';

const photos = 6000;
const fingerprintHexLength = 280;
const goalMs = 20;

/** Looking for the same photo among those of 300 entities with 20 files each, if every file were a photo. */
export async function run(): Promise<Row[]> {
  const fingerprint = () => randomBytes(fingerprintHexLength / 2).toString('hex');
  const prints = new Map(Array.from({ length: photos }, (_, i) => [String(i), fingerprint()]));
  const alike = new AlikePhotos();
  const first = await timeMs(() => alike.update(prints));
  prints.set('one more', fingerprint());
  const again = await timeMs(() => alike.update(prints));
  return [
    { name: `${photos} photos compared with each other`, value: first, unit: 'ms', goal: null, ok: null },
    {
      name: 'after one more',
      value: again,
      unit: 'ms',
      goal: `<= ${goalMs}`,
      ok: again <= goalMs,
    },
  ];
}
