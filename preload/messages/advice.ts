import type { Bilingual } from '../contract/index.ts';

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

/** Words for the values of the decision table's inputs. */
const values: Record<string, Bilingual> = {
  true: both('是', 'yes'),
  false: both('否', 'no'),
  yes: both('允许', 'yes'),
  no: both('否', 'no'),
  'same-entity': both('是，属本主体', 'yes, by this entity'),
  'other-entity': both('是，属其他主体', 'yes, by another entity'),
  'this-account': both('是，在本主体账号下', 'yes, in the entity’s account'),
  'other-account': both('是，在另一账号下', 'yes, in another account'),
  'no-account': both('是，但不在任何账号下', 'yes, but in no account'),
  'with-site-proposal': both('允许，须附网站建设方案书', 'yes, with a site proposal'),
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const listed = (names: Bilingual[]): Bilingual =>
  both(names.map((name) => name['zh-CN']).join('、'), names.map((name) => name.en).join(', '));

/** What `adviseFiling` says beside the sentences of the decision table itself. */
export const adviceMessages = {
  question: ({ en, ...name }: Bilingual): Bilingual => ({ ...name, en: capital(en) }),
  value: (value: boolean | string): Bilingual => values[String(value)] ?? both(String(value), String(value)),
  input: (name: Bilingual, value: boolean | string): Bilingual => {
    const said = adviceMessages.value(value);
    return both(`${name['zh-CN']}：${said['zh-CN']}`, `${capital(name.en)}: ${said.en}`);
  },
  answered: (name: Bilingual, value: boolean | string): Bilingual => {
    const said = adviceMessages.input(name, value);
    return both(`${said['zh-CN']}（您的回答）`, `${said.en} (your answer)`);
  },
  assumed: (name: Bilingual, value: boolean | string, missing: Bilingual[]): Bilingual => {
    const said = adviceMessages.input(name, value);
    return both(
      `${said['zh-CN']}（按此假定，尚未填写${listed(missing)['zh-CN']}）`,
      `${said.en} (assumed; not known: ${listed(missing).en})`,
    );
  },
  cannotTell: (missing: Bilingual[]): Bilingual =>
    both(
      `还不能判断，取决于：${listed(missing)['zh-CN']}`,
      `Cannot tell yet; it depends on: ${listed(missing).en}`,
    ),
  fillIn: both('填写这些信息，或回答所列的问题', 'Fill these in, or answer the questions'),
  finishOrder: (provider: Bilingual): Bilingual =>
    both(`先在${provider['zh-CN']}办完或撤回该订单`, `Finish or withdraw that order at ${provider.en} first`),
  askOtherEntity: both('联系原主体办理注销，完成后再来', 'Ask the old entity to cancel it, then come back'),
  severalFilings: (service: string, filing: Bilingual): Bilingual =>
    both(`“${service}”应办理：${filing['zh-CN']}`, `“${service}” calls for: ${filing.en}`),
  oneAtATime: both('分别新建备案，一次只办一种', 'Start a filing for each kind; one order holds one kind'),
  chooseServices: both('选择要停止使用的服务', 'Choose the services that end'),
  openOrder: (provider: Bilingual, filing: Bilingual, submittedOn: string | null): Bilingual =>
    both(
      `未完结订单：${provider['zh-CN']} ${filing['zh-CN']}${submittedOn ? `（${submittedOn} 提交）` : ''}`,
      `Open order: ${provider.en}, ${filing.en}${submittedOn ? ` (submitted ${submittedOn})` : ''}`,
    ),
  nothingToDo: both('没有需要办理的备案事项', 'Nothing needs to be filed'),
  changed: (fields: Bilingual[]): Bilingual =>
    both(`变更的内容：${listed(fields)['zh-CN']}`, `What changed: ${listed(fields).en}`),
  otherEntityCancels: both(
    '本主体不能提交：须由原主体注销该服务，或由前持有人填写注销申请表',
    'Not for this entity to file: the old entity cancels the service, or its previous holder fills in the cancellation form',
  ),
  migrationNotForCase: both(
    '本地区、服务类型或主体不支持迁移',
    'Migration is not offered for this region, service or entity',
  ),
  cancelling: (reason: string): Bilingual =>
    both(`注销理由：${reason}`, `Reason of the cancellation: ${reason}`),
  otherAccess: both(
    '该服务在别处仍有接入：只取消本处接入',
    'The service has another access: only the one here is cancelled',
  ),
  otherServices: both(
    '主体还有其他已备案服务：只注销该服务',
    'The entity has other filed services: only this one is cancelled',
  ),
  lastService: both(
    '这是主体最后一个服务：注销主体',
    'It is the last service of the entity: the entity itself is cancelled',
  ),
  afterwards: (filing: Bilingual): Bilingual =>
    both(`之后再办理：${filing['zh-CN']}`, `Afterwards: ${filing.en}`),
  filing: both('应办理', 'To file'),
  none: both('暂无可办理事项', 'nothing for now'),
  because: both('理由', 'Because'),
  blockers: both('须先解决', 'To settle first'),
};
