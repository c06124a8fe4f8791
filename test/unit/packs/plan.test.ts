import { describe, expect, test } from 'vitest';
import type { PackDocument, PackInput } from '../../../main/packs/input.ts';
import type { TextMark } from '../../../main/packs/page.ts';
import { fieldsOf, planPack } from '../../../main/packs/plan.ts';
import type { FileFacts } from '../../../main/packs/pictures.ts';
import { isComplete, lastDay } from '../../../main/packs/preflight.ts';
import { points, setText, type Faces } from '../../../main/packs/typeset.ts';
import type { Finding } from '../../../preload/contract/index.ts';
import { book, demand, sampleInput, type SampleOptions } from './pack-samples.ts';

function attached(
  material: string | null,
  owner: string | null,
  over: Partial<PackDocument> = {},
): PackDocument {
  return {
    file: '/nowhere/scan.jpg',
    fileName: 'scan.jpg',
    sha256: '0'.repeat(64),
    mediaType: 'image/jpeg',
    bytes: 300_000,
    material,
    owner,
    attachmentId: null,
    issuedOn: null,
    ...over,
  };
}

const scan: FileFacts = {
  pages: [{ widthPx: 2480, heightPx: 3508, sizeMm: null, isColour: true }],
  failure: null,
};
const cardScan: FileFacts = {
  pages: [{ widthPx: 1012, heightPx: 638, sizeMm: null, isColour: true }],
  failure: null,
};

function planOf(options: SampleOptions, files: FileFacts[] = (options.documents ?? []).map(() => scan)) {
  return planPack(sampleInput(options), files);
}

function missing(material: string, over: Partial<Finding> = {}): Finding {
  return {
    ruleId: `310000-${material}`,
    check: 'materialRequired',
    code: 'document.missing',
    severity: 'error',
    params: { materials: [material], owner: null },
    path: 'documents',
    message: { 'zh-CN': '缺', en: 'missing' },
    fix: null,
    sources: [],
    ...over,
  };
}

function withFindings(options: SampleOptions, findings: Finding[]): PackInput {
  const input = sampleInput(options);
  return { ...input, evaluation: { ...input.evaluation, findings } };
}

const codes = (plan: ReturnType<typeof planPack>) =>
  plan.preflight.map(({ code, severity }) => `${severity} ${code}`);
const textsOn = (plan: ReturnType<typeof planPack>, page: number) =>
  plan.pages[page - 1]!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

const printableMaterials = [...book.materials.values()]
  .filter(({ origin }) => origin === 'printed-by-app')
  .map(({ id }) => id);

describe('which forms are printed', () => {
  const forms = (options: SampleOptions) =>
    planOf(options)
      .pages.filter((page) => page.kind === 'form')
      .map((page) => page.material);

  test('the verification form for every filing of a website that is verified, without being asked', () => {
    expect(forms({ materials: [] })).toEqual(['form-verification']);
    expect(forms({ materials: [], filing: 'cancel-service' })).toEqual([]);
  });

  test('every material of the catalogue that is marked printable', () => {
    const plan = planOf({ materials: printableMaterials.map((material) => demand(material)) });
    const printed = new Set(plan.pages.flatMap(({ kind, material }) => (kind === 'form' ? [material] : [])));
    expect(printableMaterials.filter((material) => !printed.has(material))).toEqual([]);
    expect(codes(plan).filter((code) => code.startsWith('error'))).toEqual([]);
  });

  test('a power of attorney only where the rules ask for one', () => {
    expect(forms({ materials: [demand('form-poa-owner')] })).toEqual(['form-verification', 'form-poa-owner']);
  });

  test('one verification form per website of the order', () => {
    const services = ['one', 'two'].map((name) => ({
      type: 'website',
      name,
      domain: `${name}.cn`,
      domains: [],
    }));
    const plan = planOf({ materials: [], facts: { 'order.services': services } });
    const pages = plan.contents.filter((entry) => entry.material === 'form-verification');
    expect(pages.map((entry) => entry.title['zh-CN'])).toEqual([
      '网站备案信息真实性核验单（one）',
      '网站备案信息真实性核验单（two）',
    ]);
    expect(textsOn(plan, pages[1]!.page)).toContain('two.cn');
  });

  test('a letter that would be accepted instead of an approval, but the approval still counts as missing', () => {
    const plan = planOf({ materials: [demand('preapp-culture', { alternatives: ['form-no-culture'] })] });
    expect(plan.pages.map((page) => page.material)).toContain('form-no-culture');
    expect(codes(plan)).toContain('error material-missing');
  });
});

