/**
 * Holds the checks against a folder of labelled pictures: `npm run eval -- FOLDER [--json]`. FOLDER has a LABELS.json
 * with lists of `portraits` and `scans`. Prints a table of the figures and their goals with the files that were judged
 * wrongly below each. With `--json` the table goes to stderr, and stdout has an `Evaluation`.
 */
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { loadImageLimits } from '../../main/images/index.ts';
import { evaluate } from './evaluate.ts';
import { readLabels, UnusableLabels } from './labels.ts';
import { tableOf } from './table.ts';

sharp.concurrency(1);
sharp.cache(false);

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const asJson = process.argv.includes('--json');

try {
  if (folder === undefined) throw new UnusableLabels('usage: npm run eval -- FOLDER [--json]');
  const labels = await readLabels(folder);
  const limits = await loadImageLimits(fileURLToPath(new URL('../../resources', import.meta.url)));
  const evaluation = await evaluate(folder, labels, limits);
  (asJson ? console.error : console.log)(tableOf(evaluation));
  if (asJson) console.log(JSON.stringify(evaluation, null, 2));
} catch (cause) {
  if (!(cause instanceof UnusableLabels)) throw cause;
  console.error(cause.message);
  process.exitCode = 2;
}
