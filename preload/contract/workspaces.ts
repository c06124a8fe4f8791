import * as v from 'valibot';
import { Day, Id, Instant, Language, Params } from './common.ts';

export const Settings = v.strictObject({
  /** `null`: the system's. */
  language: v.nullable(Language),
  theme: v.picklist(['system', 'light', 'dark']),
  /** Providers offered first, ids of `resources/data/providers.json`. */
  providers: v.array(v.string()),
  /** Day for which validity and rules are judged unless a filing says otherwise; `null`: today. */
  plannedSubmissionOn: v.nullable(Day),
});
export type Settings = v.InferOutput<typeof Settings>;

/** A file of the workspace that could not be read. `backupFrom`: when its last good version was written. */
export const DamagedFile = v.strictObject({
  file: v.string(),
  kind: v.picklist(['dossier', 'person', 'rules']),
  id: v.string(),
  reason: v.picklist(['not-json', 'wrong-shape', 'newer-version', 'unreadable']),
  backupFrom: v.nullable(Instant),
});
export type DamagedFile = v.InferOutput<typeof DamagedFile>;

export const WorkspaceView = v.strictObject({
  id: Id,
  name: v.string(),
  folder: v.string(),
  readOnly: v.boolean(),
  settings: Settings,
  damaged: v.array(DamagedFile),
  /** The next step undo and redo would take: action code and parameters for its sentence. */
  undo: v.nullable(v.strictObject({ action: v.string(), params: Params })),
  redo: v.nullable(v.strictObject({ action: v.string(), params: Params })),
  savedAt: v.nullable(Instant),
});
export type WorkspaceView = v.InferOutput<typeof WorkspaceView>;

export const Keychain = v.strictObject({
  available: v.boolean(),
  /** `no-module`: keytar is not built; `no-service`: the system's keychain does not answer. */
  reason: v.nullable(v.picklist(['no-module', 'no-service'])),
});

export const AppStatus = v.strictObject({
  version: v.string(),
  host: v.picklist(['electron', 'loopback', 'cli']),
  systemLanguage: Language,
  today: Day,
  keychain: Keychain,
  canChooseFolder: v.boolean(),
  suggestedFolder: v.string(),
  recentFolders: v.array(v.string()),
  workspace: v.nullable(WorkspaceView),
});
export type AppStatus = v.InferOutput<typeof AppStatus>;

const undone = v.strictObject({
  /** `null` when there was nothing to undo. */
  undone: v.nullable(v.strictObject({ action: v.string(), params: Params, dossierId: v.nullable(Id) })),
  workspace: WorkspaceView,
});

export const workspacesMethods = {
  'app.status': { input: v.strictObject({}), output: AppStatus },
  'workspaces.create': {
    input: v.strictObject({
      folder: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
      name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
    }),
    output: WorkspaceView,
  },
  'workspaces.open': {
    input: v.strictObject({
      folder: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
      readOnly: v.boolean(),
    }),
    output: WorkspaceView,
  },
  'workspaces.close': { input: v.strictObject({}), output: v.null() },
  /** `null` when the person changed their mind. */
  'workspaces.chooseFolder': { input: v.strictObject({}), output: v.nullable(v.string()) },
  'workspaces.saveSettings': {
    input: v.strictObject({ patch: v.partial(v.strictObject({ ...Settings.entries, name: v.string() })) }),
    output: WorkspaceView,
  },
  /** Opens a damaged file from its last good version; the damaged one is kept beside it. */
  'workspaces.recover': {
    /** `folder` only while no workspace is open: then `file` is its `workspace.json`. */
    input: v.strictObject({ folder: v.nullable(v.string()), file: v.string() }),
    output: WorkspaceView,
  },
  'workspaces.undo': { input: v.strictObject({}), output: undone },
  'workspaces.redo': { input: v.strictObject({}), output: undone },
};
