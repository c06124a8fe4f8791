import type {
  Bilingual,
  RulePacks,
  RulePackProblem,
  RulePackProblemCode,
  Params,
} from '../contract/index.ts';

type Said = (params: Params) => Bilingual;
interface Sentences {
  what: Said;
  /** What would be right; `null` when the first sentence says it. */
  fix: Said | null;
}

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });
const fixed =
  (zh: string, en: string): Said =>
  () =>
    both(zh, en);
const listOf = (params: Params, key: string): string[] => {
  const list = params[key];
  return Array.isArray(list) ? list : [];
};

/** What the text should have had, by what the parser looked for. */
const EXPECTED: Record<string, Bilingual> = {
  key: both('这里应是双引号中的键', 'a key in double quotes belongs here'),
  value: both(
    '这里缺少值；末尾可能多了一个逗号',
    'a value is missing here; perhaps there is a comma too many',
  ),
  colon: both('键与值之间缺少冒号', 'a colon is missing between key and value'),
  comma: both('这里缺少逗号', 'a comma is missing here'),
  brace: both('缺少右花括号 }', 'a closing brace } is missing'),
  bracket: both('缺少右方括号 ]', 'a closing bracket ] is missing'),
  end: both('文件应到此结束，后面的内容多余', 'the file should end here; what follows is too much'),
  'no-comment': both('JSON 不能有注释', 'JSON has no comments'),
  quote: both('字符串缺少结尾的双引号', 'a text lacks its closing double quote'),
  escape: both('字符或转义写法有误', 'a character or escape is not allowed here'),
  number: both('数字写法有误', 'a number is not written as JSON has it'),
  other: both('这里不符合 JSON 的写法', 'this is not JSON'),
};

/** What a value of a fixed form looks like. */
const FORMS: Record<string, Bilingual> = {
  id: both(
    '应为地区代码或 national 加小写英文词，用连字符相连，如 310000-owner-letter',
    'write the province code or national, then words in small letters with hyphens: 310000-owner-letter',
  ),
  url: both(
    '应为 http:// 或 https:// 开头、没有空格的地址',
    'write an address that begins with http:// or https:// and has no spaces',
  ),
  asOf: both(
    '应为 2026、2026-02、2026-02-27，或两个这样的日期以 / 相连',
    'write 2026, 2026-02 or 2026-02-27, or two of them joined by /',
  ),
  statedFor: both('应为六位地区代码，如 310000', 'write a province code of six digits, such as 310000'),
  day: both('应写成 2026-11-21 这样的日期', 'write a date like 2026-11-21'),
};

const TYPES: Record<string, Bilingual> = {
  string: both('双引号中的文字', 'a text in double quotes'),
  number: both('0 至 1000 的数字', 'a number from 0 to 1000'),
  integer: both('0 至 1000 的整数', 'a whole number from 0 to 1000'),
  boolean: both('true 或 false', 'true or false'),
  array: both('方括号中的列表', 'a list in brackets'),
  strict_object: both('花括号中的对象', 'an object in braces'),
  record: both('花括号中的对象', 'an object in braces'),
  union: both('文字、数字、true/false 或列表', 'a text, a number, true or false, or a list'),
  enum: both('列表中的一个词', 'one of the known words'),
  enumArray: both('至少一个已知的词的列表', 'a list of at least one known word'),
  stringArray: both('至少一段文字的列表', 'a list of at least one text'),
  materialArray: both('至少一个材料代号的列表', 'a list of at least one id of a material'),
  objectArray: both(
    '至少一个对象的列表，键与声明一致',
    'a list of at least one object with the declared keys',
  ),
};
const typeName = (type: unknown): Bilingual => TYPES[String(type)] ?? both(String(type), String(type));

/** The known words, or those nearest to the one given. */
const useOneOf: Said = (params) => {
  const known = listOf(params, 'known');
  return known.length === 0
    ? both('请参照 JSON Schema', 'see the JSON Schema')
    : both(`可用：${known.join('、')}`, `use: ${known.join(', ')}`);
};