describe('the verification form', () => {
  const form = (options: SampleOptions) => {
    const plan = planOf({ materials: [], ...options });
    const number = plan.pages.findIndex((page) => page.material === 'form-verification') + 1;
    return { texts: textsOn(plan, number), page: plan.pages[number - 1]! };
  };

  test('is ticked only for a provider that leaves the middle block to the applicant', () => {
    expect(form({ provider: 'tencent-cloud' }).texts).not.toContain('✓');
    // Two certificates, ten answers of yes or no, the landline among them, and no pre-approval.
    expect(form({ provider: 'alibaba-cloud' }).texts.filter((words) => words === '✓')).toHaveLength(15);
  });

  test('leaves the landline unticked when none is filed', () => {
    const ticked = form({ provider: 'alibaba-cloud', facts: { 'serviceOwner.officePhone': null } });
    expect(ticked.texts.filter((words) => words === '✓')).toHaveLength(14);
  });

  test('has the registrar after the domain in Beijing alone', () => {
    expect(form({ region: '110000' }).texts).toContain('北京示例域名服务有限公司');
    expect(form({ region: '310000' }).texts).not.toContain('北京示例域名服务有限公司');
  });

  test('has places for a signature and the seal of a unit, none for the seal of an individual', () => {
    expect(form({}).page.zones.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'signature service-owner',
      'seal entity',
      'date provider',
    ]);
    const individual = form({ entityGroup: 'individual', region: '360000' });
    expect(individual.texts).toContain('□单位　■个人');
    expect(individual.page.zones.map(({ kind }) => kind)).toEqual(['signature', 'fingerprint', 'date']);
  });

  test('says so when a sole trader has no seal', () => {
    const { texts, page } = form({ entityGroup: 'individual-business', facts: { 'entity.hasSeal': false } });
    expect(texts).toContain('个体工商户无公章');
    expect(page.zones.map(({ kind }) => kind)).not.toContain('seal');
  });
});

describe('the power of attorney', () => {
  test('carries no date and authorises both roles when the legal representative is a foreigner', () => {
    const plan = planOf({
      region: '370000',
      materials: [demand('form-poa-principal')],
      facts: { 'legalRepresentative.origin': 'foreign', 'legalRepresentative.idType': 'passport' },
    });
    const { page } = plan.contents.find((entry) => entry.material === 'form-poa-principal')!;
    const words = textsOn(plan, page).join('\n');
    expect(words).toContain('法定代表人授权书');
    expect(words).toContain('主体负责人及互联网信息服务负责人');
    expect(words).toContain('护照');
    expect(words).not.toContain('2026');
    expect(plan.pages[page - 1]!.zones.map(({ kind }) => kind)).toContain('date');
  });

  test('has position and domain in Shanghai only', () => {
    const words = (region: string) => {
      const plan = planOf({ region, materials: [demand('form-poa-owner')] });
      return textsOn(plan, plan.contents.find((entry) => entry.material === 'form-poa-owner')!.page);
    };
    expect(words('310000')).toEqual(expect.arrayContaining(['职务', '信息技术部经理', '域名']));
    expect(words('330000')).not.toContain('职务');
  });
});

