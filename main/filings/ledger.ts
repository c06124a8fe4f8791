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

/** What the rest of the group has in common with one dossier. */
export interface Shared {
  people: LedgerPerson[];
  accounts: LedgerAccount[];
  /** Equal as long as a judgement of the dossier by the group would come out alike. */
  signature: string;
}

/**
 * What all dossiers together know, for the checks that compare entities with each other. Those look for equal
 * values, so each dossier is shown only the entries that share one with it: a group of 300 costs what it overlaps.
 */
export class Ledger {
  readonly #people = new Map<string, LedgerPerson[]>();
  readonly #accounts = new Map<string, LedgerAccount[]>();
  /** Value -> dossiers in which it stands. */
  readonly #whereUsed = new Map<string, Set<string>>();
  readonly #shared = new Map<string, Shared>();

  constructor(workspace: Workspace) {
    for (const dossier of workspace.dossiers) {
      const people = peopleIn(workspace, dossier);
      const accounts = accountsIn(dossier);
      this.#people.set(dossier.id, people);
      this.#accounts.set(dossier.id, accounts);
      for (const key of [...people.flatMap(keysOf), ...accounts.map(accountKey)]) {
        const users = this.#whereUsed.get(key);
        if (users) users.add(dossier.id);
        else this.#whereUsed.set(key, new Set([dossier.id]));
      }
    }
  }

  sharedWith(dossierId: string): Shared {
    let shared = this.#shared.get(dossierId);
    if (!shared) this.#shared.set(dossierId, (shared = this.#findShared(dossierId)));
    return shared;
  }

  #findShared(dossierId: string): Shared {
    const ownPeople = this.#people.get(dossierId) ?? [];
    const ownAccounts = this.#accounts.get(dossierId) ?? [];
    const personKeys = new Set(ownPeople.flatMap(keysOf));
    const accountKeys = new Set(ownAccounts.map(accountKey));
    const others = new Set(
      [...personKeys, ...accountKeys].flatMap((key) => [...(this.#whereUsed.get(key) ?? [])]),
    );
    others.delete(dossierId);
    const people = [...others].flatMap((id) =>
      this.#people.get(id)!.filter((person) => keysOf(person).some((key) => personKeys.has(key))),
    );
    const accounts = [...others].flatMap((id) =>
      this.#accounts.get(id)!.filter((account) => accountKeys.has(accountKey(account))),
    );
    const all = { people, accounts: [...ownAccounts, ...accounts] };
    return { ...all, signature: JSON.stringify(all) };
  }
}

/** A person once for each role, however many services they own. */
function peopleIn(workspace: Workspace, dossier: Dossier): LedgerPerson[] {
  const holders = new Map(
    roleHolders(dossier).map((holder) => [`${holder.role} ${holder.personId}`, holder]),
  );
  return [...holders.values()].flatMap(({ role, personId }) => {
    const person = workspace.person(personId);
    if (!person) return [];
    const { name, idNumber, mobile, email } = person;
    return [{ entity: dossier.entity.name, role, name, idNumber, mobile, email }];
  });
}

function accountsIn(dossier: Dossier): LedgerAccount[] {
  return dossier.services
    .flatMap((service) => service.accesses)
    .flatMap(({ provider, account }) =>
      provider && account ? [{ provider, account, entity: dossier.entity.name }] : [],
    );
}

/** What two entries may have in common, spelled alike whatever the spacing and case. */
function keysOf({ name, idNumber, mobile, email }: LedgerPerson): string[] {
  return Object.entries({ name, idNumber, mobile, email }).flatMap(([kind, value]) => {
    const spelled = value?.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase();
    return spelled ? [`${kind}:${spelled}`] : [];
  });
}

function accountKey({ provider, account }: LedgerAccount): string {
  return `account:${provider}:${account}`;
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
