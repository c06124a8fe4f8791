import type { Bilingual } from '../../preload/contract/index.ts';
import { packOwners, packWords as words } from '../../preload/messages/packs.ts';
import type { PackDocument, PackInput } from './input.ts';
import {
  colours,
  contentArea,
  fitInside,
  line,
  rect,
  text,
  type Area,
  type Mark,
  type Page,
  type PictureMark,
  type PictureRef,
} from './page.ts';
import type { FileFacts, PageFacts } from './pictures.ts';
import { bilingual } from './sheets/parts.ts';
import { watermarkOf } from './watermark.ts';

/** A picture as it is placed: what preflight needs to judge it. */
export interface Placement {
  picture: PictureRef;
  area: Area;
}

/** Consecutive pages that are one line of the contents. */
export interface DocumentGroup {
  title: Bilingual;
  owner: Bilingual | null;
  material: string;
  pages: Page[];
  placements: Placement[][];
  /** Indices of the documents in the group. */
  documents: number[];
}

/** ISO/IEC 7810 ID-1: resident ID cards and permits of the same size. */
const card = { width: 85.6, height: 54 };
/** Aspects (long : short) of a picture that shows a card (1.585) and little more; A4 is 1.414. */
const cardAspects = { from: 1.46, to: 1.8 };
const cardMaterials = new Set([
  'id-resident-front',
  'id-resident-back',
  'id-hk-macao-permit',
  'id-taiwan-permit',
  'id-foreign-permanent-resident',
  'id-legal-representative',
  'id-guardian',
  'proof-residence-permit',
]);
const captionHeight = 13;
const pictureArea: Area = {
  x: contentArea.x,
  y: contentArea.y + captionHeight + 4,
  width: contentArea.width,
  height: contentArea.height - captionHeight - 4,
};
/** Photos of people and places are printed at a size one can judge, not as posters. */
const photoArea: Area = { x: 30, y: pictureArea.y + 4, width: 150, height: 200 };

const kindOrder = [
  'entity-certificate',
  'person-document',
  'domain',
  'proof',
  'form',
  'approval',
  'pre-approval',
  'industry-licence',
  'access',
  'photo',
  'verification',
  'app',
];
const ownerOrder = ['entity', 'legal-representative', 'principal', 'service-owner', 'domain', 'service'];

/** Lays out every attached file on its own page or pages; the two sides of an ID share one at true size. */
export function layoutDocuments(input: PackInput, files: FileFacts[]): DocumentGroup[] {
  const groups: DocumentGroup[] = [];
  const placed = new Set<number>();
  for (const index of inOrder(input)) {
    if (placed.has(index)) continue;
    const document = input.documents[index]!;
    const sides = cardSides(input, files, index);
    const group =
      sides.length > 0 && isCard(document, files[index]!)
        ? cardGroup(input, files, sides)
        : pageGroup(input, files, index);
    for (const number of group.documents) placed.add(number);
    groups.push(group);
  }
  return groups;
}

function inOrder(input: PackInput): number[] {
  const rank = (list: string[], value: string | null | undefined) => {
    const at = list.indexOf(value ?? '');
    return at < 0 ? list.length : at;
  };
  return input.documents
    .map((document, index) => ({ document, index }))
    .filter(({ document }) => document.material !== null)
    .sort((a, b) => {
      const kind = ({ document }: { document: PackDocument }) =>
        rank(kindOrder, input.catalogue.materials[document.material!]?.kind);
      return (
        kind(a) - kind(b) ||
        rank(ownerOrder, a.document.owner) - rank(ownerOrder, b.document.owner) ||
        a.index - b.index
      );
    })
    .map(({ index }) => index);
}

function isCard(document: PackDocument, file: FileFacts): boolean {
  const page = file.pages[0];
  if (!cardMaterials.has(document.material ?? '') || file.pages.length !== 1 || !page) return false;
  const aspect = Math.max(page.widthPx, page.heightPx) / Math.min(page.widthPx, page.heightPx);
  return aspect >= cardAspects.from && aspect <= cardAspects.to && (page.sizeMm?.width ?? 0) < 150;
}

/** The document and, if there is one, the other side of the same card: front first. */
function cardSides(input: PackInput, files: FileFacts[], index: number): number[] {
  const own = input.documents[index]!;
  const material = own.material!;
  const wanted =
    material === 'id-resident-front'
      ? 'id-resident-back'
      : material === 'id-resident-back'
        ? 'id-resident-front'
        : material;
  const other = input.documents.findIndex(
    (document, at) =>
      at !== index &&
      document.material === wanted &&
      document.owner === own.owner &&
      isCard(document, files[at]!) &&
      (wanted !== material || at > index),
  );
  if (other < 0) return [index];
  return material === 'id-resident-back' ? [other, index] : [index, other];
}

