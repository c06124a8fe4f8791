import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { beforeEach, describe, expect, test } from 'vitest';
import { writePack } from '../../../main/packs/write.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { printedMaterials } from './form-variants.ts';
import { demand, sampleDocuments, sampleInput } from './pack-samples.ts';

// Apache PDFBox Preflight, an independent validator of PDF/A-1b: the only one in Debian's, npm's or PyPI's registries.

const jars = [
  'preflight',
  'pdfbox2',
  'pdfbox2-tools',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'jaxb-api',
  'javax.activation',
].map((name) => `/usr/share/java/${name}.jar`);

/** What PDF/A-2b, which packs are, does not ask for or allows. */
const onlyInPart1 = [
  /part must be 1/,
  // ISO 19005-2, 6.2.11.4.2: the list of glyphs may be left out.
  /CIDSet entry is missing/,
  // Drafts and watermarks are pale.
  /transparency|CA key|ca key|SMask/i,
];

function faultsOf(file: string): string[] {
  const { stdout } = spawnSync(
    'java',
    ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file],
    { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  );
  expect(stdout).toMatch(/is (not )?a valid PDF\/A-1b file/);
  return stdout.split('\n').filter((line) => /^\d+(\.\d+)* : /.test(line));
}

describe('PDFBox Preflight', { timeout: 90_000 }, () => {
  beforeEach((context) => {
    const missing = jars.filter((jar) => !existsSync(jar));
    if (spawnSync('java', ['-version']).error) context.skip('not installed: java');
    if (missing.length > 0) context.skip(`not installed: ${missing.join(', ')}`);
  });

  test.each([
    ['a pack with every form', { materials: printedMaterials.map((material) => demand(material)) }],
    ['a draft with a watermark', { draft: true, options: { watermark: '仅供备案使用', twoSided: true } }],
  ])('finds nothing in %s that PDF/A-2b forbids', async (_, options) => {
    const folder = await tempFolder();
    const documents = await sampleDocuments(folder);
    await writePack(sampleInput({ ...options, documents, draft: true }), join(folder, 'out'));
    const faults = faultsOf(join(folder, 'out', 'pack.pdf'));
    // Were it not to look into fonts, it would not miss the lists of glyphs.
    expect(faults.join('\n')).toContain('CIDSet');
    expect(faults.filter((fault) => !onlyInPart1.some((part) => part.test(fault)))).toEqual([]);
  });

  test('finds the faults of a file that is none', async () => {
    const file = join(await tempFolder(), 'plain.pdf');
    const pdf = new PDFDocument();
    const out = createWriteStream(file);
    pdf.pipe(out);
    pdf.text('plain');
    pdf.end();
    await once(out, 'finish');
    const faults = faultsOf(file).filter((fault) => !onlyInPart1.some((part) => part.test(fault)));
    expect(faults.length).toBeGreaterThan(1);
  });
});
