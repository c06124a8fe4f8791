import { EventEmitter } from 'node:events';

/**
 * The stand-in refuses what it does not know: an option, an event or an order of calls that nobody has checked against
 * Electron's documentation must not pass a test by being ignored.
 */
export class StandInError extends Error {
  constructor(message: string) {
    super(`electron stand-in: ${message}`);
    this.name = 'StandInError';
  }
}

/** Checks an options object: every key known, every value one that is allowed. */
export function allow(
  what: string,
  options: object,
  allowed: Record<string, (value: unknown) => boolean>,
): void {
  for (const [key, value] of Object.entries(options)) {
    const check = allowed[key];
    if (!check) throw new StandInError(`${what}: unknown or insecure option '${key}'`);
    if (!check(value)) throw new StandInError(`${what}: '${key}' must not be ${JSON.stringify(value)}`);
  }
}

export function demand(what: string, options: object, demanded: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(demanded))
    if ((options as Record<string, unknown>)[key] !== value)
      throw new StandInError(`${what}: '${key}' must be said to be ${JSON.stringify(value)}`);
}

export const isAnything = () => true;
export const isString = (value: unknown) => typeof value === 'string';
export const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
export const isBoolean = (value: unknown) => typeof value === 'boolean';
export const isExactly = (expected: unknown) => (value: unknown) => value === expected;

/** An emitter with a closed list of events. */
export class StrictEmitter extends EventEmitter {
  readonly #known: readonly string[];

  constructor(known: readonly string[]) {
    super();
    this.#known = known;
    // 'error' without a listener must not be swallowed either.
    this.on('newListener', (event: string) => {
      if (!this.#known.includes(event)) throw new StandInError(`no such event: '${event}'`);
    });
  }
}

/** An event that listeners may prevent, as Electron hands it out. */
export function preventable<T extends object>(details: T = {} as T) {
  return {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