function cardGroup(input: PackInput, files: FileFacts[], sides: number[]): DocumentGroup {
  const first = input.documents[sides[0]!]!;
  const isResident = first.material === 'id-resident-front' || first.material === 'id-resident-back';
  const title: Bilingual =
    isResident && sides.length === 2
      ? { 'zh-CN': '居民身份证（人像面、国徽面）', en: 'Resident ID card, both sides' }
      : titleOf(input, first);
  const owner = ownerOf(first);
  const marks = caption(title, owner, '1 : 1');
  const placements: Placement[] = [];
  sides.forEach((index, row) => {
    const page = files[index]!.pages[0]!;
    const upright = page.widthPx < page.heightPx;
    const size = upright ? { width: card.height, height: card.width } : card;
    const outer: Area = { x: (210 - size.width) / 2, y: 62 + row * 88, ...size };
    const area = fitInside(outer, page.widthPx / page.heightPx);
    const side = isResident
      ? input.documents[index]!.material === 'id-resident-front'
        ? words.front
        : words.back
      : null;
    const label = [side?.['zh-CN'], words.trueSize['zh-CN'], side?.en, words.trueSize.en]
      .filter(Boolean)
      .join('\u3000');
    placements.push({ picture: { document: index, page: 0 }, area });
    marks.push(
      pictureMark(input, area, { document: index, page: 0 }),
      text(
        { x: contentArea.x, y: outer.y + outer.height + 3, width: contentArea.width, height: 5 },
        label,
        8,
        {
          align: 'center',
          colour: colours.soft,
        },
      ),
    );
  });
  return {
    title,
    owner,
    material: first.material!,
    pages: [documentPage(input, title, first.material!, marks)],
    placements: [placements],
    documents: sides,
  };
}

function pageGroup(input: PackInput, files: FileFacts[], index: number): DocumentGroup {
  const document = input.documents[index]!;
  const title = titleOf(input, document);
  const owner = ownerOf(document);
  const material = document.material!;
  const { pages } = files[index]!;
  const group: DocumentGroup = { title, owner, material, pages: [], placements: [], documents: [index] };
  if (pages.length === 0) {
    group.pages.push(
      documentPage(input, title, material, [...caption(title, owner, ''), ...unreadable(document)]),
    );
    group.placements.push([]);
    return group;
  }
  pages.forEach((facts, page) => {
    const picture = { document: index, page };
    const area = areaFor(input, document, facts);
    const count = pages.length > 1 ? `${page + 1} / ${pages.length}` : '';
    group.pages.push(
      documentPage(input, title, material, [
        ...caption(title, owner, count),
        pictureMark(input, area, picture),
      ]),
    );
    group.placements.push([{ picture, area }]);
  });
  return group;
}

function pictureMark(input: PackInput, area: Area, picture: PictureRef): PictureMark {
  const watermark = watermarkOf(input, input.documents[picture.document]!.material!);
  return { kind: 'picture', area, picture, ...(watermark === null ? {} : { watermark }) };
}

function areaFor(input: PackInput, document: PackDocument, facts: PageFacts): Area {
  const aspect = facts.widthPx / facts.heightPx;
  const kind = input.catalogue.materials[document.material!]?.kind;
  if (kind === 'photo') return { ...fitInside(photoArea, aspect), y: photoArea.y };
  const { sizeMm } = facts;
  // A PDF page smaller than the paper keeps its own size.
  if (sizeMm && sizeMm.width <= pictureArea.width && sizeMm.height <= pictureArea.height) {
    return { x: (210 - sizeMm.width) / 2, y: pictureArea.y, ...sizeMm };
  }
  const fitted = fitInside(pictureArea, aspect);
  return { ...fitted, y: pictureArea.y };
}

function caption(title: Bilingual, owner: Bilingual | null, note: string): Mark[] {
  const { x, y, width } = contentArea;
  const right = [owner ? `${owner['zh-CN']}\u3000${owner.en}` : '', note]
    .filter(Boolean)
    .join('\u3000·\u3000');
  return [
    ...bilingual({ x, y, width: width - 62, height: captionHeight - 1.5 }, title, 12, {
      weight: 'bold',
      isHeading: true,
    }),
    text({ x: x + width - 60, y, width: 60, height: captionHeight - 3 }, right, 8.5, {
      align: 'right',
      valign: 'bottom',
      colour: colours.soft,
    }),
    line(x, y + captionHeight, x + width, y + captionHeight, { widthPt: 0.5, colour: colours.hairline }),
  ];
}

function unreadable(document: PackDocument): Mark[] {
  const area = { x: contentArea.x, y: 60, width: contentArea.width, height: 40 };
  return [
    rect(area, { stroke: colours.seal, widthPt: 0.8, dashMm: 2 }),
    ...bilingual({ ...area, y: 70, height: 14 }, words.unreadable, 12, {
      align: 'center',
      colour: colours.seal,
    }),
    text({ ...area, x: area.x + 5, y: 86, width: area.width - 10, height: 8 }, document.fileName, 9, {
      align: 'center',
    }),
  ];
}

function documentPage(input: PackInput, title: Bilingual, material: string, marks: Mark[]): Page {
  return {
    kind: 'document',
    title,
    material,
    ruleIds: input.ruleIdsByMaterial[material] ?? [],
    marks,
    zones: [],
  };
}

/** The scan of a form the pack also prints empty is told apart from it. */
function titleOf(input: PackInput, document: PackDocument): Bilingual {
  const id = document.material!;
  const material = input.catalogue.materials[id];
  if (!material) return { 'zh-CN': id, en: id };
  if (material.origin !== 'printed-by-app') return material.name;
  const { signedScan } = words;
  return {
    'zh-CN': `${material.name['zh-CN']}（${signedScan['zh-CN']}）`,
    en: `${material.name.en} (${signedScan.en})`,
  };
}

function ownerOf(document: PackDocument): Bilingual | null {
  return document.owner ? (packOwners[document.owner] ?? null) : null;
}
