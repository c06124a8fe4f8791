import type { Bilingual, ErrorCode, ErrorParams, Failure } from '../contract/index.ts';

type Sentences = {
  [C in ErrorCode]: { 'zh-CN': (params: ErrorParams[C]) => string; en: (params: ErrorParams[C]) => string };
};

/** Why a value was refused, by the kind of the broken rule. */
const RULES: Record<string, Bilingual> = {
  known: { 'zh-CN': '不认识', en: 'is not known' },
  json: { 'zh-CN': '不是有效的 JSON', en: 'is not valid JSON' },
  max_length: { 'zh-CN': '太长', en: 'is too long' },
  min_length: { 'zh-CN': '不能为空', en: 'must not be empty' },
  iso_date: { 'zh-CN': '应写成 2026-11-21 这样的日期', en: 'should be a date like 2026-11-21' },
  picklist: { 'zh-CN': '请从列表中选择', en: 'must be one of the list' },
  regex: { 'zh-CN': '格式不对', en: 'has the wrong form' },
  required: { 'zh-CN': '缺少', en: 'is missing' },
  iso_timestamp: {
    'zh-CN': '应写成 2026-11-21T18:00:00+08:00 这样的时刻',
    en: 'should be a time like 2026-11-21T18:00:00+08:00',
  },
  region_code: {
    'zh-CN': '应为六位行政区划代码，如 310115',
    en: 'should be a region code of six digits like 310115',
  },
  string: { 'zh-CN': '应为文字', en: 'should be text' },
  boolean: { 'zh-CN': '应为 true 或 false', en: 'should be true or false' },
  integer: { 'zh-CN': '应为不小于 0 的整数', en: 'should be a whole number, 0 or more' },
  array: { 'zh-CN': '应为列表', en: 'should be a list' },
  object: { 'zh-CN': '应为对象', en: 'should be an object' },
};

function whatIsWrong(rule: string, language: keyof Bilingual): string {
  const fallback: Bilingual = { 'zh-CN': '类型不对', en: 'has the wrong type' };
  return (RULES[rule] ?? fallback)[language];
}