describe('attached documents', () => {
  test('stand in the order of a filing, front before back, one line of contents per ID', () => {
    const documents = [
      attached('photo-backdrop', 'service-owner'),
      attached('id-resident-back', 'principal'),
      attached('id-resident-front', 'principal'),
      attached('cert-business-licence', 'entity'),
    ];
    const plan = planOf({ documents, materials: [] }, [scan, cardScan, cardScan, scan]);
    expect(plan.contents.map((entry) => entry.material)).toEqual([
      'form-verification',
      'cert-business-licence',
      'id-resident-front',
      'photo-backdrop',
    ]);
    const card = plan.pages.find((page) => page.material === 'id-resident-front')!;
    const sides = card.marks.flatMap((mark) => (mark.kind === 'picture' ? [mark] : []));
    expect(sides.map(({ picture }) => picture.document)).toEqual([2, 1]);
    expect(sides[0]!.area.height).toBeCloseTo(53.96, 1);
  });

  test('keeps the IDs of two people apart', () => {
    const documents = [
      attached('id-resident-front', 'principal'),
      attached('id-resident-back', 'service-owner'),
    ];
    const plan = planOf({ documents, materials: [] }, [cardScan, cardScan]);
    expect(plan.pages.filter((page) => page.kind === 'document')).toHaveLength(2);
  });

  test('a signed form that came home is told apart from the empty one', () => {
    const plan = planOf({ documents: [attached('form-verification', 'entity')], materials: [] });
    expect(plan.contents.map((entry) => entry.title['zh-CN'])).toEqual([
      '网站备案信息真实性核验单',
      '网站备案信息真实性核验单（签章扫描件）',
    ]);
  });

  test('a file nobody has named is left out and reported', () => {
    const plan = planOf({ documents: [attached(null, null)], materials: [] });
    expect(plan.pages.filter((page) => page.kind === 'document')).toHaveLength(0);
    expect(codes(plan)).toContain('warning file-unassigned');
  });

  test('are found in contents of two pages when there are many', () => {
    const documents = Array.from({ length: 45 }, () => attached('access-contract', 'entity'));
    const plan = planOf({ documents, materials: [] });
    expect(plan.pages.filter((page) => page.kind === 'contents')).toHaveLength(3);
    for (const entry of plan.contents) {
      expect(plan.pages[entry.page - 1]!.material).toBe(entry.material);
    }
    const links = plan.pages.flatMap((page) =>
      page.marks.flatMap((mark) => (mark.kind === 'link' ? [mark.page] : [])),
    );
    expect(new Set(links).size).toBe(46);
  });
});

