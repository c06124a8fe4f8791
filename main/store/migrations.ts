/** Steps from one schema version to the next: `steps[n]` turns version `n` into `n + 1`. */
export interface Migrations {
  current: number;
  steps: Record<number, (old: Record<string, unknown>) => Record<string, unknown>>;
}

/** A file written by a newer version of the application: reading it could lose what this one does not know. */
export class NewerVersionError extends Error {
  readonly version: number;

  constructor(version: number) {
    super('written by a newer version');
    this.version = version;
  }
}

/** Brings `data` to the current version. @throws NewerVersionError, Error when a step is missing */
export function migrate(data: unknown, { current, steps }: Migrations): unknown {
  if (typeof data !== 'object' || data === null) return data;
  let state = data as Record<string, unknown>;
  const found = typeof state['schemaVersion'] === 'number' ? state['schemaVersion'] : Number.NaN;
  if (found > current) throw new NewerVersionError(found);
  for (let version = found; version < current; version++) {
    const step = steps[version];
    if (!step) throw new Error(`no migration from version ${version}`);
    state = { ...step(state), schemaVersion: version + 1 };
  }
  return state;
}