/** Each sentence says what happened and what to do next. */
export const errorMessages: Sentences = {
  'input.invalid': {
    'zh-CN': ({ field, rule }) => `${field || '输入'}${whatIsWrong(rule, 'zh-CN')}，请改正后重试`,
    en: ({ field, rule }) => `${field || 'The input'} ${whatIsWrong(rule, 'en')}; correct it and try again`,
  },
  'input.unknown-value': {
    'zh-CN': ({ field, value, known }) => `${field} 不接受“${value}”，可用的值：${known.join('、')}`,
    en: ({ field, value, known }) => `${field} does not take “${value}”; known values: ${known.join(', ')}`,
  },
  'workspaces.none-open': {
    'zh-CN': () => '还没有打开工作区，请先新建或打开一个',
    en: () => 'No workspace is open; create or open one first',
  },
  'workspaces.not-found': {
    'zh-CN': ({ folder }) => `${folder} 里没有工作区，请检查路径，或在空文件夹新建`,
    en: ({ folder }) =>
      `There is no workspace in ${folder}; check the path, or create one in an empty folder`,
  },
  'workspaces.folder-in-use': {
    'zh-CN': ({ folder }) => `${folder} 已有内容或无法使用，新工作区请选一个空文件夹`,
    en: ({ folder }) =>
      `${folder} is not empty or cannot be used; choose an empty folder for the new workspace`,
  },
  'workspaces.locked': {
    'zh-CN': ({ since }) => `工作区正被另一个程序使用（自 ${since}）。请在那边关闭后再试，或以只读方式打开`,
    en: ({ since }) =>
      `Another program has been using this workspace since ${since}. Close it there and try again, or open it read-only`,
  },
  'workspaces.read-only': {
    'zh-CN': () => '工作区以只读方式打开，修改没有保存。请关闭占用它的程序后重新打开',
    en: () =>
      'The workspace is open read-only, so nothing was saved. Close the program that uses it and open it again',
  },
  'workspaces.newer-version': {
    'zh-CN': ({ file, version }) => `${file} 由更新版本的备案台写成（格式 ${version}），请升级后再打开`,
    en: ({ file, version }) =>
      `${file} was written by a newer Beian Desk (format ${version}); update the application to open it`,
  },
  'store.unreadable': {
    'zh-CN': ({ file, hasBackup }) =>
      hasBackup ? `${file} 已损坏，可从上一个完好版本打开` : `${file} 已损坏，且没有可用的备份`,
    en: ({ file, hasBackup }) =>
      hasBackup
        ? `${file} is damaged; it can be opened from its last good version`
        : `${file} is damaged and has no usable backup`,
  },
  'store.disk-full': {
    'zh-CN': ({ file }) => `磁盘已满，${file} 没有保存。请腾出空间后重试，您的修改仍在屏幕上`,
    en: ({ file }) =>
      `The disk is full and ${file} was not saved. Free some space and try again; your edit is still on screen`,
  },
  'store.no-permission': {
    'zh-CN': ({ file }) => `没有权限写入 ${file}。请检查文件夹权限后重试，您的修改仍在屏幕上`,
    en: ({ file }) =>
      `No permission to write ${file}. Check the folder's permissions and try again; your edit is still on screen`,
  },
  'store.write-failed': {
    'zh-CN': ({ file, reason }) => `${file} 没有保存（${reason}）。磁盘上仍是上一个完好版本，请重试`,
    en: ({ file, reason }) =>
      `${file} was not saved (${reason}). The last good version is still on disk; try again`,
  },
  'store.no-backup': {
    'zh-CN': ({ file }) => `${file} 没有可用的上一版本，请从自己的备份中恢复该文件`,
    en: ({ file }) => `${file} has no last good version; restore the file from a backup of your own`,
  },
  'dossiers.not-found': {
    'zh-CN': () => '找不到该主体，可能已被移除；可用撤销找回',
    en: () => 'This entity is gone, perhaps removed; undo brings it back',
  },
  'dossiers.duplicate-code': {
    'zh-CN': ({ creditCode, name }) => `${creditCode} 已是“${name}”的代码，请打开那一份档案`,
    en: ({ creditCode, name }) => `${creditCode} already belongs to “${name}”; open that dossier instead`,
  },
  'people.not-found': {
    'zh-CN': () => '找不到该人员，可能已被移除',
    en: () => 'This person is gone, perhaps removed',
  },
  'people.in-use': {
    'zh-CN': ({ roles }) => `此人还担任 ${roles} 个角色，请先在各主体中换人`,
    en: ({ roles }) => `This person still holds ${roles} role(s); name somebody else there first`,
  },
  'services.not-found': {
    'zh-CN': () => '找不到该服务，可能已被移除',
    en: () => 'This service is gone, perhaps removed',
  },
  'services.in-use': {
    'zh-CN': ({ filings }) => `该服务还在 ${filings} 个备案中，请先从备案里去掉它`,
    en: ({ filings }) => `This service is part of ${filings} filing(s); take it out of them first`,
  },
  'filings.not-found': {
    'zh-CN': () => '找不到该备案，可能已被移除',
    en: () => 'This filing is gone, perhaps removed',
  },
  'filings.bad-transition': {
    'zh-CN': ({ from, to }) => `备案不能从“${from}”直接变为“${to}”`,
    en: ({ from, to }) => `A filing cannot go from “${from}” to “${to}”`,
  },
  'attachments.not-found': {
    'zh-CN': () => '找不到该材料，可能已被移除',
    en: () => 'This document is gone, perhaps removed',
  },
  'repairs.several-pages': {
    'zh-CN': ({ fileName, pages }) => `“${fileName}”有 ${pages} 页，只能修复单页文件。请拆成单页后分别添加`,
    en: ({ fileName, pages }) =>
      `“${fileName}” has ${pages} pages; only files of one page can be repaired. Split it and add the pages one by one`,
  },
  'repairs.impossible-corners': {
    'zh-CN': () => '四个角没有围成一张纸。请按左上、右上、右下、左下的顺序放到纸角上',
    en: () =>
      'The four corners do not make a sheet. Put them on its corners: top left, top right, bottom right, bottom left',
  },
  'repairs.outdated': {
    'zh-CN': ({ fileName }) => `“${fileName}”的修复预览已过期，请重新预览`,
    en: ({ fileName }) => `The repaired copy of “${fileName}” is out of date; preview it again`,
  },
  'files.too-large': {
    'zh-CN': ({ fileName, maxMb }) => `${fileName} 超过 ${maxMb} MB，请压缩或重新扫描`,
    en: ({ fileName, maxMb }) => `${fileName} is over ${maxMb} MB; compress it or scan it again`,
  },
  'files.empty': {
    'zh-CN': ({ fileName }) => `${fileName} 是空文件，请重新选择`,
    en: ({ fileName }) => `${fileName} is empty; choose it again`,
  },
  'files.unsupported': {
    'zh-CN': ({ fileName }) => `${fileName} 的格式不支持，请用 JPEG、PNG、TIFF、WebP 或 PDF`,
    en: ({ fileName }) => `${fileName} has a format we cannot use; give a JPEG, PNG, TIFF, WebP or PDF`,
  },
  'files.mislabelled': {
    'zh-CN': ({ fileName, claimed, actual }) =>
      `${fileName} 的扩展名是 ${claimed}，内容却是 ${actual}，请另存为正确的格式`,
    en: ({ fileName, claimed, actual }) =>
      `${fileName} is named ${claimed} but holds ${actual}; save it again in the right format`,
  },
  'files.truncated': {
    'zh-CN': ({ fileName }) => `${fileName} 不完整或已损坏，请重新导出或扫描`,
    en: ({ fileName }) => `${fileName} is incomplete or damaged; export or scan it again`,
  },
  'files.too-many-pixels': {
    'zh-CN': ({ fileName, widthPx, heightPx, maxMegapixels }) =>
      `${fileName} 有 ${widthPx} × ${heightPx} 像素，最多 ${maxMegapixels} 百万像素，请缩小`,
    en: ({ fileName, widthPx, heightPx, maxMegapixels }) =>
      `${fileName} has ${widthPx} × ${heightPx} pixels, at most ${maxMegapixels} megapixels; make it smaller`,
  },
  'files.too-many-pages': {
    'zh-CN': ({ fileName, pages, maxPages }) => `${fileName} 有 ${pages} 页，最多 ${maxPages} 页，请拆分`,
    en: ({ fileName, pages, maxPages }) => `${fileName} has ${pages} pages, at most ${maxPages}; split it`,
  },
  'files.unknown-handle': {
    'zh-CN': () => '这个文件已不在暂存区，请重新选择',
    en: () => 'This file is no longer waiting; choose it again',
  },
  'passwords.no-keychain': {
    'zh-CN': ({ reason }) =>
      reason === 'no-module'
        ? '本机没有可用的钥匙串组件，密码没有保存。请安装系统钥匙串支持后重装本程序'
        : '系统钥匙串没有响应，密码没有保存。请解锁或启动钥匙串后重试',
    en: ({ reason }) =>
      reason === 'no-module'
        ? 'The keychain component is not available here, so no password was stored. Install the system keychain support and reinstall the application'
        : 'The system keychain does not answer, so no password was stored. Unlock or start it and try again',
  },
  'passwords.none-set': {
    'zh-CN': () => '钥匙串里没有该主体的备案密码，请先保存一个',
    en: () => 'The keychain holds no filing password for this entity; save one first',
  },
  'packs.incomplete': {
    'zh-CN': ({ missing }) => `还有 ${missing} 项未完成，没有生成材料包。请补齐，或导出草稿`,
    en: ({ missing }) =>
      `${missing} item(s) are still open, so no pack was written. Complete them, or export a draft`,
  },
  'packs.destination-in-use': {
    'zh-CN': ({ folder }) => `${folder} 里已有文件，请换一个新的或空的文件夹`,
    en: ({ folder }) => `${folder} already has files in it; choose a new or empty folder`,
  },
  'packs.missing-glyphs': {
    'zh-CN': ({ characters }) => `打印字体没有这些字：${characters.join(' ')}。请核对，或改为手写`,
    en: ({ characters }) =>
      `The print font lacks these characters: ${characters.join(' ')}. Check them, or write them by hand`,
  },
  'rules.file-invalid': {
    'zh-CN': ({ file, rule, field }) =>
      `规则文件 ${file}${rule ? ` 的规则 ${rule}` : ''}${field ? `，字段 ${field}` : ''} 不合格式，请重新安装程序`,
    en: ({ file, rule, field }) =>
      `Rule file ${file}${rule ? `, rule ${rule}` : ''}${field ? `, field ${field}` : ''} is not valid; reinstall the application`,
  },
  'rules.no-region': {
    'zh-CN': () => '请先填写主体的所属区域和性质，才能确定适用的规则',
    en: () => "Fill in the entity's region and nature first; they decide which rules apply",
  },
  'rule-packs.invalid': {
    'zh-CN': ({ count }) => `规则包有 ${count} 处错误，没有作任何改动。请按所列行号改正后再导入`,
    en: ({ count }) =>
      `The rule pack has ${count} ${count === 1 ? 'mistake' : 'mistakes'}, so nothing was changed. Correct the lines listed and import it again`,
  },
  'rule-packs.not-found': {
    'zh-CN': () => '工作区里没有这个规则包的文件，请重新导入',
    en: () => 'The workspace has no file of this rule pack; import it again',
  },
  'rule-packs.damaged': {
    'zh-CN': ({ name }) => `规则包“${name}”的文件已被改动或损坏，请重新导入原来的文件`,
    en: ({ name }) => `The file of rule pack “${name}” was altered or damaged; import the original again`,
  },
  'tasks.not-found': { 'zh-CN': () => '该任务已结束', en: () => 'This task has ended' },
  'tasks.cancelled': { 'zh-CN': () => '已取消', en: () => 'Cancelled' },
  'tasks.timed-out': {
    'zh-CN': ({ seconds }) => `超过 ${seconds} 秒没有进展，已停止`,
    en: ({ seconds }) => `Stopped: no progress for ${seconds} seconds`,
  },
  'tasks.out-of-memory': {
    'zh-CN': () => '需要的内存太多，已停止',
    en: () => 'Stopped: it needs too much memory',
  },
  'internal.unexpected': {
    'zh-CN': ({ incidentId }) => `程序内部错误（编号 ${incidentId}），数据没有改动。日志中有详情`,
    en: ({ incidentId }) =>
      `Internal error (incident ${incidentId}); your data has not changed. The log has the details`,
  },
};

/** The sentence for a failure. */
export function describeFailure({ code, params }: Failure): Bilingual {
  const sentence = errorMessages[code] as unknown as {
    'zh-CN': (params: Failure['params']) => string;
    en: (params: Failure['params']) => string;
  };
  return { 'zh-CN': sentence['zh-CN'](params), en: sentence.en(params) };
}
