import type {
  Dossier,
  DossierView,
  DocumentView,
  FieldProblem,
  Person,
  ProblemCounts,
  Severity,
} from '../../preload/contract/index.ts';
import { documentViews } from '../attachments/views.ts';
import { openSession, type Context } from '../context.ts';
import { judgeFiling } from '../filings/judge.ts';
import { isOpenState } from '../filings/lifecycle.ts';
import { timelineOfDossier } from '../filings/timelines.ts';
import { entityProblems, personProblems, serviceProblems } from '../identifiers/validate.ts';
import { peopleOf } from '../people/roles.ts';

/** Everything the window shows of one dossier. */
export async function viewDossier(context: Context, dossierId: string): Promise<DossierView> {
  const { workspace, inspections } = openSession(context);
  const dossier = workspace.dossier(dossierId);
  await inspections.load(dossierId);
  const people = peopleOf(workspace, dossier);
  return {
    dossier,
    people,
    problems: fieldProblems(context, dossier, people),
    documents: documentViews(context, dossier),
    filingProblems: Object.fromEntries(
      dossier.filings
        .filter((filing) => isOpenState(filing.state))
        .map((filing) => [filing.id, count(judgeFiling(context, dossier, filing)?.findings ?? [])]),
    ),
    timeline: timelineOfDossier(context, dossier),
  };
}

/** Problems of every field, paths from the dossier: `entity.name`, `people.<id>.mobile`, `services.<id>.name`. */
export function fieldProblems({ book, ports }: Context, dossier: Dossier, people: Person[]): FieldProblem[] {
  const under = (prefix: string, problems: FieldProblem[]) =>
    problems.map((problem) => ({ ...problem, path: `${prefix}.${problem.path}` }));
  const today = ports.clock.today();
  return [
    ...under('entity', entityProblems(dossier.entity, book)),
    ...people.flatMap((person) => under(`people.${person.id}`, personProblems(person, today))),
    ...dossier.services.flatMap((service) =>
      under(`services.${service.id}`, serviceProblems(service, book, today)),
    ),
  ];
}

export function count(items: { severity: Severity }[]): ProblemCounts {
  const counts: ProblemCounts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of items) counts[severity]++;
  return counts;
}

/** Problems of the pictures, as counted in lists. */
export function documentProblems(documents: DocumentView[]): { severity: Severity }[] {
  return documents.flatMap(({ pages }) => pages.flatMap(({ findings }) => findings));
}
