import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { preflightItem } from '../../../main/packs/preflight.ts';
import { isSound } from '../../../main/packs/verify/read-back.ts';
import { previewPack, writePack } from '../../../main/packs/write.ts';
import type { Finding, PackManifest, PreflightItem } from '../../../preload/contract/index.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  demand,
  documentOf,
  drawCard,
  drawLicence,
  drawPage,
  sampleInput,
  truncate,
  type SampleOptions,
} from './pack-samples.ts';

/** Defects that are there before anything is written: what each looks like, and what has to be said of it. */
interface Defect {
  code: string;
  severity: PreflightItem['severity'];
  says: string;
  make: (
    folder: string,
  ) => Promise<SampleOptions & { findings?: Finding[] }> | (SampleOptions & { findings?: Finding[] });
}

const finding = (severity: 'error' | 'warning', zh: string): Finding => ({
  ruleId: '310000-licence-12m',
  check: 'validity',
  code: 'expired',
  severity,
  params: {},
  path: 'entity.certificate.validTo',
  message: { 'zh-CN': zh, en: zh },
  fix: null,
  sources: [],
});

const licence = async (
  folder: string,
  options: { width?: number; isGrey?: boolean; issuedOn?: string } = {},
) => {
  const file = join(folder, 'licence.jpg');
  const picture = drawLicence(options.width ?? 2480, Math.round((options.width ?? 2480) / 1.414));
  await (options.isGrey ? picture.greyscale() : picture).jpeg().toFile(file);
  return documentOf(file, 'cert-business-licence', 'entity');
};

const letterOf = async (folder: string, issuedOn: string, facts: Record<string, unknown> = {}) => {
  const file = join(folder, 'poa.jpg');
  await drawPage(1654, 2339).jpeg().toFile(file);
  return { documents: [await documentOf(file, 'form-poa-owner', 'entity', { issuedOn })], facts };
};

const defects: Record<string, Defect> = {
  'a missing material': {
    code: 'material-missing',
    severity: 'error',
    says: '营业执照',
    make: () => ({ materials: [demand('cert-business-licence', { owner: 'entity' })] }),
  },
  'an expired certificate': {
    code: 'finding',
    severity: 'error',
    says: '营业执照已于 2026-10-01 到期',
    make: () => ({ findings: [finding('error', '营业执照已于 2026-10-01 到期')] }),
  },
  'a check that is not satisfied': {
    code: 'finding',
    severity: 'warning',
    says: '网站名称与主体无关',
    make: () => ({ findings: [finding('warning', '网站名称与主体无关')] }),
  },
  'a picture below 200 dpi at its printed size': {
    code: 'low-resolution',
    severity: 'warning',
    says: '200 dpi',
    make: async (folder) => ({ documents: [await licence(folder, { width: 900 })] }),
  },
  'a grey picture where colour is required': {
    code: 'not-colour',
    severity: 'warning',
    says: '彩色',
    make: async (folder) => ({ documents: [await licence(folder, { isGrey: true })] }),
  },
  'a letter that is too old on the day of the pack': {
    code: 'too-old',
    severity: 'warning',
    says: '2026-07-01',
    make: (folder) => letterOf(folder, '2026-07-01'),
  },
  'a letter that will be too old on the planned day': {
    code: 'too-old',
    severity: 'warning',
    says: '2026-10-01',
    make: (folder) => letterOf(folder, '2026-10-01', { 'order.plannedSubmissionOn': '2027-02-01' }),
  },
  'a letter dated after the planned day': {
    code: 'dated-later',
    severity: 'warning',
    says: '2026-12-24',
    make: (folder) => letterOf(folder, '2026-12-24'),
  },
  'a file that is cut off': {
    code: 'file-unreadable',
    severity: 'error',
    says: 'licence.jpg',
    make: async (folder) => {
      const document = await licence(folder);
      await truncate(document.file);
      return { documents: [document] };
    },
  },
  'a file that nobody has named': {
    code: 'file-unassigned',
    severity: 'warning',
    says: 'front.png',
    make: async (folder) => {
      await drawCard('front').png().toFile(join(folder, 'front.png'));
      return { documents: [await documentOf(join(folder, 'front.png'), null, null)] };
    },
  },
};

describe('before writing', () => {
  test.each(Object.entries(defects))('%s is named on screen and in the manifest', async (_, defect) => {
    const folder = await tempFolder();
    const { findings = [], ...options } = await defect.make(folder);
    const input = sampleInput({ materials: [], ...options, draft: true });
    input.evaluation.findings = findings;
    const preview = await previewPack(input);
    await writePack(input, join(folder, 'out'));
    const manifest = JSON.parse(await readFile(join(folder, 'out', 'manifest.json'), 'utf8')) as PackManifest;
    for (const { preflight } of [preview, manifest]) {
      const item = preflight.find(({ code }) => code === defect.code)!;
      expect(item).toMatchObject({ severity: defect.severity });
      expect(item.message['zh-CN']).toContain(defect.says);
      expect(item.message.en.length).toBeGreaterThan(5);
    }
    expect(preview.complete).toBe(defect.severity !== 'error');
  });

  test('without defects nothing is named', async () => {
    const folder = await tempFolder();
    const letter = await letterOf(folder, '2026-11-01');
    const documents = [...letter.documents, await licence(folder)];
    const { preflight } = await previewPack(sampleInput({ materials: [], documents }));
    expect(preflight).toEqual([]);
  });

  test('a letter is not too old on its last day, and a grey copy is fine where colour does not matter', async () => {
    const folder = await tempFolder();
    const letter = await letterOf(folder, '2026-08-21');
    const grey = join(folder, 'contract.jpg');
    await drawPage(1654, 2339).greyscale().jpeg().toFile(grey);
    const documents = [...letter.documents, await documentOf(grey, 'access-contract', 'service')];
    const { preflight } = await previewPack(sampleInput({ materials: [], documents }));
    expect(preflight.map(({ code }) => code)).toEqual([]);
  });
});

describe('after writing', () => {
  test.each([
    preflightItem('page-count', 'error', { pages: 1, expected: 2 }),
    preflightItem('page-size', 'error', { widthMm: 216, heightMm: 279 }, { page: 1 }),
    preflightItem('page-number-wrong', 'error', { expected: '1 / 2' }, { page: 1 }),
    preflightItem('font-not-embedded', 'error', { font: 'Helvetica' }, { page: 1 }),
    preflightItem('outside-margin', 'error', { distanceMm: 2, marginMm: 5 }, { page: 1 }),
    preflightItem('picture-wrong', 'error', {}, { page: 1 }),
    preflightItem('field-not-found', 'error', { text: '示例' }, { page: 1 }),
  ])('$code makes the pack unsound, which the exit code says', (item) => {
    expect(isSound([item])).toBe(false);
  });

  test('what a draft lacks does not', () => {
    const name = { 'zh-CN': '营业执照', en: 'Licence' };
    expect(isSound([preflightItem('material-missing', 'error', { name, owner: null })])).toBe(true);
  });
});
