import type { Bilingual, PackManifest, PreflightItem } from '../../preload/contract/index.ts';
import { packOwners, packWords as words } from '../../preload/messages/packs.ts';
import { openDemands } from './demands.ts';
import { layoutDocuments, type DocumentGroup } from './documents.ts';
import { printForms } from './forms/index.ts';
import type { PrintedForm } from './forms/form.ts';
import { isIndividual, type PackInput } from './input.ts';
import type { Page, TextMark } from './page.ts';
import type { FileFacts } from './pictures.ts';
import { preflightInput, preflightPages } from './preflight.ts';
import { contentsPageCount, contentsPages, type ContentsEntry } from './sheets/contents.ts';
import { courierPageCount, courierPages } from './sheets/courier-list.ts';
import { coverPage } from './sheets/cover.ts';
import { signingPageCount, signingPages, type SigningRow } from './sheets/signing-sheet.ts';

/** A line of the outline; `page` is 1-based. */
export interface OutlineItem {
  title: string;
  page: number;
  children: OutlineItem[];
}

export interface Plan {
  pages: Page[];
  contents: PackManifest['contents'];
  outline: OutlineItem[];
  groups: DocumentGroup[];
  /** First page of each group, 1-based. */
  groupPages: number[];
  preflight: PreflightItem[];
}

/** All pages of the pack as data, in their final order and numbered. Pure: the same input gives the same plan. */
export function planPack(input: PackInput, files: FileFacts[]): Plan {
  const forms = printForms(input);
  const groups = layoutDocuments(input, files);
  const missing = missingEntries(input);

  // Counted among the forms until it is known how many pages stand before them.
  const toSign = forms.flatMap((form, index) => signingRow(input, form, index + 1));
  const signingPage = 2 + contentsPageCount(forms.length + groups.length + missing.length);
  const courierPage = signingPage + signingPageCount(toSign.length);
  const frontPages = courierPage + courierPageCount(toSign) - 1;
  const firstDocument = frontPages + forms.length + 1;
  let next = firstDocument;
  const groupPages = groups.map((group) => {
    const page = next;
    next += group.pages.length;
    return page;
  });

  const formEntries = forms.map((form, index) => formEntry(input, form, frontPages + 1 + index));
  const documentEntries = groups.map((group, index) => ({
    title: group.title,
    owner: group.owner,
    material: group.material,
    originals: null,
    page: groupPages[index]!,
    pages: group.pages.length,
  }));
  const entries: ContentsEntry[] = [...formEntries, ...documentEntries, ...missing];
  const signing = toSign.map((row) => ({ ...row, page: row.page + frontPages }));
  const preflight = [...preflightInput(input, files), ...preflightPages(input, files, groups, groupPages)];

  const body = [
    ...contentsPages(entries),
    ...signingPages(signing),
    ...courierPages(input, signing),
    ...forms.map((form) => formPage(input, form)),
    ...groups.flatMap((group) => group.pages),
  ];
  const pages = [coverPage(input, preflight), ...body];
  const sheets = [
    { title: words.cover, page: 1 },
    { title: words.contents, page: 2 },
    ...(courierPage > signingPage ? [{ title: words.signingSheet, page: signingPage }] : []),
    ...(frontPages >= courierPage ? [{ title: words.courierList, page: courierPage }] : []),
  ];
  return {
    pages,
    contents: entries
      .filter((entry) => entry.page !== null)
      .map(({ title, material, page, pages: count }) => ({ title, material, page: page!, pages: count })),
    outline: outlineOf(sheets, formEntries, documentEntries),
    groups,
    groupPages,
    preflight,
  };
}

/** The texts that must be found in the finished file, with their pages. */
export function fieldsOf(pages: Page[]): { page: number; text: string; mark: TextMark }[] {
  return pages.flatMap((page, index) =>
    page.marks.flatMap((mark) =>
      mark.kind === 'text' && mark.field ? [{ page: index + 1, text: mark.text, mark }] : [],
    ),
  );
}

function formEntry(input: PackInput, form: PrintedForm, page: number): ContentsEntry {
  return {
    title: form.title,
    owner: null,
    material: form.material,
    originals: originalsOf(input, form.material),
    page,
    pages: 1,
  };
}

function originalsOf(input: PackInput, material: string): number {
  const side = isIndividual(input) ? 'individual' : 'organization';
  const own = material === 'form-verification' ? input.provider?.verificationForm?.originals : undefined;
  return (own ?? input.catalogue.materials[material]?.copies.originals)?.[side] ?? 1;
}

function signingRow(input: PackInput, form: PrintedForm, page: number): SigningRow[] {
  if (!form.signing) return [];
  const { title, signing } = form;
  const courier = input.catalogue.materials[form.material]?.originalByCourier ?? 'no';
  return [{ title, page, ...signing, originals: originalsOf(input, form.material), courier }];
}

function formPage(input: PackInput, form: PrintedForm): Page {
  return {
    kind: 'form',
    title: form.title,
    material: form.material,
    ruleIds: input.ruleIdsByMaterial[form.material] ?? [],
    marks: form.marks,
    zones: form.zones,
  };
}

/** Demanded materials that are neither attached nor printed here. */
function missingEntries(input: PackInput): ContentsEntry[] {
  return openDemands(input)
    .filter(({ state }) => state === 'missing')
    .map(({ demand }) => ({
      title: input.catalogue.materials[demand.material]?.name ?? nameless(demand.material),
      owner: demand.owner ? (packOwners[demand.owner] ?? null) : null,
      material: demand.material,
      originals: null,
      page: null,
      pages: 0,
    }));
}

function nameless(id: string): Bilingual {
  return { 'zh-CN': id, en: id };
}

function outlineOf(
  sheets: { title: Bilingual; page: number }[],
  forms: ContentsEntry[],
  documents: ContentsEntry[],
): OutlineItem[] {
  const leaves = (entries: ContentsEntry[]) =>
    entries.map((entry) => {
      const owner = entry.owner ? ` · ${entry.owner['zh-CN']}` : '';
      return { title: entry.title['zh-CN'] + owner, page: entry.page!, children: [] };
    });
  const chapter = (title: Bilingual, entries: ContentsEntry[]): OutlineItem[] =>
    entries.length > 0 ? [{ title: title['zh-CN'], page: entries[0]!.page!, children: leaves(entries) }] : [];
  return [
    ...sheets.map(({ title, page }) => ({ title: title['zh-CN'], page, children: [] })),
    ...chapter(words.forms, forms),
    ...chapter(words.documents, documents),
  ];
}
