import { describe, expect, test } from 'vitest';
import type { ReturnedPage, ZoneFacts } from '../../../../main/packs/returns/facts.ts';
import { judgeReturn, type ReturnContext } from '../../../../main/packs/returns/judge.ts';

const form = { id: 'form-poa-owner', name: { 'zh-CN': '授权书', en: 'Power of attorney' } };
const context: ReturnContext = {
  form: form.name,
  filedAs: form,
  filing: { otherEntity: null },
  prints: ['AAAA0000'],
  isOneForm: false,
  cameBack: [1],
};
const box = { x: 0.1, y: 0.7, width: 0.3, height: 0.1 };

function zone(kind: ZoneFacts['kind'], change: Partial<ZoneFacts> = {}): ZoneFacts {
  const penMm2 = kind === 'seal' ? 0 : 40;
  return { kind, by: 'entity', box, penMm2, redMm2: kind === 'seal' ? 150 : 0, visible: 1, ...change };
}

function page(
  zones: ZoneFacts[] | null,
  change: Partial<ReturnedPage['code']> = {},
  seen = {},
): ReturnedPage {
  const code = { filing: 'F', material: form.id, ordinal: 1, print: 'AAAA0000', draft: false, ...change };
  return { page: 1, code, seen: { found: 0.98, outside: 0, zones, ...seen } };
}

const complete = [zone('signature'), zone('seal'), zone('date')];
const codes = (returned: ReturnedPage, change: Partial<ReturnContext> = {}) =>
  judgeReturn(returned, { ...context, ...change }).map(({ code, severity }) => `${severity} ${code}`);

describe('a form that came back', () => {
  test('signed, sealed and dated has nothing against it', () => {
    expect(codes(page(complete))).toEqual(['info form.recognised']);
  });

  test.each<[string, ZoneFacts, string]>([
    ['no ink', zone('signature', { penMm2: 0.4 }), 'error form.unsigned'],
    ['a little ink', zone('signature', { penMm2: 4 }), 'warning form.signature-unsure'],
    ['no seal', zone('seal', { redMm2: 2 }), 'error form.unsealed'],
    ['a pale seal', zone('seal', { redMm2: 20 }), 'warning form.seal-faint'],
    ['a grey seal', zone('seal', { redMm2: 0, penMm2: 150 }), 'error form.seal-not-red'],
    ['no date', zone('date', { penMm2: 1 }), 'warning form.undated'],
    ['nothing copied by hand', zone('handwriting', { penMm2: 1 }), 'error form.no-handwriting'],
    ['no fingerprint', zone('fingerprint', { penMm2: 1, redMm2: 3 }), 'error form.no-fingerprint'],
    ['its field half outside', zone('signature', { visible: 0.5 }), 'error form.field-cut'],
  ])('with %s is told so, at the place', (_what, wrong, expected) => {
    expect(codes(page([wrong]))).toEqual([expected]);
    expect(judgeReturn(page([wrong]), context)[0]?.region).toEqual(box);
  });

  test('with a red fingerprint or a black one passes', () => {
    expect(codes(page([zone('fingerprint', { penMm2: 0, redMm2: 60 })]))).toEqual(['info form.recognised']);
    expect(codes(page([zone('fingerprint', { penMm2: 60 })]))).toEqual(['info form.recognised']);
  });

  test('need not have what the provider fills in', () => {
    expect(codes(page([zone('date', { by: 'provider', penMm2: 0 })]))).toEqual(['info form.recognised']);
  });

  test('for another filing, or none here, is told that alone', () => {
    expect(codes(page([]), { filing: null })).toEqual(['error form.unknown-filing']);
    expect(codes(page([]), { filing: { otherEntity: '乙公司' } })).toEqual(['error form.other-filing']);
  });

  test('that is kept as something else, is a draft or has old data is told each', () => {
    const filedAs = { id: 'form-verification', name: { 'zh-CN': '核验单', en: 'Verification form' } };
    expect(codes(page(complete, { draft: true }), { filedAs, prints: ['BBBB1111'] })).toEqual([
      'error form.other-kind',
      'error form.draft',
      'error form.data-changed',
    ]);
    expect(codes(page(complete), { prints: [] })).toEqual(['warning form.not-printed-now']);
  });

  test('lacks the pages that no file of the dossier has', () => {
    const prints = ['AAAA0000', 'CCCC2222', 'DDDD3333'];
    expect(codes(page(complete), { prints, isOneForm: true, cameBack: [1, 3] })).toEqual([
      'error form.pages-missing',
    ]);
    expect(codes(page(complete), { prints, cameBack: [1] })).toEqual(['info form.recognised']);
  });

  test('that could not be laid over its form, or is cut, is told so', () => {
    expect(codes(page(null, {}, { found: 0.3 }))).toEqual(['error form.not-aligned']);
    expect(codes(page(complete, {}, { outside: 0.1 }))).toEqual(['error form.incomplete-page']);
  });
});