describe('preflight', () => {
  test('a required material that is missing stops the pack, and is said once', () => {
    const materials = [demand('cert-business-licence')];
    const plan = planPack(withFindings({ materials }, [missing('cert-business-licence')]), []);
    expect(codes(plan)).toEqual(['error material-missing']);
    expect(isComplete(plan.preflight)).toBe(false);
  });

  test('a form the pack prints is to be signed and stops nothing', () => {
    const materials = [demand('form-poa-owner')];
    const plan = planPack(withFindings({ materials }, [missing('form-poa-owner')]), []);
    expect(codes(plan)).toEqual(['warning to-sign']);
  });

  test('what a person has set aside is not asked for again', () => {
    const materials = [demand('cert-business-licence')];
    const waived = missing('cert-business-licence', { severity: 'info' });
    expect(codes(planPack(withFindings({ materials }, [waived]), []))).toEqual([]);
  });

  test("what is done in the provider's procedure is only mentioned", () => {
    const materials = [demand('photo-face-video', { alternatives: ['photo-backdrop'] })];
    expect(codes(planOf({ materials }))).toEqual(['warning done-elsewhere']);
  });

  test("an error of the rules stops the pack with the rules' own words", () => {
    const wrong = missing('x', {
      ruleId: 'national-phone',
      code: 'phone.bad',
      path: 'principal.mobile',
      params: {},
    });
    const plan = planPack(withFindings({ materials: [] }, [wrong]), []);
    expect(plan.preflight).toEqual([
      { code: 'finding', severity: 'error', message: wrong.message, page: null, ruleIds: ['national-phone'] },
    ]);
  });

  test('names the page of an image that prints too coarsely', () => {
    const coarse: FileFacts = {
      pages: [{ widthPx: 900, heightPx: 1270, sizeMm: null, isColour: true }],
      failure: null,
    };
    const plan = planOf({ documents: [attached('cert-business-licence', 'entity')], materials: [] }, [
      coarse,
    ]);
    expect(plan.preflight).toEqual([
      expect.objectContaining({ code: 'low-resolution', severity: 'warning', page: 7 }),
    ]);
    expect(plan.preflight[0]!.message.en).toContain('134 dpi');
  });

  test.each([
    ['2026-08-21', []],
    ['2026-08-20', ['warning too-old']],
    ['2026-11-22', ['warning dated-later']],
  ])('judges a power of attorney of %s by its three months', (issuedOn, expected) => {
    const documents = [attached('form-poa-owner', 'entity', { issuedOn })];
    expect(codes(planOf({ documents, materials: [] }))).toEqual(expected);
  });

  test.each([
    ['2026-11-20', '2027-02-20', []],
    ['2026-11-20', '2027-02-21', ['warning too-old']],
    ['2026-12-01', '2026-12-02', []],
  ])('judges a power of attorney of %s on the day of submission, %s', (issuedOn, planned, expected) => {
    const documents = [attached('form-poa-owner', 'entity', { issuedOn })];
    const facts = { 'order.plannedSubmissionOn': planned };
    expect(codes(planOf({ documents, materials: [], facts }))).toEqual(expected);
  });

  test('counts months to the last day there is', () => {
    expect(lastDay('2026-11-30', 3, 'month')).toBe('2027-02-28');
    expect(lastDay('2026-01-31', 1, 'month')).toBe('2026-02-28');
    expect(lastDay('2026-12-20', 45, 'day')).toBe('2027-02-03');
  });
});

