import type { DossierView, Output, Parsed } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { viewDossier } from '../dossiers/view.ts';
import { AppError } from '../errors.ts';
import { passwordAccount } from './account.ts';

/** How long a copied password stays on the clipboard. */
const CLEAR_AFTER_SECONDS = 30;

/** @throws AppError `passwords.no-keychain`: nothing is stored then */
export async function setPassword(
  context: Context,
  { dossierId, password }: Parsed<'passwords.set'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  const account = accountOf(context, dossierId);
  await requireKeychain(context);
  if (workspace.readOnly) throw new AppError('workspaces.read-only', {});
  const old = await context.ports.secrets.get(account);
  await context.ports.secrets.set(account, password);
  try {
    await workspace.markDossier(dossierId, { action: 'passwords.set', params: {} }, (draft) => {
      draft.filingPassword = { setAt: context.ports.clock.now() };
    });
  } catch (cause) {
    // The note could not be written: the keychain goes back to what the note says.
    if (old === null) await context.ports.secrets.remove(account);
    else await context.ports.secrets.set(account, old);
    throw cause;
  }
  return viewDossier(context, dossierId);
}

/** @throws AppError `passwords.none-set`, `passwords.no-keychain` */
export async function revealPassword(
  context: Context,
  { dossierId }: Parsed<'passwords.reveal'>,
): Promise<Output<'passwords.reveal'>> {
  return { password: await readPassword(context, dossierId) };
}

/** Where the host has no clipboard, the window copies what `passwords.reveal` gives it and clears by itself. */
export async function copyPassword(
  context: Context,
  { dossierId }: Parsed<'passwords.copy'>,
): Promise<Output<'passwords.copy'>> {
  const { clipboard } = context.ports;
  if (!clipboard) return { copied: false, clearsAfterSeconds: CLEAR_AFTER_SECONDS };
  const password = await readPassword(context, dossierId);
  await context.clearClipboard();
  await clipboard.write(password);
  const clear = async () => {
    clearTimeout(timer);
    context.clearClipboard = async () => undefined;
    if ((await clipboard.read()) === password) clipboard.clear();
  };
  const timer = setTimeout(() => {
    clear().catch((cause: unknown) => context.ports.log.error('clipboard not cleared', cause));
  }, CLEAR_AFTER_SECONDS * 1000);
  context.clearClipboard = clear;
  return { copied: true, clearsAfterSeconds: CLEAR_AFTER_SECONDS };
}

export async function removePassword(
  context: Context,
  { dossierId }: Parsed<'passwords.remove'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  const account = accountOf(context, dossierId);
  await requireKeychain(context);
  await workspace.markDossier(dossierId, { action: 'passwords.remove', params: {} }, (draft) => {
    draft.filingPassword = null;
  });
  await context.ports.secrets.remove(account);
  return viewDossier(context, dossierId);
}

async function readPassword(context: Context, dossierId: string): Promise<string> {
  const account = accountOf(context, dossierId);
  await requireKeychain(context);
  const password = await context.ports.secrets.get(account);
  if (password === null) throw new AppError('passwords.none-set', {});
  return password;
}

/** @throws AppError `dossiers.not-found` */
function accountOf(context: Context, dossierId: string): string {
  const { workspace } = openSession(context);
  workspace.dossier(dossierId);
  return passwordAccount(workspace, dossierId);
}

async function requireKeychain({ ports }: Context): Promise<void> {
  const { available, reason } = await ports.secrets.status();
  if (!available) throw new AppError('passwords.no-keychain', { reason: reason ?? 'no-service' });
}
