import { randomUUID } from 'node:crypto';
import { emptyPerson, emptyService } from '../../../main/dossiers/empty.ts';
import type {
  AppStatus,
  Catalogue,
  EntityRow,
  Person,
  PersonView,
  RowDate,
  Service,
  WorkspaceView,
} from '../../../preload/contract/index.ts';

export function entityRow(change: Partial<EntityRow> = {}): EntityRow {
  const name = change.name ?? '云杉示例科技有限公司';
  return {
    dossierId: randomUUID(),
    name,
    province: '310000',
    nature: 'enterprise',
    licenceNumber: null,
    creditCode: null,
    services: 1,
    openFiling: null,
    problems: { error: 0, warning: 0, info: 0 },
    dates: [],
    hasPassword: false,
    searchText: name,
    ...change,
  };
}

/** A day on which a domain expires. */
export function rowDate(on: string, change: Partial<RowDate> = {}): RowDate {
  return {
    on,
    kind: 'problem',
    code: 'domain-expires',
    severity: 'info',
    title: { 'zh-CN': '域名到期', en: 'Domain expires' },
    message: { 'zh-CN': '域名到期', en: 'The domain expires' },
    isEstimate: false,
    ...change,
  };
}

export function person(change: Partial<Person> = {}): Person {
  const empty = emptyPerson(randomUUID());
  return { ...empty, name: '陆样例', idType: 'resident-id-card', origin: 'mainland', ...change };
}

export function personView(of: Person, change: Partial<PersonView> = {}): PersonView {
  return { person: of, roles: [], problems: [], ...change };
}

export function service(change: Partial<Service> = {}): Service {
  const empty = emptyService(randomUUID(), 'website');
  return { ...empty, name: '云杉官网', domain: { ...empty.domain, name: 'yunshan.example' }, ...change };
}

export function workspace(change: Partial<WorkspaceView> = {}): WorkspaceView {
  return {
    id: randomUUID(),
    name: '样例集团',
    folder: '/groups/样例集团',
    readOnly: false,
    settings: { language: null, theme: 'system', providers: [], plannedSubmissionOn: null },
    damaged: [],
    undo: null,
    redo: null,
    savedAt: null,
    ...change,
  };
}

export function appStatus(change: Partial<AppStatus> = {}): AppStatus {
  return {
    version: '0.1.0',
    host: 'loopback',
    systemLanguage: 'zh-CN',
    today: '2026-11-21',
    keychain: { available: true, reason: null },
    canChooseFolder: false,
    suggestedFolder: '/groups/备案',
    recentFolders: [],
    workspace: workspace(),
    ...change,
  };
}

export const catalogue: Catalogue = {
  regions: [
    {
      id: '310000',
      name: { 'zh-CN': '上海市', en: 'Shanghai' },
      licencePrefix: '沪',
      authority: { 'zh-CN': '上海市通信管理局', en: 'Shanghai Communications Administration' },
    },
  ],
  entityGroups: [],
  entityNatures: [
    { id: 'enterprise', name: { 'zh-CN': '企业', en: 'Enterprise' }, entityGroup: 'enterprise' },
  ],
  certificateTypes: [],
  personIdTypes: [],
  personOrigins: [],
  serviceTypes: [],
  filingTypes: [],
  filingStates: [],
  preApprovalItems: [],
  serviceContents: [],
  languages: [],
  accessMethods: [],
  serverLocations: [],
  providers: [],
  materials: [],
  facts: {
    'entity.name': { 'zh-CN': '主体名称', en: 'Entity name' },
    'entity.nature': { 'zh-CN': '主体性质', en: 'Entity nature' },
    'domain.name': { 'zh-CN': '域名全称', en: 'Domain name' },
  },
};
