import type { Dossier } from '../../preload/contract/index.ts';
import { roleHolders } from '../people/roles.ts';
import type { Workspace } from '../workspaces/workspace.ts';

/** A person in a role, as the group-wide checks compare them. Item of the fact `ledger.people`. */
export interface LedgerPerson {
  entity: string | null;
  role: string;
  name: string | null;
  idNumber: string | null;
  mobile: string | null;
  email: string | null;
}

/** Item of the fact `ledger.providerAccounts`. */
export interface LedgerAccount {
  provider: string;
  account: string;
  entity: string | null;
}

interface DossierEntries {
  people: LedgerPerson[];
  accounts: LedgerAccount[];
}

/** What all dossiers together know, for the checks that compare entities with each other. */
export class Ledger {
  readonly #entries = new Map<string, DossierEntries>();
  /** Equal for two ledgers that would answer alike. */
  readonly signature: string;

  constructor(workspace: Workspace) {
    for (const dossier of workspace.dossiers) this.#entries.set(dossier.id, entriesOf(workspace, dossier));
    this.signature = JSON.stringify([...this.#entries]);
  }

  peopleOutside(dossierId: string): LedgerPerson[] {
    return this.#outside(dossierId).flatMap((entries) => entries.people);
  }

  accounts(): LedgerAccount[] {
    return [...this.#entries.values()].flatMap((entries) => entries.accounts);
  }

  #outside(dossierId: string): DossierEntries[] {
    return [...this.#entries].filter(([id]) => id !== dossierId).map(([, entries]) => entries);
  }
}

function entriesOf(workspace: Workspace, dossier: Dossier): DossierEntries {
  const entity = dossier.entity.name;
  const people = roleHolders(dossier).flatMap(({ role, personId }) => {
    const person = workspace.person(personId);
    if (!person) return [];
    const { name, idNumber, mobile, email } = person;
    return [{ entity, role, name, idNumber, mobile, email }];
  });
  const accounts = dossier.services
    .flatMap((service) => service.accesses)
    .flatMap(({ provider, account }) => (provider && account ? [{ provider, account, entity }] : []));
  return { people, accounts };
}

const kept = new WeakMap<Workspace, { revision: number; ledger: Ledger }>();

/** The ledger of the workspace as it is now; made once per revision. */
export function ledgerOf(workspace: Workspace): Ledger {
  const found = kept.get(workspace);
  if (found?.revision === workspace.revision) return found.ledger;
  const ledger = new Ledger(workspace);
  kept.set(workspace, { revision: workspace.revision, ledger });
  return ledger;
}
