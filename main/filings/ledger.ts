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
  emergencyPhone: string | null;
}

/** Item of the fact `ledger.providerAccounts`. */
export interface LedgerAccount {
  provider: string;
  account: string;
  entity: string | null;
}

/** A service of another dossier. */
export interface LedgerService {
  entity: string | null;
  domain: string | null;
  name: string | null;
  licenceNumber: string | null;
}

/** What the rest of the group has in common with one dossier. */
export interface Shared {
  people: LedgerPerson[];
  accounts: LedgerAccount[];
  /** Services elsewhere under a domain or a name that this dossier has, too. */
  services: LedgerService[];
  /** Names of other entities of the group in which domains of this dossier are held. */
  holders: string[];
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
  readonly #services = new Map<string, LedgerService[]>();
  /** Entity names that holders of a dossier's domains might be. */
  readonly #holders = new Map<string, string[]>();
  /** Spelled name of an entity -> its dossiers. */
  readonly #entities = new Map<string, string[]>();
  /** Value -> dossiers in which it stands. */
  readonly #whereUsed = new Map<string, Set<string>>();
  readonly #shared = new Map<string, Shared>();

  constructor(workspace: Workspace) {
    for (const dossier of workspace.dossiers) {
      const people = peopleIn(workspace, dossier);
      const accounts = accountsIn(dossier);
      this.#people.set(dossier.id, people);
      this.#accounts.set(dossier.id, accounts);
      const services = servicesIn(dossier);
      this.#services.set(dossier.id, services);
      this.#holders.set(
        dossier.id,
        dossier.services.flatMap(({ domain }) => domain.holderName ?? []),
      );
      const own = spelled(dossier.entity.name);
      if (own !== null) this.#entities.set(own, [...(this.#entities.get(own) ?? []), dossier.id]);
      const keys = [...people.flatMap(keysOf), ...accounts.map(accountKey), ...services.flatMap(serviceKeys)];
      for (const key of keys) {
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
    const ownServiceKeys = new Set((this.#services.get(dossierId) ?? []).flatMap(serviceKeys));
    const others = new Set(
      [...personKeys, ...accountKeys, ...ownServiceKeys].flatMap((key) => [
        ...(this.#whereUsed.get(key) ?? []),
      ]),
    );
    others.delete(dossierId);
    const people = [...others].flatMap((id) =>
      this.#people.get(id)!.filter((person) => keysOf(person).some((key) => personKeys.has(key))),
    );
    const accounts = [...others].flatMap((id) =>
      this.#accounts.get(id)!.filter((account) => accountKeys.has(accountKey(account))),
    );
    const services = [...others].flatMap((id) =>
      this.#services
        .get(id)!
        .filter((service) => serviceKeys(service).some((key) => ownServiceKeys.has(key))),
    );
    const holders = (this.#holders.get(dossierId) ?? []).filter((holder) =>
      this.#entities.get(spelled(holder) ?? '')?.some((id) => id !== dossierId),
    );
    const all = { people, accounts: [...ownAccounts, ...accounts], services, holders };
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
    const { name, idNumber, mobile, email, emergencyPhone } = person;
    return [{ entity: dossier.entity.name, role, name, idNumber, mobile, email, emergencyPhone }];
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
function keysOf({ name, idNumber, mobile, email, emergencyPhone }: LedgerPerson): string[] {
  const phones = [mobile, emergencyPhone].map((phone) => ['phone', phone] as const);
  return [['name', name] as const, ['id', idNumber] as const, ['email', email] as const, ...phones].flatMap(
    ([kind, value]) => {
      const key = spelled(value);
      return key === null ? [] : [`${kind}:${key}`];
    },
  );
}

const spelled = (value: string | null): string | null =>
  value?.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase() || null;

function servicesIn(dossier: Dossier): LedgerService[] {
  return dossier.services.map(({ domain, name, licenceNumber }) => ({
    entity: dossier.entity.name,
    domain: domain.name,
    name,
    licenceNumber,
  }));
}

function serviceKeys({ domain, name }: LedgerService): string[] {
  const [site, title] = [domain?.trim().toLowerCase(), spelled(name)];
  return [...(site ? [`domain:${site}`] : []), ...(title ? [`site:${title}`] : [])];
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