describe('the layout of pages', () => {
  /** Characters as wide as they are high, half of that in Latin. */
  const faces: Faces = {
    has: () => true,
    width: (_face, content, sizePt) =>
      [...content].reduce((sum, character) => sum + (character < '\u0100' ? sizePt * 0.58 : sizePt), 0),
  };

  /** Rectangles of the lines of a text as they are drawn, in points. */
  function lineBoxes(mark: TextMark) {
    const { sizePt, lines } = setText(faces, mark);
    return lines.flatMap(({ runs, baseline }) => {
      const last = runs.at(-1);
      if (!last) return [];
      const left = points(mark.area.x) + runs[0]!.x;
      const right = points(mark.area.x) + last.x + faces.width(last.face, last.text, sizePt);
      const y = points(mark.area.y) + baseline;
      return [{ left, right, top: y - 0.8 * sizePt, bottom: y + 0.1 * sizePt, text: mark.text }];
    });
  }

  /** Zones that nothing may be printed in. */
  const writtenOn = ['signature', 'handwriting'];

  const longest = {
    'entity.name': '名称很长的示例科技发展与供应链管理服务股份有限公司'.repeat(6).slice(0, 150),
    'service.name': '服务名称'.repeat(128),
    'domain.name': `${'a-very-long-label-'.repeat(6)}.example.cn`,
    'domain.registrar': '域名注册服务机构'.repeat(10),
    'serviceOwner.name': '阿卜杜热合曼·买买提依明·欧阳',
    'serviceOwner.position': '数字化转型与信息安全管理办公室主任'.repeat(3),
    'legalRepresentative.name': '阿卜杜热合曼·买买提依明·欧阳',
    'principal.name': '阿卜杜热合曼·买买提依明·欧阳',
    'principal.mobile': '13800000000',
    'principal.email': `${'a-very-long-mailbox'.repeat(3)}@${'mail-'.repeat(8)}example.cn`,
    'entity.previousName': '更名之前名称也很长的示例科技发展与供应链管理服务股份有限公司'.repeat(4),
    'entity.previousNumber': '91310000MA1FL00B2Y',
    'entity.licenceNumber': '沪ICP备20260001号',
    'entity.mailingAddress': '示例省示例市示例区示例街道示例路一百二十三号示例大厦'.repeat(4),
    'service.licenceNumber': '沪ICP备20260001号-123',
    'service.plannedUse': '展示公司形象、产品和服务，并提供售后说明。'.repeat(12),
    'order.cancelReason': '网站停止服务，域名不再使用。'.repeat(7),
    'domain.holderName': '域名持有者的名称也很长的示例集团有限公司'.repeat(6),
    'domain.holderCertificateNumber': '91310000MA1FL00C3Z',
    'domain.expiresOn': '2030-01-01',
    'access.resourceCount': 12,
    'access.ipRanges': Array.from({ length: 12 }, (_, n) => ({
      from: `203.0.113.${n * 10}`,
      to: `203.0.113.${n * 10 + 9}`,
    })),
  };
  const printable = [...printableMaterials, 'form-change-proof'].map((material) => demand(material));
  const missingOnes = ['cert-org-code', 'proof-delegate-position', 'id-legal-representative'].map(
    (material) => demand(material, { owner: 'legal-representative' }),
  );

  test.each([
    ['ordinary', '310000', 'enterprise', {}],
    ['the longest data in Shanghai', '310000', 'enterprise', longest],
    ['the longest data in Beijing', '110000', 'enterprise', longest],
    ['an individual in Guangdong', '440000', 'individual', longest],
    ['an individual in Jiangxi', '360000', 'individual', {}],
  ])('no text touches another or leaves the paper: %s', (_name, region, entityGroup, facts) => {
    const documents = [
      attached('id-resident-front', 'principal'),
      attached('cert-business-licence', 'entity'),
    ];
    const plan = planOf(
      {
        region,
        entityGroup,
        facts,
        documents,
        provider: 'alibaba-cloud',
        materials: [...printable, ...missingOnes],
      },
      [cardScan, scan],
    );
    for (const [index, page] of plan.pages.entries()) {
      const marks = page.marks.filter((mark): mark is TextMark => mark.kind === 'text' && mark.text !== '✓');
      const boxes = marks.map(lineBoxes);
      for (const { kind, area } of page.zones.filter((zone) => writtenOn.includes(zone.kind))) {
        const [top, bottom] = [points(area.y), points(area.y + area.height)];
        const [left, right] = [points(area.x), points(area.x + area.width)];
        expect(points(5) <= left && right <= points(205) && bottom <= points(284)).toBe(true);
        const printedOn = boxes
          .flat()
          .filter((box) => box.left < right && left < box.right && box.top < bottom && top < box.bottom);
        expect(printedOn, `${kind} on page ${index + 1}`).toEqual([]);
      }
      boxes.forEach((mine, at) => {
        for (const box of mine) {
          expect(box.left, `${box.text} on page ${index + 1}`).toBeGreaterThan(points(5));
          expect(box.right, `${box.text} on page ${index + 1}`).toBeLessThan(points(205));
          expect(box.bottom, `${box.text} on page ${index + 1}`).toBeLessThan(points(284));
          for (const other of boxes.slice(at + 1).flat()) {
            const apart =
              box.right <= other.left ||
              other.right <= box.left ||
              box.bottom <= other.top ||
              other.bottom <= box.top;
            if (!apart) throw new Error(`page ${index + 1}: “${box.text}” touches “${other.text}”`);
          }
        }
      });
    }
  });
});

test('every fact a form shows is marked to be read back', () => {
  const plan = planOf({ materials: [demand('form-poa-owner')] });
  const texts = fieldsOf(plan.pages).map(({ text }) => text);
  for (const value of [
    '上海晴川示例科技有限公司',
    '91310000MA1FL00A1X',
    '周知远',
    '信息技术部经理',
    'qingchuan-example.cn',
  ]) {
    expect(texts).toContain(value);
  }
});

test('planning does not depend on anything but its input', () => {
  const options = {
    documents: [attached('cert-business-licence', 'entity')],
    materials: [demand('form-poa-owner')],
  };
  expect(planOf(options)).toEqual(planOf(options));
});
