import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawLetter, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { evaluate, type Evaluation } from '../../../tools/eval/evaluate.ts';
import { readLabels, UnusableLabels } from '../../../tools/eval/labels.ts';
import { tableOf } from '../../../tools/eval/table.ts';
import { limits, person, sampleLetter } from '../../helpers/drawn-images.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const portraitLabel = {
  colour: true,
  single_colour_background: true,
  head_top_pct: 10,
  verdict_pass: true,
  verdict_certain: true,
  sharp: true,
};

const folder = await mkdtemp(join(tmpdir(), 'beian-test-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let evaluation: Evaluation;
const rowOf = (name: string) => evaluation.rows.find((row) => row.name === name)!;

beforeAll(async () => {
  const photo = await renderDrawing(person({ headTop: 0.1 }));
  const grey = await sharp(photo).greyscale().jpeg().toBuffer();
  const letter = await renderDrawing(drawLetter(sampleLetter));
  const labels = {
    about: { made: 'today' },
    portraits: [
      { file: 'portraits/good.jpg', ...portraitLabel },
      // Said to be in colour, and is not.
      { file: 'portraits/grey.jpg', ...portraitLabel, verdict_pass: false },
      { file: 'portraits/broken.jpg', ...portraitLabel },
      { file: 'portraits/gone.jpg', ...portraitLabel },
      { file: 'portraits/odd.jpg', colour: 'yes' },
      'portraits/no-label.jpg',
    ],
    scans: [
      { file: 'sealed.jpg', colour: true, has_red_seal: true, skew_deg: 0, skew_scorable: true },
      { file: 'sealed.jpg', colour: false },
    ],
  };
  const files = {
    'LABELS.json': JSON.stringify(labels),
    'portraits/good.jpg': photo,
    'portraits/grey.jpg': grey,
    'portraits/broken.jpg': photo.subarray(0, 2000),
    'portraits/odd.jpg': photo,
    'portraits/extra.jpg': photo,
    'sealed.jpg': letter,
  };
  await mkdir(join(folder, 'portraits'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  evaluation = await evaluate(folder, await readLabels(folder), limits);
}, 60_000);

describe('an evaluation', () => {
  test('gives numbers, their goals and whether they are met', () => {
    const row = rowOf('head top on plain backgrounds, of the height');
    expect(row).toMatchObject({ outcome: 'met', files: 2 });
    const [median] = row.figures;
    expect(median).toMatchObject({ name: 'median', unit: '%', goal: { atMost: 0.5 }, met: true });
    expect(median!.value).toBeLessThan(0.5);
  });

  test('names the files that were judged otherwise than their label', () => {
    const row = rowOf('colour or monochrome');
    expect(row).toMatchObject({ files: 3 });
    expect(row.confusions).toEqual([{ file: 'portraits/grey.jpg', what: 'missed', note: 'found grey' }]);
    expect(rowOf('photo verdict, certain ones')).toMatchObject({
      outcome: 'met',
      figures: [{ name: 'balanced', value: 1, met: true }, { value: 1 }, { value: 1 }],
    });
  });

  test('says what cannot be measured because nothing is labelled for it', () => {
    // All labelled ones are sealed: how many false alarms there are nobody knows.
    expect(rowOf('red seal on scans')).toMatchObject({
      outcome: 'not measured',
      files: 1,
      figures: [
        { name: 'balanced', value: null, met: null },
        { name: 'found', value: 1 },
        { name: 'spared', value: null },
      ],
    });
    expect(rowOf('glare')).toMatchObject({ outcome: 'not measured', files: 0 });
  });

  test('lists files and labels it cannot use, and goes on', () => {
    expect(evaluation.odd).toEqual([
      { file: 'portraits/gone.jpg', reason: 'labelled, but not there' },
      { file: 'portraits/odd.jpg', reason: expect.stringMatching(/^colour: /) },
      { file: '"portraits/no-label.jpg"', reason: expect.stringMatching(/^label: /) },
      { file: 'sealed.jpg', reason: 'labelled twice' },
      { file: 'portraits/extra.jpg', reason: 'without a label' },
      { file: 'portraits/broken.jpg', reason: 'cannot be read: files.truncated' },
    ]);
  });

  test('counts each goal once and prints it', () => {
    const { met, missed, notMeasured } = evaluation.sum;
    expect(met + missed + notMeasured).toBe(
      evaluation.rows.filter(({ outcome }) => outcome !== 'no goal').length,
    );
    const table = tableOf(evaluation);
    expect(table).toContain('balanced not measured (goal >= 0.96), found 1');
    expect(table).toContain('    portraits/grey.jpg missed found grey');
    expect(table).toContain('not used: portraits/broken.jpg cannot be read: files.truncated');
    expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
  });
});

test.each([
  ['no LABELS.json', null],
  ['text that is no JSON', '{ portraits'],
  ['a list', '[]'],
  ['portraits that are no list', '{ "portraits": {} }'],
])('a folder with %s is turned down with a sentence', async (_, labels) => {
  const unusable = await tempFolder();
  if (labels !== null) await writeFile(join(unusable, 'LABELS.json'), labels);
  await expect(readLabels(unusable)).rejects.toThrow(UnusableLabels);
});
