import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAppError } from '../../../main/errors.ts';
import { parseImageLimits } from '../../../main/images/index.ts';
import { limits, resourcesDir } from '../../helpers/drawn-images.ts';

const delivered = JSON.parse(await readFile(join(resourcesDir, 'data', 'image-limits.json'), 'utf8'));
const copy = () => structuredClone(delivered);

function failureOf(json: unknown) {
  try {
    parseImageLimits(json);
  } catch (cause) {
    if (isAppError(cause, 'rules.file-invalid')) return cause.failure.params;
    throw cause;
  }
  throw new Error('was accepted');
}

describe('the limits of pictures', () => {
  test('a photo has 800 px on its shorter side unless the provider says otherwise', () => {
    expect(limits.of('owner-photo', null).minShortSidePx).toMatchObject([{ value: 800, severity: 'error' }]);
    const miit = limits.of('owner-photo', 'miit-interface');
    expect(miit.minShortSidePx).toMatchObject([{ value: 600 }]);
    expect(miit.minLongSidePx).toMatchObject([{ value: 800 }]);
  });

  test('a provider nobody knows gets the general limits', () => {
    expect(limits.of('letter', 'no-such-provider')).toEqual(limits.of('letter', null));
  });

  test("a provider's limit for every kind gives way to the one for the kind", () => {
    expect(limits.of('letter', 'tencent-cloud').maxBytes).toMatchObject([{ value: 8388608 }]);
    expect(limits.of('owner-photo', 'tencent-cloud').maxBytes).toMatchObject([{ value: 2097152 }]);
  });

  test('a white background is asked for only where a provider does', () => {
    expect(limits.of('owner-photo', 'huawei-cloud').backgroundColours).toMatchObject([{ value: ['white'] }]);
    expect(limits.of('owner-photo', null).backgroundColours).toEqual([]);
  });

  test('levels stand from the severest to the mildest', () => {
    const order = ['error', 'warning', 'info'];
    for (const kind of Object.keys(delivered.kinds))
      for (const levels of Object.values(limits.of(kind as 'letter', null))) {
        const ranks = levels.map(({ severity }) => order.indexOf(severity));
        expect(ranks).toEqual([...ranks].sort());
      }
  });

  test('a misspelt limit, an unknown source and a missing basis are refused with their place', () => {
    const misspelt = copy();
    misspelt.kinds.letter.minDpl = misspelt.kinds.letter.minDpi;
    expect(failureOf(misspelt)).toMatchObject({ field: expect.stringContaining('kinds.letter') });
    const unsourced = copy();
    unsourced.kinds.letter.colour[0].basis = ['nobody'];
    expect(failureOf(unsourced)).toMatchObject({ field: 'kinds.letter.colour.nobody' });
    const baseless = copy();
    delete baseless.kinds.letter.colour[0].basis;
    expect(failureOf(baseless)).toMatchObject({ field: expect.stringContaining('kinds.letter.colour') });
  });
});
