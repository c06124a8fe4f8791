import { resolve } from 'node:path';
import type { AppStatus, Output, Parsed, WorkspaceView } from '../../preload/contract/index.ts';
import { Inbox } from '../attachments/inbox.ts';
import { Inspections } from '../attachments/inspections.ts';
import { RepairedCopies } from '../attachments/repaired-copies.ts';
import { openSession, type Context } from '../context.ts';
import { passwordAccount } from '../passwords/account.ts';
import { RulesInForce } from '../rule-packs/rules-in-force.ts';
import { headFile } from './files.ts';
import { tidyWorkspace } from './housekeeping.ts';
import { recoverHead, Workspace } from './workspace.ts';

export async function appStatus(context: Context): Promise<AppStatus> {
  const { ports, recentFolders, session } = context;
  return {
    version: ports.version,
    host: ports.host,
    systemLanguage: ports.systemLanguage,
    today: ports.clock.today(),
    keychain: await ports.secrets.status(),
    canChooseFolder: ports.folders.canChoose,
    suggestedFolder: ports.folders.suggestedWorkspace,
    recentFolders: await recentFolders.list(),
    workspace: session?.workspace.view() ?? null,
  };
}

export async function createWorkspace(
  context: Context,
  { folder, name }: Parsed<'workspaces.create'>,
): Promise<WorkspaceView> {
  return adopt(context, await Workspace.create(resolve(folder), name, depsOf(context)));
}

export async function openWorkspace(
  context: Context,
  { folder, readOnly }: Parsed<'workspaces.open'>,
): Promise<WorkspaceView> {
  const wanted = resolve(folder);
  if (context.session?.workspace.paths.folder === wanted) await closeWorkspace(context);
  return adopt(context, await Workspace.open(wanted, readOnly, depsOf(context)));
}

export async function closeWorkspace(context: Context): Promise<null> {
  const { session } = context;
  context.session = null;
  await context.tasks.stop();
  await session?.workspace.close();
  return null;
}

export async function chooseFolder({ ports }: Context): Promise<string | null> {
  return ports.folders.canChoose ? ports.folders.choose() : null;
}

export async function saveSettings(
  context: Context,
  { patch }: Parsed<'workspaces.saveSettings'>,
): Promise<WorkspaceView> {
  const { workspace } = openSession(context);
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  await workspace.saveSettings(Object.fromEntries(given));
  return workspace.view();
}

export async function recoverFile(
  context: Context,
  { folder, file }: Parsed<'workspaces.recover'>,
): Promise<WorkspaceView> {
  if (folder !== null && file === headFile.name) {
    await recoverHead(resolve(folder));
    return openWorkspace(context, { folder, readOnly: false });
  }
  const session = openSession(context);
  const { workspace, inspections } = session;
  await workspace.recover(file);
  session.rules = await RulesInForce.open(context, workspace.rulePacks);
  await Promise.all(workspace.dossiers.map(({ id }) => inspections.load(id)));
  return workspace.view();
}

export async function undo(context: Context): Promise<Output<'workspaces.undo'>> {
  const { workspace } = openSession(context);
  return { undone: await workspace.undo(), workspace: workspace.view() };
}

export async function redo(context: Context): Promise<Output<'workspaces.redo'>> {
  const { workspace } = openSession(context);
  return { undone: await workspace.redo(), workspace: workspace.view() };
}

/** Makes an opened workspace the one everything works on. */
async function adopt(context: Context, workspace: Workspace): Promise<WorkspaceView> {
  if (context.session) await closeWorkspace(context);
  const inspections = new Inspections(workspace.paths);
  await Promise.all(workspace.dossiers.map(({ id }) => inspections.load(id)));
  const inbox = new Inbox(workspace.paths.inbox);
  if (!workspace.readOnly) await inbox.clear();
  const copies = new RepairedCopies(workspace.paths.repairs);
  const rules = await RulesInForce.open(context, workspace.rulePacks);
  context.session = { workspace, inbox, inspections, copies, rules };
  if (!workspace.readOnly) await tidy(context, workspace);
  await context.recentFolders.add(workspace.paths.folder).catch(() => undefined);
  return workspace.view();
}

/** Tidying is a courtesy: what it cannot remove now, it removes another time. */
async function tidy({ ports }: Context, workspace: Workspace): Promise<void> {
  const forget = async (dossierId: string) => {
    const { available } = await ports.secrets.status();
    if (available) await ports.secrets.remove(passwordAccount(workspace, dossierId));
  };
  await tidyWorkspace(workspace, Date.parse(ports.clock.now()), forget).catch((cause: unknown) =>
    ports.log.error('workspace not tidied', cause),
  );
}

function depsOf({ ports, emit }: Context) {
  return { clock: ports.clock, emit };
}
