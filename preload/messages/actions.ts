import type { Bilingual, Params } from '../contract/index.ts';

type Sentence = { 'zh-CN': (params: Params) => string; en: (params: Params) => string };

const named = (params: Params, zh: string, en: string) => {
  const name = params['name'];
  return { zh: name ? `${zh}“${String(name)}”` : zh, en: name ? `${en} “${String(name)}”` : en };
};

const aboutName = (zh: string, en: string): Sentence => ({
  'zh-CN': (params) => named(params, zh, en).zh,
  en: (params) => named(params, zh, en).en,
});

const plain = (zh: string, en: string): Sentence => ({ 'zh-CN': () => zh, en: () => en });

/** Two phrases: one for what a person said, one for taking it back, when the param is empty. */
const orTakenBack = (param: string, said: Sentence, takenBack: Sentence): Sentence => {
  const of = (params: Params) => (params[param] ? said : takenBack);
  return { 'zh-CN': (params) => of(params)['zh-CN'](params), en: (params) => of(params).en(params) };
};

/** What was done, for undo and the history: the action's code -> a noun phrase. Fields are named by the window. */
export const actionMessages = {
  'dossiers.create': aboutName('新建主体', 'New entity'),
  'dossiers.update': plain('修改主体信息', 'Entity details changed'),
  'dossiers.remove': aboutName('移除主体', 'Entity removed'),
  'dossiers.assignRole': plain('设置负责人', 'Role assigned'),
  'services.create': plain('新增服务', 'New service'),
  'services.update': aboutName('修改服务', 'Service changed:'),
  'services.remove': aboutName('移除服务', 'Service removed:'),
  'filings.create': plain('新建备案', 'New filing'),
  'filings.update': plain('修改备案', 'Filing changed'),
  'filings.remove': plain('移除备案', 'Filing removed'),
  'filings.answer': orTakenBack(
    'value',
    plain('回答核对项', 'Question answered'),
    plain('收回核对项的回答', 'Answer taken back'),
  ),
  'filings.waive': orTakenBack(
    'reason',
    plain('搁置清单项', 'Item set aside'),
    plain('恢复清单项', 'Item taken up again'),
  ),
  'filings.judged': plain('导出备案材料包', 'Pack exported'),
  'attachments.add': aboutName('添加材料', 'Document added:'),
  'attachments.update': aboutName('修改材料说明', 'Document described:'),
  'attachments.repair': aboutName('修复材料图片', 'Picture repaired:'),
  'attachments.backToOriginal': aboutName('恢复为原件', 'Back to the original:'),
  'attachments.remove': aboutName('移除材料', 'Document removed:'),
  'people.create': aboutName('新建人员', 'New person'),
  'people.update': aboutName('修改人员', 'Person changed:'),
  'people.remove': aboutName('移除人员', 'Person removed:'),
  'rulePacks.apply': aboutName('启用规则包', 'Rule pack put in force:'),
  'rulePacks.builtIn': plain('恢复内置规则', 'Back to the built-in rules'),
  'passwords.set': plain('保存备案密码', 'Filing password saved'),
  'passwords.remove': plain('删除备案密码', 'Filing password deleted'),
} satisfies Record<string, Sentence>;

export type ActionCode = keyof typeof actionMessages;

/** The phrase for an action, also for `undo:` and `redo:` entries of the history. */
export function describeAction(action: string, params: Params): Bilingual {
  const [verb, code] = action.includes(':') ? (action.split(':', 2) as [string, string]) : ['', action];
  const sentence: Sentence = actionMessages[code as ActionCode] ?? plain(code, code);
  const zhVerb = verb === 'undo' ? '撤销：' : verb === 'redo' ? '重做：' : '';
  const enVerb = verb === 'undo' ? 'Undone: ' : verb === 'redo' ? 'Redone: ' : '';
  return { 'zh-CN': zhVerb + sentence['zh-CN'](params), en: enVerb + sentence.en(params) };
}
