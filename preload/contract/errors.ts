import * as v from 'valibot';
import { Params } from './common.ts';

/**
 * Every error the user can meet, with the parameters its sentence needs.
 * Add a code here first; the compiler then asks `messages/errors.ts` for its text in both languages.
 */
export interface ErrorParams {
  /** `field`: dotted path; `rule`: kind of the broken rule, e.g. `max_length`. */
  'input.invalid': { field: string; rule: string };
  'input.unknown-value': { field: string; value: string; known: string[] };
  'workspaces.none-open': Record<string, never>;
  'workspaces.not-found': { folder: string };
  'workspaces.folder-in-use': { folder: string };
  'workspaces.locked': { folder: string; since: string };
  'workspaces.read-only': Record<string, never>;
  'workspaces.newer-version': { file: string; version: number };
  'store.unreadable': { file: string; hasBackup: boolean };
  'store.disk-full': { file: string };
  'store.no-permission': { file: string };
  'store.write-failed': { file: string; reason: string };
  'store.no-backup': { file: string };
  'dossiers.not-found': { dossierId: string };
  'dossiers.duplicate-code': { creditCode: string; name: string };
  'people.not-found': { personId: string };
  'people.in-use': { roles: number };
  'services.not-found': { serviceId: string };
  'services.in-use': { filings: number };
  'filings.not-found': { filingId: string };
  'filings.bad-transition': { from: string; to: string };
  'attachments.not-found': { attachmentId: string };
  'repairs.several-pages': { fileName: string; pages: number };
  'repairs.impossible-corners': Record<string, never>;
  'repairs.outdated': { fileName: string };
  'files.too-large': { fileName: string; maxMb: number };
  'files.empty': { fileName: string };
  'files.unsupported': { fileName: string };
  'files.mislabelled': { fileName: string; claimed: string; actual: string };
  'files.truncated': { fileName: string };
  'files.too-many-pixels': { fileName: string; widthPx: number; heightPx: number; maxMegapixels: number };
  'files.too-many-pages': { fileName: string; pages: number; maxPages: number };
  'files.unknown-handle': Record<string, never>;
  'passwords.no-keychain': { reason: string };
  'passwords.none-set': Record<string, never>;
  'packs.incomplete': { missing: number };
  'packs.destination-in-use': { folder: string };
  'packs.missing-glyphs': { characters: string[] };
  'rules.file-invalid': { file: string; rule: string; field: string };
  'rules.no-region': Record<string, never>;
  /** `count`: mistakes in the pack. */
  'rule-packs.invalid': { count: number };
  'rule-packs.not-found': Record<string, never>;
  'rule-packs.damaged': { name: string };
  'tasks.not-found': { taskId: string };
  'tasks.cancelled': Record<string, never>;
  'tasks.timed-out': { seconds: number };
  'tasks.out-of-memory': Record<string, never>;
  'internal.unexpected': { incidentId: string };
}

export type ErrorCode = keyof ErrorParams;

/** JSON-safe failure that crosses the boundary. Carries no prose and no stack. */
export const Failure = v.strictObject({
  code: v.custom<ErrorCode>((x) => typeof x === 'string'),
  params: Params,
});
export type Failure = v.InferOutput<typeof Failure>;

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };
