import { failureOf, type Client } from '../api/client.ts';
import { FieldEdits } from '../field-edits.svelte.ts';
import { patchOf } from '../dossier/record-paths.ts';
import type { Failure, FieldProblem, Input, PersonView } from '../../preload/contract/index.ts';

/** State of the people screen. Paths of fields are `people.<id>.<field>`. */
export class PeoplePage {
  all = $state.raw<PersonView[]>([]);
  loaded = $state(false);
  failure = $state.raw<Failure | null>(null);
  query = $state('');
  readonly edits: FieldEdits;
  #client: Client;
  #unsubscribe: () => void;

  readonly visible = $derived.by(() => {
    const words = this.query.trim().toLowerCase().split(/\s+/);
    return this.all.filter(({ person, roles }) => {
      const text = [
        person.name,
        person.mobile,
        person.idNumber,
        person.email,
        ...roles.map((role) => role.entityName),
      ]
        .filter(Boolean)
        .join(' ')
        .toLowerCase();
      return words.every((word) => text.includes(word));
    });
  });

  constructor(client: Client) {
    this.#client = client;
    this.edits = new FieldEdits(
      (path) => {
        const [, id, field = ''] = path.split('.');
        const person = this.find(id ?? null)?.person as Record<string, unknown> | undefined;
        return person?.[field];
      },
      (path, value) => this.#save(path, value),
    );
    this.#unsubscribe = client.subscribe((event) => {
      if (event.type === 'undone' || event.type === 'dossier-changed') void this.load();
    });
  }

  dispose() {
    this.#unsubscribe();
  }

  async load() {
    try {
      this.all = await this.#client.call('people.list', {});
      this.failure = null;
      this.loaded = true;
    } catch (caught) {
      this.failure = failureOf(caught);
    }
  }

  find(personId: string | null): PersonView | null {
    return this.all.find((view) => view.person.id === personId) ?? null;
  }

  problemsAt(path: string): FieldProblem[] {
    const [, id, ...field] = path.split('.');
    return (this.find(id ?? null)?.problems ?? []).filter((problem) => problem.path === field.join('.'));
  }

  /** Other records with the same ID number: one person entered twice. */
  sameNumber({ person }: PersonView): PersonView[] {
    const number = plainNumber(person.idNumber);
    if (number === '') return [];
    return this.all.filter(
      (other) => other.person.id !== person.id && plainNumber(other.person.idNumber) === number,
    );
  }

  /** Answers the new person's id. @throws ApiError */
  async create(): Promise<string> {
    const view = await this.#client.call('people.create', { fields: {} });
    this.query = '';
    await this.load();
    return view.person.id;
  }

  /** @throws ApiError `people.in-use` */
  async remove(personId: string) {
    await this.edits.flush();
    await this.#client.call('people.remove', { personId });
    await this.load();
  }

  async #save(path: string, value: unknown) {
    const [, personId = '', ...rest] = path.split('.');
    const patch = patchOf(rest, value) as Input<'people.update'>['patch'];
    const view = await this.#client.call('people.update', { personId, patch });
    this.all = this.all.map((other) => (other.person.id === personId ? view : other));
  }
}

function plainNumber(number: string | null): string {
  return (number ?? '').replace(/\s/g, '').toUpperCase();
}
