import type { Attachment, Dossier, ImageFinding, Person, Severity } from '../../preload/contract/index.ts';
import { openSession, type Context, type Session } from '../context.ts';
import { personIn } from '../filings/document-owners.ts';
import { duplicateFinding, imageKindOf } from '../images/index.ts';
import { alikePapers, alikePhotos } from './alike-pictures.ts';

/** A file that stands for something else in another place. */
interface Twin {
  kind: 'other-person' | 'other-entity';
  severity: Severity;
  otherEntity: string;
  otherPerson: string;
  otherFile: string;
  isExact: boolean;
}

interface Entry {
  dossier: Dossier;
  attachment: Attachment;
  person: Person | null;
  isPersonal: boolean;
  /**
   * A paper is known again where the same scan was saved anew: one that is scanned again differs from itself by more
   * than two of one layout do that name other people or days.
   */
  print: { among: string; text: string } | null;
}

const photos = 'photos';
/** Photos with each other; papers with those of their material alone, so that thousands of them take no second. */
type Alike = Map<string, ReturnType<typeof alikePhotos | typeof alikePapers>>;

interface Index {
  from: unknown[];
  alike: Alike;
  byAttachment: Map<string, Twin[]>;
  byDossier: Map<string, string>;
}

const kept = new WeakMap<Session, Index>();

/** Findings about a file that is also used, whole or as a copy, for other people or entities. */
export function duplicateFindings(context: Context, dossierId: string, attachmentId: string): ImageFinding[] {
  const twins = indexOf(openSession(context)).byAttachment.get(`${dossierId}/${attachmentId}`) ?? [];
  return twins.map(({ kind, severity, ...params }) => duplicateFinding(kind, severity, params));
}

/** Equal as long as no twin of a dossier's files has come or gone. */
export function duplicatesSignature(session: Session, dossierId: string): string {
  return indexOf(session).byDossier.get(dossierId) ?? '';
}

function indexOf(session: Session): Index {
  const { workspace, inspections } = session;
  const from = [workspace.revision, ...workspace.dossiers.map(({ id }) => inspections.stateOf(id))];
  const found = kept.get(session);
  if (found && found.from.length === from.length && found.from.every((item, i) => item === from[i]))
    return found;
  const index = makeIndex(session, from, found?.alike ?? new Map<string, never>());
  kept.set(session, index);
  return index;
}

function makeIndex(session: Session, from: unknown[], alike: Alike): Index {
  const entries = session.workspace.dossiers.flatMap((dossier) =>
    dossier.attachments.map((attachment) => entryOf(session, dossier, attachment)),
  );
  const byAttachment = new Map<string, Twin[]>();
  const byDossier = new Map<string, string>();
  for (const [one, other, isExact] of pairs(entries, alike)) {
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const) {
      const twin = twinOf(here, there, isExact);
      if (!twin) continue;
      const key = `${here.dossier.id}/${here.attachment.id}`;
      byAttachment.set(key, [...(byAttachment.get(key) ?? []), twin]);
      byDossier.set(here.dossier.id, (byDossier.get(here.dossier.id) ?? '') + key + JSON.stringify(twin));
    }
  }
  return { from, alike, byAttachment, byDossier };
}

function entryOf({ workspace, inspections }: Session, dossier: Dossier, attachment: Attachment): Entry {
  const { material, owner, serviceId } = attachment;
  const service = dossier.services.find(({ id }) => id === serviceId) ?? onlyOne(dossier.services);
  const personId = owner && personIn(dossier, service, owner);
  const isPhoto = imageKindOf(material) === 'owner-photo';
  const pages = inspections.of(dossier.id, attachment)?.pages ?? [];
  return {
    dossier,
    attachment,
    person: (personId && workspace.person(personId)) || null,
    isPersonal: isPhoto || imageKindOf(material) === 'id-card',
    print: pages.length === 1 ? printOf(pages[0]!.facts, material) : null,
  };
}

function printOf(facts: Record<string, unknown> | null, material: string | null): Entry['print'] {
  const { fingerprint, paperPrint } = facts ?? {};
  if (typeof fingerprint === 'string') return { among: photos, text: fingerprint };
  return typeof paperPrint === 'string' && material ? { among: material, text: paperPrint } : null;
}

const onlyOne = <T>(items: T[]): T | null => (items.length === 1 ? items[0]! : null);

/** Each pair of equal bytes, and of pictures that look the same. */
function* pairs(entries: Entry[], alike: Alike): Generator<[Entry, Entry, boolean]> {
  const byHash = grouped(entries, ({ attachment }) => attachment.sha256);
  for (const same of byHash.values())
    for (let i = 1; i < same.length; i++) for (let k = 0; k < i; k++) yield [same[k]!, same[i]!, true];
  const among = grouped(entries, ({ print }) => print?.among);
  for (const name of new Set([...alike.keys(), ...among.keys()])) {
    const printed = among.get(name) ?? [];
    const pictures = alike.get(name) ?? (name === photos ? alikePhotos() : alikePapers());
    alike.set(name, pictures);
    pictures.update(new Map(printed.map(({ attachment, print }) => [attachment.sha256, print!.text])));
    const seen = new Set<string>();
    for (const one of printed) {
      const { sha256 } = one.attachment;
      seen.add(sha256);
      for (const other of pictures.of(sha256))
        if (!seen.has(other))
          for (const copy of byHash.get(other)!) if (copy.print?.among === name) yield [one, copy, false];
    }
  }
}

/** Those without a key are in no group. */
function grouped(entries: Entry[], keyOf: (entry: Entry) => string | undefined): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** A person's paper may serve the same person anywhere, an entity's paper only that entity. */
function twinOf(here: Entry, there: Entry, isExact: boolean): Twin | null {
  // The side with the emblem names nobody: two people's may be the same picture.
  if (here.attachment.material === 'id-resident-back') return null;
  const names = {
    otherEntity: there.dossier.entity.name ?? '',
    otherPerson: there.person?.name ?? '',
    otherFile: there.attachment.fileName,
    isExact,
  };
  if (here.isPersonal && there.isPersonal && here.person && there.person)
    return isSamePerson(here.person, there.person)
      ? null
      : { kind: 'other-person', severity: 'error', ...names };
  if (isSameEntity(here.dossier, there.dossier)) return null;
  const isOwnPaper = here.attachment.material === 'cert-business-licence';
  return { kind: 'other-entity', severity: isOwnPaper ? 'error' : 'warning', ...names };
}

function isSamePerson(a: Person, b: Person): boolean {
  if (a.id === b.id) return true;
  return a.idNumber && b.idNumber ? a.idNumber === b.idNumber : a.name !== null && a.name === b.name;
}

function isSameEntity(a: Dossier, b: Dossier): boolean {
  if (a.id === b.id) return true;
  const [ownNumber, otherNumber] = [a.entity.certificate.number, b.entity.certificate.number];
  return ownNumber && otherNumber
    ? ownNumber === otherNumber
    : a.entity.name !== null && a.entity.name === b.entity.name;
}
