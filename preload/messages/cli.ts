import type { Bilingual } from '../contract/index.ts';

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

/** What the command line says by itself: usage, headings, summaries. */
export const cliMessages = {
  product: both('备案台：ICP 备案资料的核对与整理', 'Beian Desk: check and assemble ICP filings'),
  usage: both('用法', 'Usage'),
  verbs: both('命令', 'Commands'),
  options: both('选项', 'Options'),
  examples: both('示例', 'Examples'),
  moreHelp: both(
    '每个命令的选项与示例：beian 命令 --help',
    'Options and examples of each: beian COMMAND --help',
  ),
  exitCodes: both(
    '退出码：0 完成；1 完成，但有必须改正的问题；2 用法或输入有误；3 程序内部错误；被信号中断（如 Ctrl-C）时以该信号结束',
    'Exit code: 0 done; 1 done, with errors to correct; 2 wrong usage or input; 3 internal error; stopped by a signal, such as Ctrl-C: ends by it',
  ),
  json: both('向标准输出写一个 JSON 文档', 'write one JSON document to stdout'),
  lang: both(
    '语句的语言：zh-CN 或 en，默认随系统',
    'language of the sentences: zh-CN or en; default: the system’s',
  ),
  help: both('显示帮助', 'show this help'),

  inspect: both('检查图片或 PDF 是否可以提交', 'Is this image or PDF fit to be filed?'),
  inspectAs: both(
    '按什么检查：owner-photo、id-card、business-licence、verification-form、letter、scan',
    'what it is: owner-photo, id-card, business-licence, verification-form, letter, scan',
  ),
  provider: both('接入商的代号，按其要求检查', 'id of the access provider whose limits apply'),
  checklist: both('列出一次备案需要的材料和条件', 'What does this filing need?'),
  province: both('省级行政区代码，如 310000', 'province code, e.g. 310000'),
  entity: both('主体类别或性质的代号，如 enterprise', 'entity group or nature, e.g. enterprise'),
  filing: both('备案类型，如 first、new-service', 'filing type, e.g. first, new-service'),
  service: both(
    '服务类型：website、app、mini-program、quick-app',
    'service type: website, app, mini-program, quick-app',
  ),
  on: both('按哪一天的规则，默认今天（北京时间）', 'day whose rules apply; default: today in China'),
  advise: both('该办哪一种备案', 'Which filing is this?'),
  check: both('提交前核对：会不会被退回', 'Would it be sent back?'),
  facts: both('事实文件，- 表示标准输入（可为数组）', 'facts file; - reads stdin, also an array of cases'),
  workspace: both('工作区文件夹', 'folder of the workspace'),
  filingId: both('只处理这一次备案', 'only this filing'),
  pack: both('生成可打印、可上传的材料包', 'Print it: write the pack of one filing'),
  packFilingId: both('备案的编号，可给多个', 'id of the filing; may be given several times'),
  packAll: both('工作区里的全部备案', 'every filing of the workspace'),
  files: both(
    '材料所在文件夹；文件名以材料代号开头（可加 所属者@），或能看出是什么',
    'folder of the documents; a name starts with the material’s id, optionally OWNER@ before it, or tells what it is',
  ),
  out: both('写入的文件夹，须不存在或为空', 'folder to write; must not exist or be empty'),
  draft: both(
    '材料不齐也生成，每页标明草稿',
    'write an incomplete pack too, marked as a draft on every page',
  ),
  twoSided: both(
    '供双面打印：每份材料从奇数页开始，空白页注明留白',
    'for two-sided printing: every document starts on an odd page, blank pages say so',
  ),
  watermark: both(
    '印在证件复印件空白处的水印，如“仅供ICP备案使用 某公司”；只准写用途的地区和接入商改印“仅供备案使用”',
    'words on empty places of the copies of certificates; where only the purpose may be written, that is printed instead',
  ),
  noSeparators: both('表单和随附材料前不加分隔页', 'no page before the forms and before the documents'),
  rules: both(
    '规则库：地区、条数、可信度和时效',
    'Regions, number and confidence of the rules, and their age',
  ),
  rulesProvince: both('只看一个地区，并列出其规则', 'only this region, with its rules'),
  rulesWorkspace: both('按这个工作区的规则包', 'with the rule pack of this workspace'),
  rulesExport: both(
    '把规则写成可修改的规则包文件（文件须不存在）',
    'write the rules to a rule pack to edit; the file must not exist',
  ),
  rulesChanges: both('只导出工作区规则包的改动', 'export only what the workspace’s pack changes'),
  rulesCheck: both(
    '核对规则包：按行列出错误，或列出会改变什么',
    'check a rule pack: its mistakes by line, or what it would change',
  ),
  packFits: both('没有错误', 'no mistakes'),
  added: both('新增', 'added'),
  changed: both('修改', 'changed'),
  ended: both('终止', 'ended'),
  removed: both('去除', 'removed'),
  filingsAffected: both('受影响的在办备案', 'Open filings affected'),
  rulePack: both('规则包', 'Rule pack'),
  demo: both(
    '新建一个带示例公司和图片的工作区',
    'A new workspace with invented subsidiaries and drawn images',
  ),
  demoWorkspace: both(
    '新工作区的文件夹，须不存在或为空',
    'folder of the new workspace; must not exist or be empty',
  ),
  schema: both(
    '输出事实文件或规则包的 JSON Schema',
    'Print the JSON Schema of the facts file or of rule packs',
  ),

  noFindings: both('没有发现问题', 'No findings'),
  fix: both('改法', 'Fix'),
  findings: both('发现的问题', 'Findings'),
  materials: both('所需材料', 'Materials'),
  unchecked: both('无法判断', 'Not judged'),
  timeline: both('日期', 'Days'),
  estimate: both('估算', 'estimate'),
  required: both('必需', 'required'),
  recommended: both('建议', 'recommended'),
  optional: both('视情况', 'if it applies'),
  attached: both('已附', 'attached'),
  missing: both('缺', 'missing'),
  rule: both('规则', 'rule'),
  source: both('来源', 'source'),
  region: both('地区', 'region'),
  confidence: both('可信度 高/中/低', 'confidence high/medium/low'),
  oldest: both('最早来源', 'oldest source'),
  newest: both('最新来源', 'newest source'),
  checkedOn: both('核对日期', 'compared on'),
  noRules: both('这一天没有适用于这种备案的规则', 'No rule applies to such a filing on that day'),
  needsPerson: both('需要人工判断', 'a person has to judge'),
  needsFacts: both('缺少事实', 'missing facts'),
  notWritten: both('材料不齐，没有写入任何文件', 'Incomplete; nothing was written'),
  written: both('已写入', 'Written to'),
  packWhole: both('已生成', 'written'),
  packDraft: both('草稿', 'draft'),
  packSkipped: both('未生成', 'not written'),
} satisfies Record<string, Bilingual>;

