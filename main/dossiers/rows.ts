import type { Dossier, EntityRow, NextWhat, Person } from '../../preload/contract/index.ts';
import { documentViews } from '../attachments/views.ts';
import { openSession, type Context, type Session } from '../context.ts';
import { provinceOf } from '../filings/facts-of.ts';
import { judgeFiling } from '../filings/judge.ts';
import { ledgerOf } from '../filings/ledger.ts';
import { isOpenState } from '../filings/lifecycle.ts';
import { peopleOf } from '../people/roles.ts';
import { turnTaker } from '../turns.ts';
import { count, documentProblems, fieldProblems } from './view.ts';

interface KeptRow {
  /** What the row was made from; compared by identity. */
  from: unknown[];
  row: EntityRow;
}

const kept = new WeakMap<Dossier, KeptRow>();

/** The list of entities. A row is made anew only when what it is made from has changed. */
export async function listDossiers(context: Context): Promise<EntityRow[]> {
  const session = openSession(context);
  const rows: EntityRow[] = [];
  const takeTurns = turnTaker();
  for (const dossier of session.workspace.dossiers) {
    const from = ingredients(context, session, dossier);
    let entry = kept.get(dossier);
    if (!entry || !sameItems(entry.from, from)) {
      await takeTurns();
      entry = { from, row: makeRow(context, session, dossier) };
      kept.set(dossier, entry);
    }
    rows.push(entry.row);
  }
  return rows;
}

function ingredients(
  { ports, book }: Context,
  { workspace, inspections }: Session,
  dossier: Dossier,
): unknown[] {
  return [
    book,
    ports.clock.today(),
    workspace.settings.plannedSubmissionOn,
    ledgerOf(workspace).sharedWith(dossier.id).signature,
    inspections.stateOf(dossier.id),
    ...peopleOf(workspace, dossier),
  ];
}

function sameItems(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function makeRow(context: Context, { workspace }: Session, dossier: Dossier): EntityRow {
  const people = peopleOf(workspace, dossier);
  const { entity, services } = dossier;
  const open = dossier.filings.find((filing) => isOpenState(filing.state)) ?? null;
  const findings = open ? (judgeFiling(context, dossier, open)?.findings ?? []) : [];
  return {
    dossierId: dossier.id,
    name: entity.name,
    province: entity.region && provinceOf(entity.region),
    nature: entity.nature,
    licenceNumber: entity.licenceNumber,
    creditCode: entity.certificate.number,
    services: services.length,
    openFiling: open && { filingId: open.id, type: open.type, state: open.state },
    // A filing's findings include those of its documents and fields.
    problems: count(
      open
        ? findings
        : [...fieldProblems(context, dossier, people), ...documentProblems(documentViews(context, dossier))],
    ),
    next: nextDate(dossier, people, context.ports.clock.today()),
    hasPassword: dossier.filingPassword !== null,
    searchText: searchText(dossier, people),
  };
}

function searchText({ entity, services }: Dossier, people: Person[]): string {
  return [
    entity.name,
    entity.tradeName,
    entity.certificate.number,
    entity.licenceNumber,
    ...services.flatMap((service) => [service.name, service.domain.name, service.licenceNumber]),
    ...people.flatMap((person) => [person.name, person.mobile]),
  ]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}

/** Days before which a date is worth a line in the list. */
const LOOK_AHEAD_DAYS = 180;

function nextDate(dossier: Dossier, people: Person[], today: string): EntityRow['next'] {
  const dates: { on: string | null; what: NextWhat }[] = [
    ...dossier.filings
      .filter((filing) => isOpenState(filing.state))
      .flatMap((filing): { on: string | null; what: NextWhat }[] => [
        { on: filing.smsDeadline?.slice(0, 10) ?? null, what: 'sms-deadline' },
        { on: filing.state === 'draft' ? filing.plannedSubmissionOn : null, what: 'planned-submission' },
      ]),
    {
      on: dossier.entity.certificate.longTerm ? null : dossier.entity.certificate.validTo,
      what: 'certificate-expires',
    },
    ...people.map((person) => ({
      on: person.idLongTerm ? null : person.idValidTo,
      what: 'id-expires' as const,
    })),
    ...dossier.services.map((service) => ({
      on: service.domain.expiresOn,
      what: 'domain-expires' as const,
    })),
  ];
  const soon = dates
    .flatMap(({ on, what }) => (on && daysBetween(today, on) <= LOOK_AHEAD_DAYS ? [{ on, what }] : []))
    .sort((a, b) => a.on.localeCompare(b.on))[0];
  if (!soon) return null;
  const days = daysBetween(today, soon.on);
  const isExpiry = soon.what.endsWith('-expires');
  return {
    ...soon,
    severity: days < 0 || (isExpiry && days <= 90) ? 'error' : days <= 7 ? 'warning' : 'info',
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
