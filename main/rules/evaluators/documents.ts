import type { Params } from '../../../preload/contract/index.ts';
import { items, textOf, type Item } from './facts.ts';
import { distinctPersons, isSamePerson, personText } from './people.ts';
import type { Role } from './params.ts';
import type { CheckContext } from './types.ts';

/** One line of the `documents` fact. */
export interface Doc {
  material: string;
  owner: string | null;
  /** `null`: undated. `undefined`: not said. */
  issuedOn: string | null | undefined;
  validTo: string | null | undefined;
  copies: number | undefined;
  item: Item;
}

const PERSON_ROLES: readonly string[] = ['principal', 'service-owner', 'legal-representative'];
const isRole = (owner: string | null): owner is Role => owner !== null && PERSON_ROLES.includes(owner);

const optionalText = (item: Item, key: string): string | null | undefined =>
  item[key] === undefined ? undefined : textOf(item, key);

/** What is attached; `undefined` when that is unknown. */
export function documentsOf(ctx: CheckContext): Doc[] | undefined {
  return items(ctx, 'documents')?.flatMap((item) => {
    const material = textOf(item, 'material');
    if (material === null) return [];
    const copies = item['copies'];
    return {
      material,
      owner: textOf(item, 'owner'),
      issuedOn: optionalText(item, 'issuedOn'),
      validTo: optionalText(item, 'validTo'),
      copies: typeof copies === 'number' ? copies : undefined,
      item,
    };
  });
}

/** Papers that are about one person; letters and forms are the unit's, whoever is named in them or signs them. */
const PERSONAL_KINDS = new Set(['person-document', 'proof', 'photo', 'verification']);

/** A person's document serves every role that the person fills; a document of the unit serves anyone. */
function servesOwner(ctx: CheckContext, doc: Doc, owner: string | null): boolean {
  if (!isRole(owner) || !isRole(doc.owner)) return true;
  if (!PERSONAL_KINDS.has(ctx.book.materials.get(doc.material)?.kind ?? '')) return true;
  return isSamePerson(ctx, doc.owner, owner) === true;
}

/** The papers of the legal representative's ID are one material of their own; any valid ID of theirs answers it. */
const LEGAL_REPRESENTATIVE_ID = 'id-legal-representative';

function answers(doc: Doc, material: string): boolean {
  if (doc.material === material) return true;
  return (
    material === LEGAL_REPRESENTATIVE_ID &&
    doc.owner === 'legal-representative' &&
    doc.material.startsWith('id-')
  );
}

/** Attached documents that answer one of `materials` for `owner`; `undefined` when unknown. */
export function attachedFor(ctx: CheckContext, materials: string[], owner: string | null): Doc[] | undefined {
  return documentsOf(ctx)?.filter(
    (doc) => materials.some((material) => answers(doc, material)) && servesOwner(ctx, doc, owner),
  );
}

export const isAttached = (
  ctx: CheckContext,
  materials: string[],
  owner: string | null = null,
): boolean | undefined => {
  const found = attachedFor(ctx, materials, owner);
  return found && found.length > 0;
};

/** Files that show an ID, by its type: every inner list is a file, any one of its materials will do. */
const filesOfIdType: Record<string, string[][]> = {
  'resident-id-card': [['id-resident-front'], ['id-resident-back']],
  'temporary-id-card': [['id-resident-front'], ['id-resident-back']],
  passport: [['id-passport']],
  'taiwan-travel-permit': [['id-taiwan-permit']],
  'taiwan-residence-permit': [['id-taiwan-permit']],
  'hk-macao-travel-permit': [['id-hk-macao-permit']],
  'hk-macao-residence-permit': [['id-hk-macao-permit']],
  'foreign-permanent-resident-id': [['id-foreign-permanent-resident']],
};
const PERMITS = ['id-hk-macao-permit', 'id-taiwan-permit', 'id-passport', 'id-foreign-permanent-resident'];

export interface Wanted {
  materials: string[];
  owner: string | null;
}

/** Files of the IDs of `roles`, each person once. The ID type decides which; unknown, any of them. */
export function idFiles(ctx: CheckContext, roles: Role[]): { wanted: Wanted[]; missing: string[] } {
  const missing: string[] = [];
  const wanted = distinctPersons(ctx, roles).flatMap((role) => {
    const idType = personText(ctx, role, 'idType');
    const files = filesOfIdType[idType ?? ''];
    if (!files) missing.push(`${role === 'principal' ? 'principal' : 'serviceOwner'}.idType`);
    const any = [
      ['id-resident-front', ...PERMITS],
      ['id-resident-back', ...PERMITS],
    ];
    return (files ?? any).map((materials) => ({ materials, owner: role }));
  });
  return { wanted, missing };
}

const KIND_PERSON = 'person-document';
export const isPersonDocument = (ctx: CheckContext, material: string): boolean =>
  ctx.book.materials.get(material)?.kind === KIND_PERSON;

/** Ids and names of materials for a sentence; alternatives are joined by “或” / “or”. */
export function naming(
  { book }: Pick<CheckContext, 'book'>,
  materials: string[],
  joint: 'or' | 'and' = 'or',
) {
  const names = materials.map((id) => book.materials.get(id)?.name ?? { 'zh-CN': id, en: id });
  return {
    materials,
    materialsZh: names.map((name) => `《${name['zh-CN']}》`).join(joint === 'or' ? ' 或 ' : '、'),
    materialsEn: names.map((name) => `“${name.en}”`).join(joint === 'or' ? ' or ' : ', '),
  } satisfies Params;
}
