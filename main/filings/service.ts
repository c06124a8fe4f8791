import { randomUUID } from 'node:crypto';
import type { Dossier, DossierView, Filing, Output, Parsed } from '../../preload/contract/index.ts';
import { openSession, type Context } from '../context.ts';
import { describePatch } from '../dossiers/patch.ts';
import { viewDossier } from '../dossiers/view.ts';
import { AppError } from '../errors.ts';
import type { Action } from '../workspaces/undo-stack.ts';
import { filingTypes, requireKnown } from '../rules/codes.ts';
import { emptyFiling } from '../dossiers/empty.ts';
import { mostOf, timeLimit } from '../rules/time-limits.ts';
import { statesAfter } from './lifecycle.ts';

/** @throws AppError `input.unknown-value` for a filing type that is not in the enumerations */
export async function createFiling(
  context: Context,
  { dossierId, type, serviceIds, provider, plannedSubmissionOn, ...more }: Parsed<'filings.create'>,
): Promise<Output<'filings.create'>> {
  const { workspace } = openSession(context);
  const dossier = workspace.dossier(dossierId);
  requireType(context, type);
  requireProvider(context, provider);
  requireServices(dossier, serviceIds);
  const filing: Filing = {
    ...emptyFiling(randomUUID(), type, context.ports.clock.today()),
    serviceIds,
    provider: provider ?? workspace.settings.providers[0] ?? null,
    plannedSubmissionOn: plannedSubmissionOn ?? workspace.settings.plannedSubmissionOn,
    ...more,
  };
  await workspace.editDossier(dossierId, { action: 'filings.create', params: { type } }, (draft) => {
    draft.filings.push(filing);
  });
  return { filingId: filing.id, view: await viewDossier(context, dossierId) };
}

/** @throws AppError `filings.bad-transition` when the lifecycle knows no such step */
export async function updateFiling(
  context: Context,
  { dossierId, filingId, patch }: Parsed<'filings.update'>,
): Promise<DossierView> {
  const before = findFiling(openSession(context).workspace.dossier(dossierId), filingId);
  if (patch.type !== undefined) requireType(context, patch.type);
  requireProvider(context, patch.provider);
  if (patch.serviceIds) requireServices(openSession(context).workspace.dossier(dossierId), patch.serviceIds);
  if (patch.state !== undefined && patch.state !== before.state)
    requireTransition(context, before.state, patch.state);
  const action = { action: 'filings.update', params: describePatch('filing.', before, patch) };
  return change(context, dossierId, filingId, action, (filing) => {
    if (patch.state !== undefined && patch.state !== filing.state) enterState(context, filing, patch.state);
    Object.assign(filing, withoutUndefined(patch));
  });
}

/** From here the limits of the new state are counted. */
function enterState({ book, ports }: Context, filing: Filing, state: string): void {
  filing.stateSince = state === 'draft' ? null : ports.clock.today();
  if (state === 'provider-review') filing.submittedOn ??= ports.clock.today();
  const hours = mostOf(timeLimit(book, 'sms-validity')) ?? 0;
  const smsEnd = new Date(Date.parse(ports.clock.now()) + hours * 3_600_000).toISOString();
  filing.smsDeadline = state === 'sms-verification' ? smsEnd : null;
}

export async function removeFiling(
  context: Context,
  { dossierId, filingId }: Parsed<'filings.remove'>,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  const { type } = findFiling(workspace.dossier(dossierId), filingId);
  await workspace.editDossier(dossierId, { action: 'filings.remove', params: { type } }, (draft) => {
    draft.filings = draft.filings.filter((filing) => filing.id !== filingId);
  });
  return viewDossier(context, dossierId);
}

export function answerItem(
  context: Context,
  { dossierId, filingId, itemId, value, note }: Parsed<'filings.answer'>,
): Promise<DossierView> {
  const action = { action: 'filings.answer', params: { itemId, value } };
  return change(context, dossierId, filingId, action, (filing) => {
    if (value === null) delete filing.answers[itemId];
    else filing.answers[itemId] = { value, note, at: context.ports.clock.now() };
  });
}

export function waiveItem(
  context: Context,
  { dossierId, filingId, itemId, reason }: Parsed<'filings.waive'>,
): Promise<DossierView> {
  const action = { action: 'filings.waive', params: { itemId, reason } };
  return change(context, dossierId, filingId, action, (filing) => {
    if (reason?.trim()) filing.waivers[itemId] = { reason: reason.trim(), at: context.ports.clock.now() };
    else delete filing.waivers[itemId];
  });
}

/** @throws AppError `filings.not-found` */
export function findFiling(dossier: Dossier, filingId: string): Filing {
  const filing = dossier.filings.find((candidate) => candidate.id === filingId);
  if (!filing) throw new AppError('filings.not-found', { filingId });
  return filing;
}

async function change(
  context: Context,
  dossierId: string,
  filingId: string,
  action: Action,
  edit: (filing: Filing) => void,
): Promise<DossierView> {
  const { workspace } = openSession(context);
  findFiling(workspace.dossier(dossierId), filingId);
  await workspace.editDossier(dossierId, action, (draft) => edit(findFiling(draft, filingId)));
  return viewDossier(context, dossierId);
}

function requireType({ book }: Context, type: string): void {
  requireKnown('type', type, filingTypes(book));
}

function requireProvider({ book }: Context, provider: string | null | undefined): void {
  if (provider) requireKnown('provider', provider, book.providers.keys());
}

function requireServices(dossier: Dossier, serviceIds: string[]): void {
  for (const serviceId of serviceIds)
    if (!dossier.services.some((service) => service.id === serviceId))
      throw new AppError('services.not-found', { serviceId });
}

function requireTransition({ book }: Context, from: string, to: string): void {
  if (!statesAfter(book, from).includes(to)) throw new AppError('filings.bad-transition', { from, to });
}

function withoutUndefined<T extends object>(patch: T): Partial<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;
}