/** Sentences with something in them. */
export const cliProblems = {
  noVerb: (known: string[]) =>
    both(
      `请给出命令：${known.join('、')}；详见 beian --help`,
      `name a command: ${known.join(', ')}; see beian --help`,
    ),
  unknownVerb: (verb: string, known: string[]) =>
    both(`没有命令“${verb}”，可用：${known.join('、')}`, `no command “${verb}”; known: ${known.join(', ')}`),
  unknownOption: (option: string, known: string[]) =>
    both(`没有选项 ${option}，可用：${known.join('、')}`, `no option ${option}; known: ${known.join(', ')}`),
  strayWord: (verb: string, word: string) =>
    both(`${verb} 只接受选项，不接受“${word}”`, `${verb} takes options only, not “${word}”`),
  wrongOption: (detail: string) => both(`选项有误：${detail}`, detail),
  watermarkLength: both('水印须为 1 至 40 个字符', 'a watermark has 1 to 40 characters'),
  missingOption: (options: string) => both(`缺少选项 ${options}`, `${options} is missing`),
  eitherOption: (options: string) => both(`请从 ${options} 中选一个`, `give exactly one of ${options}`),
  unknownValue: (option: string, value: string, known: string[]) =>
    both(
      `${option} 不接受“${value}”，可用的值：${known.join('、')}`,
      `${option} does not take “${value}”; known values: ${known.join(', ')}`,
    ),
  notADay: (value: string) =>
    both(
      `--on 应写成 2026-11-21 这样的日期，而不是“${value}”`,
      `--on should be a date like 2026-11-21, not “${value}”`,
    ),
  orOthers: (count: number) => both(`（或其他 ${count} 种）`, ` (or one of ${count} others)`),
  noFiles: () => both('请给出要检查的文件', 'name the files to inspect'),
  unreadable: (file: string, code: string) =>
    both(
      `无法读取 ${file}（${code}），请检查路径和权限`,
      `cannot read ${file} (${code}); check the path and permissions`,
    ),
  unwritable: (file: string, code: string) =>
    both(
      `无法写入 ${file}（${code}），请检查路径和权限`,
      `cannot write ${file} (${code}); check the path and permissions`,
    ),
  fileExists: (file: string) =>
    both(`${file} 已存在，请换一个文件名`, `${file} is there already; name another file`),
  exported: (file: string, rules: number) =>
    both(`已写入 ${file}：${rules} 条规则`, `written to ${file}: ${rules} ${rules === 1 ? 'rule' : 'rules'}`),
  packProblems: (count: number) =>
    both(`${count} 处错误`, `${count} ${count === 1 ? 'mistake' : 'mistakes'}`),
  notJson: (file: string) => both(`${file} 不是有效的 JSON`, `${file} is not valid JSON`),
  inCase: (index: number, sentence: Bilingual) =>
    both(`第 ${index + 1} 个：${sentence['zh-CN']}`, `case ${index + 1}: ${sentence.en}`),
  unknownFiling: (id: string, known: string[]) =>
    both(
      `工作区里没有备案 ${id}，现有：${known.join('、') || '无'}`,
      `no filing ${id} in the workspace; it has: ${known.join(', ') || 'none'}`,
    ),
  internal: (incident: string) =>
    both(
      `程序内部错误（编号 ${incident}），日志中有详情`,
      `internal error (incident ${incident}); the log has the details`,
    ),
};
