import type { Dossier, EntityRow, Person, Severity } from '../../preload/contract/index.ts';
import { duplicatesSignature } from '../attachments/duplicates.ts';
import { documentViews } from '../attachments/views.ts';
import { openSession, type Context, type Session } from '../context.ts';
import { provinceOf } from '../filings/facts-of.ts';
import { judgeFiling } from '../filings/judge.ts';
import { ledgerOf } from '../filings/ledger.ts';
import { isOpenState } from '../filings/lifecycle.ts';
import { daysToActBy } from '../filings/timeline.ts';
import { timelineOfDossier } from '../filings/timelines.ts';
import { peopleOf } from '../people/roles.ts';
import { addDays } from '../rules/evaluators/dates.ts';
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

function ingredients({ ports, book }: Context, session: Session, dossier: Dossier): unknown[] {
  const { workspace, inspections } = session;
  return [
    book,
    ports.clock.today(),
    workspace.settings.plannedSubmissionOn,
    ledgerOf(workspace).sharedWith(dossier.id).signature,
    inspections.stateOf(dossier.id),
    duplicatesSignature(session, dossier.id),
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
    dates: rowDates(context, dossier),
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
const SOON_DAYS = 30;

function rowDates(context: Context, dossier: Dossier): EntityRow['dates'] {
  const today = context.ports.clock.today();
  return daysToActBy(timelineOfDossier(context, dossier), today, LOOK_AHEAD_DAYS).map(
    ({ on, kind, code, severity, title, message, isEstimate }) => ({
      on,
      kind,
      code,
      severity: urgency(severity, on, today),
      title,
      message,
      isEstimate,
    }),
  );
}

/** What is still to come is no error yet. */
function urgency(severity: Severity, on: string, today: string): Severity {
  if (on <= today || severity === 'info') return severity;
  return on <= addDays(today, SOON_DAYS) ? 'warning' : 'info';
}
