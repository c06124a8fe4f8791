import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planPack } from '../../../main/packs/plan.ts';
import { writePack } from '../../../main/packs/write.ts';
import { demand, sampleDocuments, sampleInput } from './pack-samples.ts';
import { needsPdfTools, pdfObjects } from './pdf-tools.ts';

interface Element {
  type: string;
  alt: string | null;
  lang: string | null;
  scope: string | null;
  title: string | null;
  children: Element[];
}

/** The tree of structure as it stands in the file, without the content it points to. */
function structureOf(file: string): Element {
  const { qpdf } = JSON.parse(pdfObjects(file)) as {
    qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>];
  };
  const follow = (value: unknown): unknown =>
    typeof value === 'string' && / 0 R$/.test(value) ? qpdf[1][`obj:${value}`]!.value : value;
  const words = (value: unknown) => (typeof value === 'string' ? value.replace(/^u:/, '') : null);
  const elementOf = (dictionary: Record<string, unknown>): Element => {
    const children = [follow(dictionary['/K']) ?? []].flat().map(follow);
    return {
      type: String(dictionary['/S'] ?? 'root').slice(1),
      alt: words(dictionary['/Alt']),
      lang: words(dictionary['/Lang']),
      title: words(dictionary['/T']),
      scope:
        String((follow(dictionary['/A']) as Record<string, unknown> | undefined)?.['/Scope'] ?? '').slice(
          1,
        ) || null,
      children: children
        .filter(
          (child): child is Record<string, unknown> =>
            typeof child === 'object' && child !== null && '/S' in child,
        )
        .map(elementOf),
    };
  };
  const catalogue = Object.values(qpdf[1]).find(({ value }) => value?.['/Type'] === '/Catalog')!.value!;
  return elementOf(follow(catalogue['/StructTreeRoot']) as Record<string, unknown>);
}

function all(element: Element, type: string): Element[] {
  return [
    ...(element.type === type ? [element] : []),
    ...element.children.flatMap((child) => all(child, type)),
  ];
}

describe('the tags of a pack', () => {
  needsPdfTools();
  const input = sampleInput({
    materials: ['form-verification', 'form-poa-owner', 'form-infosec', 'form-password-recovery'].map((id) =>
      demand(id),
    ),
  });
  let folder: string;
  let root: Element;
  let sections: Element[];
  let sectionOf: (title: string) => Element;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beian-tags-'));
    const documents = await sampleDocuments(folder);
    await writePack({ ...input, documents }, join(folder, 'out'));
    root = structureOf(join(folder, 'out', 'pack.pdf'));
    sections = all(root, 'Sect');
    sectionOf = (title) => sections.find((section) => section.title === title)!;
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('are one document of sections, each with its heading first among headings', () => {
    expect(all(root, 'Document')).toHaveLength(1);
    for (const section of sections) {
      const headings = section.children.filter(({ type }) => /^H\d$/.test(type));
      expect(headings.map(({ type }) => type).slice(0, 2), section.title!).not.toContain('H3');
      expect(headings[0]!.type, section.title!).toBe('H1');
      expect(
        headings.slice(1).every(({ type }) => type === 'H2'),
        section.title!,
      ).toBe(true);
    }
    const parts = sectionOf('网络信息安全承诺书（第 1 页，共 2 页）').children.filter(
      ({ type }) => type === 'H2',
    );
    expect(parts).toHaveLength(2);
  });

  test('have tables of rows of cells, and nothing else in between', () => {
    const tables = all(root, 'Table');
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) {
      expect(table.children.length).toBeGreaterThan(0);
      expect(new Set(table.children.map(({ type }) => type))).toEqual(new Set(['TR']));
      for (const row of table.children) {
        for (const cell of row.children) expect(['TH', 'TD']).toContain(cell.type);
      }
    }
    expect(all(root, 'TR')).toHaveLength(tables.flatMap(({ children }) => children).length);
  });

  test('say what each header heads: its row on forms, its column on lists', () => {
    for (const header of all(root, 'TH')) expect(['Row', 'Column']).toContain(header.scope);
    const form = all(sectionOf('非经营性互联网信息服务备案ICP负责人授权书'), 'Table');
    expect(form.map(({ children }) => children.length)).toEqual([4, 4]);
    for (const row of form.flatMap(({ children }) => children)) {
      expect(row.children.map(({ type, scope }) => [type, scope])).toEqual([
        ['TH', 'Row'],
        ['TD', null],
      ]);
    }
    const [contents] = all(sectionOf('目录'), 'Table');
    expect(contents!.children[0]!.children.map(({ type, scope }) => [type, scope])).toEqual(
      Array.from({ length: 5 }, () => ['TH', 'Column']),
    );
    // Two lines of the form's head: name and type, domain and registrar.
    const [head] = all(sectionOf('网站备案信息真实性核验单'), 'Table');
    expect(head!.children.map(({ children }) => children.map(({ type }) => type))).toEqual([
      ['TH', 'TD', 'TH', 'TD'],
      ['TH', 'TD'],
    ]);
  });

  test('give every line of the contents as many cells as it has columns, with the link inside', () => {
    const [contents] = all(sectionOf('目录'), 'Table');
    const rows = contents!.children.slice(1);
    expect(rows.length).toBe(planPack(input, []).contents.length + 6);
    for (const row of rows) {
      expect(row.children).toHaveLength(5);
      expect(all(row.children[4]!, 'Link')).toHaveLength(1);
    }
  });

  test('describe pictures, and mark what is English', () => {
    const figures = all(root, 'Figure');
    expect(figures).toHaveLength(9);
    for (const { alt } of figures) expect(alt).toMatch(/^.+/);
    expect(figures.map(({ alt }) => alt)).toContain('营业执照');
    expect(all(sectionOf('目录'), 'P').some(({ lang }) => lang === 'en')).toBe(true);
  });
});