const SENTENCES: Record<RulePackProblemCode, Sentences> = {
  'not-utf8': {
    what: fixed('文件不是 UTF-8 编码', 'The file is not UTF-8'),
    fix: fixed('在编辑器里另存为 UTF-8', 'save it as UTF-8 in your editor'),
  },
  'too-deep': {
    what: fixed('括号嵌套过深', 'Brackets are nested too deeply'),
    fix: fixed(
      '规则包用不到这么深的层次，请从导出的文件改起',
      'no rule pack nests like that; start from an exported file',
    ),
  },
  syntax: {
    what: fixed('不是有效的 JSON', 'Not valid JSON'),
    fix: ({ expected }) => EXPECTED[String(expected)] ?? EXPECTED['other']!,
  },
  'key-twice': {
    what: ({ key }) => both(`键“${String(key)}”出现了两次`, `The key “${String(key)}” stands here twice`),
    fix: fixed('只留一个', 'keep one of them'),
  },
  'not-a-pack': {
    what: fixed('这不是备案台的规则包', 'This is no rule pack of Beian Desk'),
    fix: ({ expected }) =>
      both(
        `规则包以 "format": "${String(expected)}" 开头`,
        `a rule pack begins with "format": "${String(expected)}"`,
      ),
  },
  'newer-format': {
    what: ({ version }) =>
      both(
        `规则包的格式版本是 ${String(version)}，比本程序新`,
        `The pack has format version ${String(version)}, newer than this application`,
      ),
    fix: (params) =>
      both(
        `请升级备案台，或用版本 ${listOf(params, 'known').join()}`,
        `update Beian Desk, or use version ${listOf(params, 'known').join()}`,
      ),
  },
  missing: {
    what: ({ key }) => both(`缺少“${String(key)}”`, `“${String(key)}” is missing`),
    fix: ({ key }) =>
      both(
        `补上“${String(key)}”；不适用时多数键可写 null 或 []`,
        `add “${String(key)}”; most keys take null or [] where they do not apply`,
      ),
  },
  'unknown-key': {
    what: ({ key }) => both(`没有“${String(key)}”这个键`, `There is no key “${String(key)}” here`),
    fix: fixed('删去它，或核对拼写', 'remove it, or check the spelling'),
  },
  'wrong-type': {
    what: fixed('值的类型不对', 'The value has the wrong type'),
    fix: ({ expected }) =>
      both(`应为${typeName(expected)['zh-CN']}`, `it should be ${typeName(expected).en}`),
  },
  'wrong-form': {
    what: ({ value }) =>
      both(`“${String(value)}”的写法不对`, `“${String(value)}” is not written as it should be`),
    fix: ({ form }) => FORMS[String(form)] ?? FORMS['day']!,
  },
  empty: {
    what: fixed('不能为空', 'It is empty'),
    fix: fixed('至少写一项', 'write at least one'),
  },
  'too-long': {
    what: ({ maxChars }) =>
      both(`超过 ${String(maxChars)} 个字符`, `It has more than ${String(maxChars)} characters`),
    fix: fixed('请缩短', 'shorten it'),
  },
  'unknown-value': {
    what: ({ value }) => both(`不认识“${String(value)}”`, `“${String(value)}” is not known`),
    fix: useOneOf,
  },
  'dates-reversed': {
    what: fixed('结束早于开始', 'The end lies before the beginning'),
    fix: fixed('请对调或改正日期', 'exchange or correct the dates'),
  },
  'id-of-region': {
    what: ({ region }) => both('规则不属于这个地区', `The rule is not of ${String(region)}`),
    fix: ({ region }) => both(`代号应以 ${String(region)}- 开头`, `its id begins with ${String(region)}-`),
  },
  'id-twice': {
    what: ({ id }) =>
      both(`规则 ${String(id)} 在规则包里出现了两次`, `The pack names the rule ${String(id)} twice`),
    fix: fixed('只留一处', 'keep one of them'),
  },
  'id-in-use': {
    what: ({ id }) => both(`内置规则已有代号 ${String(id)}`, `There is a built-in rule ${String(id)}`),
    fix: fixed(
      '换一个代号；要取代内置规则，把它放进 replace',
      'choose another id; to take its place, move it to “replace”',
    ),
  },
  'id-unknown': {
    what: ({ value }) => both(`没有内置规则 ${String(value)}`, `There is no built-in rule ${String(value)}`),
    fix: (params) => {
      const known = listOf(params, 'known');
      const near = both(
        known.length > 0 ? `相近的有：${known.join('、')}` : '',
        known.length > 0 ? `near to it: ${known.join(', ')}` : '',
      );
      return params['list'] === 'replace'
        ? both(`新规则放进 add。${near['zh-CN']}`, `a new rule belongs in “add”; ${near.en}`)
        : near;
    },
  },
  'ended-already': {
    what: ({ validTo }) =>
      both(`这条规则已于 ${String(validTo)} 结束`, `The rule ends on ${String(validTo)} already`),
    fix: fixed('写更早的日期，或删去这一项', 'write an earlier day, or remove the entry'),
  },
  'overrides-unknown': {
    what: ({ value }) =>
      both(`没有全国规则 ${String(value)} 可取代`, `There is no national rule ${String(value)} to replace`),
    fix: fixed('写全国规则的代号，或 null', 'write the id of a national rule, or null'),
  },
  'overrides-other-check': {
    what: ({ id }) =>
      both(
        `与被取代的 ${String(id)} 检查的不是同一件事`,
        `It does not check what ${String(id)}, which it replaces, checks`,
      ),
    fix: ({ expected }) =>
      both(
        `检查应为 ${String(expected)}，或 overrides 写 null`,
        `the check should be ${String(expected)}; or write null for “overrides”`,
      ),
  },
  'overrides-elsewhere': {
    what: ({ id }) =>
      both(
        `与被取代的 ${String(id)} 没有共同的适用范围`,
        `It never applies where ${String(id)}, which it replaces, does`,
      ),
    fix: useOneOf,
  },
  'overridden-by': {
    what: (params) =>
      both(
        `取代此规则的地区规则将不再相符：${listOf(params, 'ids').join('、')}`,
        `Regional rules that replace this one would no longer fit it: ${listOf(params, 'ids').join(', ')}`,
      ),
    fix: fixed(
      '保留原来的检查和适用范围，或一并修改那些规则',
      'keep its check and scope, or change those rules too',
    ),
  },
  'no-material': {
    what: fixed('要求材料的规则没有写是哪些材料', 'The rule asks for documents and names none'),
    fix: fixed(
      '在 materials 或检查的参数里写材料代号',
      'name them in “materials” or in the parameters of the check',
    ),
  },
  'param-unknown': {
    what: fixed('这项检查没有这个参数', 'The check has no such parameter'),
    fix: useOneOf,
  },
  'param-missing': {
    what: fixed('这项检查缺少一个必需的参数', 'The check lacks a parameter it needs'),
    fix: ({ type }) => both(`应为${typeName(type)['zh-CN']}`, `it should be ${typeName(type).en}`),
  },
  'param-wrong': {
    what: fixed('参数的值不对', 'The parameter has the wrong value'),
    fix: ({ type }) => both(`应为${typeName(type)['zh-CN']}`, `it should be ${typeName(type).en}`),
  },
  'unsafe-pattern': {
    what: fixed(
      '正则表达式无效或可能耗时过长',
      'The regular expression is not valid, or could take too long',
    ),
    fix: fixed(
      '不要重复括号里的内容，不要引用前面的匹配，最多 200 个字符',
      'repeat nothing in parentheses, refer to no earlier match, at most 200 characters',
    ),
  },
};

/** What is wrong with a rule pack at one place, and what would be right. */
export function describeRulePackProblem({ code, params }: RulePackProblem): {
  what: Bilingual;
  fix: Bilingual | null;
} {
  const { what, fix } = SENTENCES[code];
  return { what: what(params), fix: fix?.(params) ?? null };
}

/** Why the pack that should be in force is not, and what to do. */
export function describeSetAside({ because, name }: NonNullable<RulePacks['setAside']>): Bilingual {
  switch (because) {
    case 'missing':
      return both(
        `规则包“${name}”的文件不见了，暂用内置规则。请重新导入。`,
        `The file of rule pack “${name}” is gone; the built-in rules are used. Import it again.`,
      );
    case 'damaged':
      return both(
        `规则包“${name}”的文件已被改动或损坏，暂用内置规则。请重新导入原来的文件。`,
        `The file of rule pack “${name}” was altered or damaged; the built-in rules are used. Import the original again.`,
      );
    case 'does-not-fit':
      return both(
        `规则包“${name}”与本版本的内置规则不再相符，已搁置，暂用内置规则。请修改后重新导入。`,
        `Rule pack “${name}” no longer fits the rules of this version and was set aside; the built-in rules are used. Correct and import it again.`,
      );
  }
}
