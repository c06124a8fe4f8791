import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planPack } from '../../../main/packs/plan.ts';
import { writePack } from '../../../main/packs/write.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { demand, sampleDocuments, sampleInput, type SampleOptions } from './pack-samples.ts';
import { checkStructure, needsPdfTools, pageText, pdfInfo } from './pdf-tools.ts';

const materials = ['form-verification', 'form-poa-owner', 'form-infosec'].map((id) => demand(id));

function planOf(options: SampleOptions) {
  return planPack(sampleInput({ materials, ...options }), []);
}

describe('two-sided printing', () => {
  needsPdfTools();

  test('starts every document on an odd page, and says on blank pages that they are blank', async () => {
    const folder = await tempFolder();
    const documents = await sampleDocuments(folder);
    const input = sampleInput({ materials, documents, options: { twoSided: true } });
    const { contents, pages, options, preflight } = await writePack(input, join(folder, 'out'));
    const pdf = join(folder, 'out', 'pack.pdf');
    checkStructure(pdf);
    expect(Number(pdfInfo(pdf)['Pages'])).toBe(pages);
    expect(options).toEqual({ twoSided: true, separators: true, watermark: null });
    expect(preflight.map(({ code }) => code)).toContain('verified');
    const listed = pageText(pdf, 3);
    let blanks = 0;
    for (let page = 1; page <= pages; page++) {
      const text = pageText(pdf, page);
      expect(text).toContain(`${page}/${pages}`);
      if (text.includes('本页留白')) {
        blanks++;
        expect(page % 2, `page ${page} is the back of a sheet`).toBe(0);
      }
    }
    expect(blanks).toBeGreaterThan(5);
    for (const { title, page } of contents) {
      const name = title['zh-CN'].replace(/\s+/g, '');
      expect(pageText(pdf, page)).toContain(name.replace(/（第.*/, ''));
      expect(listed).toContain(name);
      // The second page of a form stands on the back of its first.
      expect(page % 2, name).toBe(name.includes('第2页') ? 0 : 1);
    }
    expect(pageText(pdf, 5)).toContain('双面打印');
  });

  test('keeps links, outline and signing sheet on the moved pages', () => {
    const { pages, outline } = planOf({ options: { twoSided: true } });
    const links = pages.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'link' ? [mark.page] : [])),
    );
    expect(links.length).toBeGreaterThan(8);
    for (const page of [...links, ...outline.map((item) => item.page)]) {
      expect(pages[page - 1]!.kind).not.toBe('blank');
    }
    const rows = outline.flatMap((item) => item.children);
    for (const { title, page } of rows) expect(pages[page - 1]!.title['zh-CN']).toBe(title);
  });

  test('is not the usual: no page is left blank otherwise', () => {
    const { pages } = planOf({});
    expect(pages.map(({ kind }) => kind)).not.toContain('blank');
    const texts = pages.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])),
    );
    expect(texts.join()).toContain('单面打印');
  });
});

describe('separators', () => {
  test('stand before the forms and list them with their pages', () => {
    const { pages, contents } = planOf({});
    const [page, ...more] = pages.filter(({ kind }) => kind === 'separator');
    expect(more).toEqual([]);
    const texts = page!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    for (const { title, page: number } of contents) {
      expect(texts).toEqual(expect.arrayContaining([title['zh-CN'], String(number)]));
    }
    expect(pages.indexOf(page!) + 2).toBe(contents[0]!.page);
  });

  test('count the entries they have no room for', () => {
    const many = Array.from({ length: 24 }, (_, i) => ({
      type: 'website',
      name: `网站${i}`,
      domain: `site${i}.cn`,
      domains: [],
    }));
    const { pages } = planOf({ facts: { 'order.services': many }, materials: [demand('form-verification')] });
    const page = pages.find(({ kind }) => kind === 'separator')!;
    const texts = page.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toContain('另有 6 项');
  });

  test('can be left out', () => {
    const { pages } = planOf({ options: { separators: false } });
    expect(pages.map(({ kind }) => kind)).not.toContain('separator');
  });
});
