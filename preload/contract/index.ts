import type { GenericSchema, InferInput, InferOutput } from 'valibot';
import { attachmentsMethods, dossiersMethods, filingsMethods, servicesMethods } from './dossiers.ts';
import { packsMethods } from './packs.ts';
import { passwordsMethods } from './passwords.ts';
import { peopleMethods } from './people.ts';
import { rulePacksMethods } from './rule-packs.ts';
import { rulesMethods } from './rules.ts';
import { tasksMethods, type AppEvent } from './tasks.ts';
import { checklistMethods } from './walk.ts';
import { workspacesMethods } from './workspaces.ts';

export * from './advice.ts';
export * from './common.ts';
export * from './dossiers.ts';
export * from './errors.ts';
export * from './facts.ts';
export * from './findings.ts';
export * from './images.ts';
export * from './packs.ts';
export * from './people.ts';
export * from './repairs.ts';
export * from './rule-packs.ts';
export * from './rules.ts';
export * from './tasks.ts';
export * from './timeline.ts';
export * from './walk.ts';
export * from './workspaces.ts';

/** The whole surface between renderer and main: method name -> input and output schema. */
export const contract = {
  ...workspacesMethods,
  ...dossiersMethods,
  ...servicesMethods,
  ...filingsMethods,
  ...attachmentsMethods,
  ...peopleMethods,
  ...passwordsMethods,
  ...checklistMethods,
  ...packsMethods,
  ...rulesMethods,
  ...rulePacksMethods,
  ...tasksMethods,
} satisfies Record<string, { input: GenericSchema; output: GenericSchema }>;

export type Contract = typeof contract;
export type Method = keyof Contract;
/** What a caller may pass. */
export type Input<M extends Method> = InferInput<Contract[M]['input']>;
/** What a handler receives: the same, after the schema has trimmed and filled it. */
export type Parsed<M extends Method> = InferOutput<Contract[M]['input']>;
export type Output<M extends Method> = InferOutput<Contract[M]['output']>;

/** A file main has received; give `handle` to a method that takes files in. */
export interface ReceivedFile {
  handle: string;
  fileName: string;
  bytes: number;
}

/** The part of the page's `File` that this layer may know; hosts receive the real one. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
}

/** What the preload script and the loopback page both provide as `window.beian`. */
export interface Bridge {
  /** JSON text in, JSON `Result` out; never rejects for an expected failure. */
  call(method: string, inputJson: string): Promise<string>;
  /** JSON `AppEvent`s as they happen; returns unsubscribe. */
  subscribe(listener: (eventJson: string) => void): () => void;
  /** Hands a dropped or chosen file to main; JSON `Result<ReceivedFile>`. */
  upload(file: PickedFile): Promise<string>;
}

export type { AppEvent };
