import type { Catalogue, DocumentOwner, Params, RepairKind } from '../../preload/contract/index.ts';
import { describeAction } from '../../preload/messages/actions.ts';
import { say, t } from './index.svelte.ts';
import { nameIn } from './names.ts';

/** What an edit did, with the names of its fields or what else tells it from others, in the current language. */
export function actionText(action: string, params: Params, catalogue: Catalogue | null): string {
  // A colon introduces a name; without the name it would introduce nothing.
  const what = say(describeAction(action, params)).replace(/[:：]\s*$/, '');
  const details = detailsOf(action.replace(/^(undo|redo):/, ''), params, catalogue);
  return details.length > 0 ? t.common.withFields(what, details) : what;
}

function detailsOf(action: string, params: Params, catalogue: Catalogue | null): string[] {
  const fields = Array.isArray(params['fields']) ? params['fields'] : [];
  if (action === 'attachments.update') return fields.flatMap((field) => documentField(field) ?? []);
  if (Array.isArray(params['repairs']))
    return params['repairs'].map((kind) => t.repairs.kinds[kind as RepairKind]);
  if (fields.length > 0) return fields.flatMap((path) => fieldName(path, catalogue) ?? []);
  const { type, role, itemId, value } = params;
  if (typeof role === 'string') return [t.documents.owners[role as DocumentOwner]];
  if (typeof type === 'string')
    return [nameIn(action.startsWith('services') ? catalogue?.serviceTypes : catalogue?.filingTypes, type)];
  if (typeof itemId !== 'string') return [];
  const [, material] = /^material:([^|@]+)/.exec(itemId) ?? [];
  return [
    ...(material ? [nameIn(catalogue?.materials, material)] : []),
    ...(value === 'yes' || value === 'no' ? [t.common[value]] : []),
  ];
}

/** The old and new value of a change of one field; `null` when the entry does not tell. */
export function changeOf(
  action: string,
  params: Params,
  catalogue: Catalogue | null,
): { from: string; to: string } | null {
  if (!('from' in params && 'to' in params)) return null;
  const [field = ''] = Array.isArray(params['fields']) ? params['fields'] : [];
  const shown = (value: unknown) =>
    value === null || value === '' ? t.dossier.empty : valueName(field, String(value), catalogue);
  const [from, to] = [shown(params['from']), shown(params['to'])];
  return action.startsWith('undo:') ? { from: to, to: from } : { from, to };
}

/** The name of a fact as it stands in the catalogue; `null` when it has none. */
export function factName(catalogue: Catalogue | null, path: string): string | null {
  const name = catalogue?.facts[path];
  return name ? say(name) : null;
}

/** `service.domain.name`, `person.mobile`: fields of records as the history names them. */
function fieldName(path: string, catalogue: Catalogue | null): string | null {
  const [record, field = '', inner = ''] = path.split('.');
  const people: Record<string, string> = t.people.fields;
  const groups: Record<string, string> = {
    accesses: t.dossier.serviceGroups.access,
    app: t.dossier.serviceGroups.app,
    preApprovals: t.dossier.serviceGroups.approvals,
    owner: t.dossier.owner,
  };
  if (record === 'filing') return filingField(field, catalogue);
  if (record === 'person') return people[field] ?? null;
  if (record === 'service' && field === 'domain') return factName(catalogue, `domain.${inner}`);
  if (record === 'service' && groups[field]) return groups[field];
  return factName(catalogue, path);
}

function filingField(field: string, catalogue: Catalogue | null): string | null {
  const { type, state, provider, services, planned } = t.filings.columns;
  const names: Record<string, string> = {
    type,
    state,
    provider,
    serviceIds: services,
    plannedSubmissionOn: planned,
    submittedOn: t.filings.submissionDay,
    stateSince: t.filings.stateSince,
  };
  return names[field] ?? factName(catalogue, `order.${field}`);
}

function documentField(field: string): string | null {
  const { material, owner, service, issuedOn, validTo, copies } = t.documents;
  const names: Record<string, string> = { material, owner, serviceId: service, issuedOn, validTo, copies };
  return names[field] ?? null;
}

/** Enumerated values are kept as ids; people read names. */
function valueName(field: string, value: string, catalogue: Catalogue | null): string {
  if (value === 'true' || value === 'false') return value === 'true' ? t.common.yes : t.common.no;
  const genders: Record<string, string> = t.people.genders;
  const key = field.split('.').slice(-2).join('.');
  const lists: Record<string, Parameters<typeof nameIn>[0]> = {
    'entity.nature': catalogue?.entityNatures,
    'entity.group': catalogue?.entityGroups,
    'certificate.type': catalogue?.certificateTypes,
    'domain.holderCertificateType': catalogue?.certificateTypes,
    'service.type': catalogue?.serviceTypes,
    'person.idType': catalogue?.personIdTypes,
    'person.origin': catalogue?.personOrigins,
    'filing.type': catalogue?.filingTypes,
    'filing.state': catalogue?.filingStates,
    'filing.provider': catalogue?.providers,
  };
  if (key === 'person.gender') return genders[value] ?? value;
  return key in lists ? nameIn(lists[key], value) : value;
}
