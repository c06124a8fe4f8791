import { failureOf, type Client } from '../api/client.ts';
import { concerns } from '../api/concerns.ts';
import { FieldEdits } from '../field-edits.svelte.ts';
import type {
  DossierView,
  Failure,
  FieldProblem,
  HistoryEntry,
  Input,
  Person,
  PersonFields,
  PersonView,
  ProblemCounts,
  RoleAssignment,
  Service,
  Severity,
} from '../../preload/contract/index.ts';
import { withValue } from '../forms/nested.ts';
import { patchOf, readPath, roleOf, valueAt } from './record-paths.ts';

type Role = Input<'dossiers.assignRole'>['role'];

/** State of one open dossier: what main says of it, and the edits on their way there. */
export class DossierPage {
  view = $state.raw<DossierView | null>(null);
  failure = $state.raw<Failure | null>(null);
  history = $state.raw<HistoryEntry[] | null>(null);
  /** Everybody of the workspace, to choose from; `null` until asked for. */
  allPeople = $state.raw<PersonView[] | null>(null);
  readonly dossierId: string;
  readonly edits: FieldEdits;
  #client: Client;
  #unsubscribe: () => void;
  /** Raised with every view, so that a slow answer never replaces a newer one. */
  #turn = 0;

  readonly openFiling = $derived.by(() => {
    const open = Object.keys(this.view?.filingProblems ?? {});
    return this.dossier?.filings.find((filing) => open.includes(filing.id)) ?? null;
  });

  /** What is counted in lists: findings of the open filing, or else problems of fields and pictures. */
  readonly counts = $derived.by((): ProblemCounts => {
    const ofFiling = this.openFiling && this.view?.filingProblems[this.openFiling.id];
    if (ofFiling) return ofFiling;
    const pictures = (this.view?.documents ?? []).flatMap(({ pages }) =>
      pages.flatMap((page) => page.findings),
    );
    return countSeverities([...this.problems, ...pictures]);
  });

  // Getters, not `$derived`: the last edits are saved after the screen is gone.
  get dossier() {
    return this.view?.dossier ?? null;
  }

  get problems() {
    return this.view?.problems ?? [];
  }

  constructor(client: Client, dossierId: string) {
    this.#client = client;
    this.dossierId = dossierId;
    this.edits = new FieldEdits(
      (path) => (this.view ? valueAt(this.view.dossier, this.view.people, path) : undefined),
      (path, value) => this.#save(path, value),
    );
    this.#unsubscribe = client.subscribe((event) => {
      if (concerns(event, dossierId)) void this.reload();
    });
  }

  /** Stops listening. Edits that are still on their way are flushed by who watches them. */
  dispose() {
    this.#unsubscribe();
  }

  async load() {
    await this.reload();
  }

  async reload() {
    const turn = ++this.#turn;
    try {
      const view = await this.#client.call('dossiers.get', { dossierId: this.dossierId });
      if (turn === this.#turn) this.#take(view);
      if (this.history) await this.loadHistory();
      if (this.allPeople) await this.loadPeople();
    } catch (caught) {
      if (turn === this.#turn) this.failure = failureOf(caught);
    }
  }

  async loadHistory() {
    this.history = await this.#client.call('dossiers.history', { dossierId: this.dossierId });
  }

  async loadPeople() {
    this.allPeople = await this.#client.call('people.list', {});
  }

  problemsAt(path: string): FieldProblem[] {
    return this.problems.filter((problem) => problem.path === path);
  }

  /** Problems of a record and everything inside it, e.g. `services.<id>`. */
  problemsUnder(path: string): FieldProblem[] {
    return this.problems.filter((problem) => problem.path.startsWith(`${path}.`));
  }

  person(personId: string | undefined): Person | null {
    return this.view?.people.find((person) => person.id === personId) ?? null;
  }

  service(serviceId: string | null): Service | null {
    return this.dossier?.services.find((service) => service.id === serviceId) ?? null;
  }

  /** @throws ApiError */
  async assign(role: Role, assignment: RoleAssignment | null) {
    await this.#change(() =>
      this.#client.call('dossiers.assignRole', { dossierId: this.dossierId, role, assignment }),
    );
  }

  /** Answers the new person's id. @throws ApiError */
  async createPerson(fields: Partial<PersonFields>): Promise<string> {
    const { person } = await this.#client.call('people.create', { fields });
    if (this.allPeople) await this.loadPeople();
    return person.id;
  }

  /** @throws ApiError */
  async assignOwner(serviceId: string, owner: RoleAssignment | null) {
    await this.updateService(serviceId, { owner });
  }

  /** Answers the new service's id. @throws ApiError */
  async createService(type: Service['type']): Promise<string> {
    await this.edits.flush();
    this.#turn++;
    const { serviceId, view } = await this.#client.call('services.create', {
      dossierId: this.dossierId,
      type,
    });
    this.#take(view);
    return serviceId;
  }

  /** @throws ApiError */
  async updateService(serviceId: string, patch: Input<'services.update'>['patch']) {
    await this.#change(() =>
      this.#client.call('services.update', { dossierId: this.dossierId, serviceId, patch }),
    );
  }

  /** @throws ApiError */
  async removeService(serviceId: string) {
    await this.#change(() => this.#client.call('services.remove', { dossierId: this.dossierId, serviceId }));
  }

  /** @throws ApiError */
  async remove() {
    this.dispose();
    await this.edits.flush();
    await this.#client.call('dossiers.remove', { dossierId: this.dossierId });
  }

  /** Takes over a view that another call answered with. */
  adopt(view: DossierView) {
    this.#turn++;
    this.#take(view);
  }

  async #change(call: () => Promise<DossierView>) {
    await this.edits.flush();
    this.adopt(await call());
  }

  #take(view: DossierView) {
    this.view = view;
    this.failure = null;
  }

  async #save(path: string, value: unknown) {
    const at = readPath(path);
    const { dossierId } = this;
    if (at.kind === 'entity') {
      const patch = patchOf(at.rest, value) as Input<'dossiers.update'>['patch'];
      this.adopt(await this.#client.call('dossiers.update', { dossierId, patch }));
    } else if (at.kind === 'service') {
      const patch = this.#servicePatch(at.id, at.rest, value);
      this.adopt(await this.#client.call('services.update', { dossierId, serviceId: at.id, patch }));
    } else if (at.kind === 'person') {
      const patch = patchOf(at.rest, value) as Input<'people.update'>['patch'];
      await this.#client.call('people.update', { personId: at.id, patch });
      this.adopt(await this.#client.call('dossiers.get', { dossierId }));
    } else {
      const held = this.dossier && roleOf(this.dossier, at.role);
      if (!held) return;
      const assignment = { personId: held.personId, position: typeof value === 'string' ? value : null };
      this.adopt(await this.#client.call('dossiers.assignRole', { dossierId, role: at.role, assignment }));
    }
  }

  /** Main merges a patch of `domain`; everything else inside a service is replaced whole. */
  #servicePatch(serviceId: string, rest: readonly string[], value: unknown) {
    const [key = '', ...deeper] = rest;
    const whole = key === 'domain' || deeper.length === 0;
    const saved = this.service(serviceId)?.[key as keyof Service];
    const patch = whole ? patchOf(rest, value) : { [key]: withValue(saved, deeper, value) };
    return patch as Input<'services.update'>['patch'];
  }
}

export function countSeverities(items: readonly { severity: Severity }[]): ProblemCounts {
  const counts: ProblemCounts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of items) counts[severity] += 1;
  return counts;
}
