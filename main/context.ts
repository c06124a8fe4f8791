import type { AppEvent } from '../preload/contract/index.ts';
import type { Inbox } from './attachments/inbox.ts';
import type { Inspections } from './attachments/inspections.ts';
import type { RepairedCopies } from './attachments/repaired-copies.ts';
import { AppError } from './errors.ts';
import type { ImageLimits } from './images/index.ts';
import type { Ports } from './ports.ts';
import type { RulesInForce } from './rule-packs/rules-in-force.ts';
import type { RuleBook } from './rules/book.ts';
import type { TaskList } from './tasks/task-list.ts';
import type { WorkerPool } from './workers/pool.ts';
import type { RecentFolders } from './workspaces/recent-folders.ts';
import type { Workspace } from './workspaces/workspace.ts';

/** What belongs to one open workspace and ends with it. */
export interface Session {
  workspace: Workspace;
  inbox: Inbox;
  inspections: Inspections;
  rules: RulesInForce;
  copies: RepairedCopies;
}

/** What every service works with. */
export interface Context {
  ports: Ports;
  /** The rules in force: those of the open workspace, which may have a rule pack, or the built-in ones. */
  readonly book: RuleBook;
  readonly builtInBook: RuleBook;
  limits: ImageLimits;
  pool: WorkerPool;
  tasks: TaskList;
  emit(event: AppEvent): void;
  recentFolders: RecentFolders;
  session: Session | null;
  /** Takes a copied password off the clipboard now, if it is still there. */
  clearClipboard(): Promise<void>;
}

/** @throws AppError `workspaces.none-open` */
export function openSession(context: Context): Session {
  if (!context.session) throw new AppError('workspaces.none-open', {});
  return context.session;
}
