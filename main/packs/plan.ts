import type { Bilingual, PackManifest, PreflightItem } from '../../preload/contract/index.ts';
import { packOwners, packWords as words } from '../../preload/messages/packs.ts';
import { openDemands } from './demands.ts';
import { layoutDocuments, type DocumentGroup } from './documents.ts';
import { printForms } from './forms/index.ts';
import type { PrintedForm } from './forms/form.ts';
import { isIndividual, type PackInput } from './input.ts';
import type { Mark, Page, TextMark } from './page.ts';
import { onTheirPages, PageNumbers } from './page-numbers.ts';
import type { FileFacts } from './pictures.ts';
import { preflightInput, preflightPages } from './preflight.ts';
import type { FormCode } from './returns/facts.ts';
import { codeArea, formCodes, writeFormCode } from './returns/form-code.ts';
import { contentsPageCount, contentsPages, type ContentsEntry } from './sheets/contents.ts';
import { courierPageCount, courierPages } from './sheets/courier-list.ts';
import { coverPage } from './sheets/cover.ts';
import { separatorPage } from './sheets/separator.ts';
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
  // Their page is the number of the form until it is known how many pages stand before it.
  const toSign = forms.flatMap((form, index) => signingRow(input, form, index));

  const numbers = new PageNumbers(input.options.twoSided);
  const cover = numbers.begin(1)!;
  const contents = numbers.begin(contentsPageCount(forms.length + groups.length + missing.length))!;
  const signingSheet = numbers.begin(signingPageCount(toSign.length));
  const courierList = numbers.begin(courierPageCount(toSign));
  const separator = (count: number) => numbers.begin(input.options.separators && count > 0 ? 1 : 0);
  const formsSeparator = separator(forms.length);
  const formPages = forms.map(({ continues }) => (continues ? numbers.follow() : numbers.begin(1)!));
  const documentsSeparator = separator(groups.length);
  const groupPages = groups.map((group) => numbers.begin(group.pages.length)!);

  const drawnForms = pagesOfForms(input, forms);
  const formEntries = forms.map((form, index) => formEntry(input, form, formPages[index]!));
  const documentEntries = groups.map((group, index) => ({
    title: group.title,
    owner: group.owner,
    material: group.material,
    originals: null,
    page: groupPages[index]!,
    pages: group.pages.length,
  }));
  const entries: ContentsEntry[] = [...formEntries, ...documentEntries, ...missing];
  const signing = toSign.map((row) => ({ ...row, page: formPages[row.page]! }));
  const preflight = [...preflightInput(input, files), ...preflightPages(input, files, groups, groupPages)];

  const pages = onTheirPages([
    { first: cover, pages: [coverPage(input, preflight)] },
    { first: contents, pages: contentsPages(entries) },
    { first: signingSheet, pages: signingPages(signing, input.options.twoSided) },
    { first: courierList, pages: courierPages(input, signing) },
    { first: formsSeparator, pages: [separatorPage(words.forms, formEntries)] },
    ...forms.map((form, index) => ({ first: formPages[index]!, pages: [drawnForms[index]!] })),
    { first: documentsSeparator, pages: [separatorPage(words.documents, documentEntries)] },
    ...groups.map((group, index) => ({ first: groupPages[index]!, pages: group.pages })),
  ]);
  const sheets = [
    { title: words.cover, page: cover },
    { title: words.contents, page: contents },
    { title: words.signingSheet, page: signingSheet },
    { title: words.courierList, page: courierList },
  ].filter((sheet): sheet is { title: Bilingual; page: number } => sheet.page !== null);
  return {
    pages,
    contents: entries
      .filter((entry) => entry.page !== null)
      .map(({ title, material, page, pages: count }) => ({ title, material, page: page!, pages: count })),
    outline: [
      ...sheets.map(({ title, page }) => ({ title: title['zh-CN'], page, children: [] })),
      ...chapter(words.forms, formsSeparator, formEntries),
      ...chapter(words.documents, documentsSeparator, documentEntries),
    ],
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

/** Their pages in the pack, with their codes. */
export function pagesOfForms(input: PackInput, forms: PrintedForm[]): Page[] {
  const codes = formCodes(input, forms);
  return forms.map((form, index) => ({
    kind: 'form',
    title: form.title,
    material: form.material,
    ruleIds: input.ruleIdsByMaterial[form.material] ?? [],
    marks: [...form.marks, ...codeMarks(codes[index])],
    zones: form.zones,
  }));
}

/** A filing that is not stored has no number by which a signed scan could find back to it. */
function codeMarks(code: FormCode | null | undefined): Mark[] {
  return code ? [{ kind: 'code', area: codeArea, content: writeFormCode(code) }] : [];
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

/** A line of the outline with its entries; it leads to the page that announces them, if there is one. */
function chapter(title: Bilingual, separator: number | null, entries: ContentsEntry[]): OutlineItem[] {
  if (entries.length === 0) return [];
  const children = entries.map((entry) => {
    const owner = entry.owner ? ` · ${entry.owner['zh-CN']}` : '';
    return { title: entry.title['zh-CN'] + owner, page: entry.page!, children: [] };
  });
  return [{ title: title['zh-CN'], page: separator ?? entries[0]!.page!, children }];
}
