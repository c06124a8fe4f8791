import type { AppEvent, ReceivedFile } from '../preload/contract/index.ts';
import { listAttention } from './attachments/attention.ts';
import { acceptRepair, backToOriginal, repairAttachment, repairOptions } from './attachments/repairs.ts';
import {
  addAttachments,
  inspectAttachments,
  removeAttachment,
  updateAttachment,
} from './attachments/service.ts';
import { getChecklist } from './checklist/service.ts';
import { openSession, type Context } from './context.ts';
import { listDossiers } from './dossiers/rows.ts';
import {
  assignRole,
  createDossier,
  dossierHistory,
  getDossier,
  removeDossier,
  updateDossier,
} from './dossiers/service.ts';
import { adviseOnFiling } from './filings/advise.ts';
import { listFilings } from './filings/list.ts';
import { answerItem, createFiling, removeFiling, updateFiling, waiveItem } from './filings/service.ts';
import { loadImageLimits } from './images/index.ts';
import { drawPages } from './packs/page-previews.ts';
import { exportFiling, exportMany, previewFiling } from './packs/service.ts';
import { copyPassword, removePassword, revealPassword, setPassword } from './passwords/service.ts';
import { createPerson, listPeople, removePerson, updatePerson } from './people/service.ts';
import type { Ports } from './ports.ts';
import { findResource } from './resources.ts';
import { createRouter, toFailure, type Handlers } from './router.ts';
import { loadRuleBook } from './rules/book.ts';
import { applyRulePack, exportRulePack, listRulePacks, previewRulePack } from './rule-packs/service.ts';
import { getCatalogue, listRegions, listRules } from './rules/service.ts';
import { isSourceUrl } from './rules/source-urls.ts';
import { createService, removeService, updateService } from './services/service.ts';
import { cancelTask, listTasks } from './tasks/service.ts';
import { TaskList } from './tasks/task-list.ts';
import { createWorkerPool } from './workers/pool.ts';
import { RecentFolders } from './workspaces/recent-folders.ts';
import {
  appStatus,
  chooseFolder,
  closeWorkspace,
  createWorkspace,
  openWorkspace,
  recoverFile,
  redo,
  saveSettings,
  undo,
} from './workspaces/service.ts';

/** What a host gets to work with. One application, three hosts. */
export interface App {
  /** The single entry of the window. Never rejects: the answer is always a JSON `Result`. */
  call(method: string, inputJson: string): Promise<string>;
  subscribe(listener: (event: AppEvent) => void): () => void;
  /**
   * Takes in a file from outside, streamed to disk and bounded; the handle is good until the application closes.
   *
   * @throws AppError `files.too-large`, `files.empty`, `workspaces.none-open`
   */
  receiveFile(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<ReceivedFile>;
  /** Answers `GET` for `/preview/...` (a JPEG) and `/download/...`; `null` when there is no such thing. */
  resource(path: string): Promise<Resource | null>;
  /** Whether an address is that of a rule's source and may be opened in the system's browser: `https` alone. */
  isSource(url: string): boolean;
  /** Resolves when everything accepted so far is on disk. */
  flush(): Promise<void>;
  /** Flushes, releases the workspace's lock and stops the workers. */
  close(): Promise<void>;
}

export interface Resource {
  mediaType: string;
  /** Absolute path of the file to send. */
  file: string;
  /** Set for downloads: the name the browser should save it under. */
  downloadName: string | null;
}

const handlers: Handlers = {
  'app.status': appStatus,
  'workspaces.create': createWorkspace,
  'workspaces.open': openWorkspace,
  'workspaces.close': closeWorkspace,
  'workspaces.chooseFolder': chooseFolder,
  'workspaces.saveSettings': saveSettings,
  'workspaces.recover': recoverFile,
  'workspaces.undo': undo,
  'workspaces.redo': redo,
  'dossiers.list': listDossiers,
  'dossiers.create': createDossier,
  'dossiers.get': getDossier,
  'dossiers.update': updateDossier,
  'dossiers.remove': removeDossier,
  'dossiers.assignRole': assignRole,
  'dossiers.history': dossierHistory,
  'services.create': createService,
  'services.update': updateService,
  'services.remove': removeService,
  'filings.list': listFilings,
  'filings.advise': adviseOnFiling,
  'filings.create': createFiling,
  'filings.update': updateFiling,
  'filings.remove': removeFiling,
  'filings.answer': answerItem,
  'filings.waive': waiveItem,
  'attachments.add': addAttachments,
  'attachments.update': updateAttachment,
  'attachments.attention': listAttention,
  'attachments.repairOptions': repairOptions,
  'attachments.repair': repairAttachment,
  'attachments.acceptRepair': acceptRepair,
  'attachments.backToOriginal': backToOriginal,
  'attachments.remove': removeAttachment,
  'attachments.inspect': inspectAttachments,
  'people.list': listPeople,
  'people.create': createPerson,
  'people.update': updatePerson,
  'people.remove': removePerson,
  'passwords.set': setPassword,
  'passwords.reveal': revealPassword,
  'passwords.copy': copyPassword,
  'passwords.remove': removePassword,
  'checklist.get': getChecklist,
  'packs.preview': previewFiling,
  'packs.drawPages': drawPages,
  'packs.export': exportFiling,
  'packs.exportMany': exportMany,
  'rules.catalogue': getCatalogue,
  'rules.regions': listRegions,
  'rules.list': listRules,
  'rulePacks.list': listRulePacks,
  'rulePacks.preview': previewRulePack,
  'rulePacks.apply': applyRulePack,
  'rulePacks.export': exportRulePack,
  'tasks.list': listTasks,
  'tasks.cancel': cancelTask,
};

/** Wires the application. Runs in plain Node: everything of a host arrives through `ports`. */
export async function createContext(ports: Ports): Promise<Context & { listeners: Set<Listener> }> {
  const listeners = new Set<Listener>();
  const emit = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };
  const builtInBook = loadRuleBook(ports.resourcesDir);
  const context: Context & { listeners: Set<Listener> } = {
    ports,
    builtInBook,
    get book() {
      return context.session?.rules.book ?? builtInBook;
    },
    limits: await loadImageLimits(ports.resourcesDir),
    pool: createWorkerPool(ports.workers),
    tasks: new TaskList(emit, (cause) => toFailure(cause, { ports })),
    recentFolders: new RecentFolders(ports.dataDir),
    emit,
    session: null,
    clearClipboard: async () => undefined,
    listeners,
  };
  return context;
}

type Listener = (event: AppEvent) => void;

export async function createApp(ports: Ports): Promise<App> {
  const context = await createContext(ports);
  const router = createRouter(handlers, context);
  // A call that has been taken in but not yet written anything is part of "everything accepted so far".
  const calls = new Set<Promise<string>>();
  const answered = async () => {
    while (calls.size > 0) await Promise.all(calls);
  };
  return {
    call(method, inputJson) {
      const answer = router.call(method, inputJson);
      calls.add(answer);
      void answer.finally(() => calls.delete(answer));
      return answer;
    },
    subscribe(listener) {
      context.listeners.add(listener);
      return () => context.listeners.delete(listener);
    },
    receiveFile: async (fileName, bytes) => openSession(context).inbox.receive(fileName, bytes),
    resource: (path) => findResource(context, path),
    isSource: (url) => isSourceUrl(context.book, url),
    async flush() {
      await answered();
      await context.session?.workspace.flush();
    },
    async close() {
      await answered();
      await context.clearClipboard();
      await closeWorkspace(context);
      await context.pool.close();
    },
  };
}
