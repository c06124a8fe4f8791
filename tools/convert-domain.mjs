/**
 * Turns a folder of domain data (national.json, provinces/, checks.json ...) into the files the application loads:
 *
 *     node tools/convert-domain.mjs FOLDER [--out resources]
 *
 * Running it again gives the same bytes. Whatever it does not understand is listed and nothing is written.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The data set was last compared with its sources on this day (said in its README, not in its files). */
const CHECKED_ON = '2026-11-21';

const FILE_NAMES = {
  110000: 'beijing',
  120000: 'tianjin',
  130000: 'hebei',
  140000: 'shanxi',
  150000: 'neimenggu',
  210000: 'liaoning',
  220000: 'jilin',
  230000: 'heilongjiang',
  310000: 'shanghai',
  320000: 'jiangsu',
  330000: 'zhejiang',
  340000: 'anhui',
  350000: 'fujian',
  360000: 'jiangxi',
  370000: 'shandong',
  410000: 'henan',
  420000: 'hubei',
  430000: 'hunan',
  440000: 'guangdong',
  450000: 'guangxi',
  460000: 'hainan',
  500000: 'chongqing',
  510000: 'sichuan',
  520000: 'guizhou',
  530000: 'yunnan',
  540000: 'xizang',
  610000: 'shaanxi',
  620000: 'gansu',
  630000: 'qinghai',
  640000: 'ningxia',
  650000: 'xinjiang',
};

/** Notes on sources are English only in the data. */
const SOURCE_NOTES = {
  'excerpt only; undated': '仅见节选；无日期',
  'excerpt only; post-2023-09 wording': '仅见节选；措辞为2023年9月以后',
  'older than the 2017-06-05 list': '早于2017年6月5日的清单',
  'page printed under the heading 华南（泉州）since 2025-12-30; text unchanged since 2024-04-01':
    '该页自2025年12月30日起标题印作“华南（泉州）”；正文自2024年4月1日起未变',
  'province inferred from the text': '所属省份据正文推断',
};

/**
 * Old texts that the data cites by the name of a file, `seed document`: publisher and title as a source, and how a
 * sentence calls them. More than who wrote them and when is not known.
 */
const OLD_TEXTS = {
  '000_843cc45d7dfd3c8c.txt': {
    publisher: 'Alibaba Cloud',
    title: '备案资料与填写要求（2016-07存档，无网址）',
    zh: '阿里云2016年资料',
    en: 'an Alibaba Cloud text of 2016',
  },
  '001_73704ce950ea00c8.txt': {
    publisher: 'Alibaba Cloud',
    title: '备案流程与账号问答（约2016年存档，无网址）',
    zh: '阿里云约2016年资料',
    en: 'an Alibaba Cloud text of about 2016',
  },
  '002_46319d4f1939da96.txt': {
    publisher: 'unnamed access provider',
    title: '备案要求汇编（约2019年存档，无网址）',
    zh: '某接入商约2019年资料',
    en: "a provider's text of about 2019",
  },
  '003_4ad641b41a9d47c9.txt': {
    publisher: 'unnamed access provider',
    title: '备案资料与常见问题（2016-12存档，无网址）',
    zh: '某接入商2016年资料',
    en: "a provider's text of 2016",
  },
  '004_565993dfedba51bb.txt': {
    publisher: 'unnamed access provider',
    title: '备案流程与期限说明（约2025年存档，无网址）',
    zh: '某接入商约2025年资料',
    en: "a provider's text of about 2025",
  },
};

/** What the data says to its own readers, in words for ours: they know no files of the data. */
const READERS_WORDS = [
  ['证件与性质的对应见 enumerations.json。', '哪种证件可用，取决于单位性质。'],
  ['See enumerations.json for the pairs.', 'Which certificate fits depends on the nature of the entity.'],
  ['由 providers.json 决定。', '以所选接入商的要求为准。'],
  ['See providers.json.', 'The chosen provider decides.'],
  ['，见 providers.json。', '，以所选接入商的要求为准。'],
  [', see providers.json.', '; follow the chosen provider.'],
  ['，见 lifecycle.json；', '；'],
  [', see lifecycle.json;', ' by type of filing and provider;'],
  ['见省份规则 entityChangeAllowed', '见该省的规则'],
  ['see entityChangeAllowed', "see the region's rules"],
];

/** Values that the data writes in camelCase although closed enumerations are kebab-case. */
const KEBAB_VALUES = { hkMacao: 'hk-macao', providerAccount: 'provider-account', cnProvince: 'cn-province' };

const problems = [];
const problem = (where, what) => problems.push(`${where}: ${what}`);

const [folder, ...options] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tools/convert-domain.mjs FOLDER [--out resources]');
  process.exit(2);
}
const outDir = resolve(options[0] === '--out' ? options[1] : 'resources');
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

const isObject = (x) => typeof x === 'object' && x !== null && !Array.isArray(x);

/** `{zh, en}` -> `{'zh-CN', en}`. */
function text(where, t) {
  if (!isObject(t) || typeof t.zh !== 'string' || typeof t.en !== 'string') {
    problem(where, 'text is not in both languages');
    return { 'zh-CN': '', en: '' };
  }
  for (const key of Object.keys(t))
    if (key !== 'zh' && key !== 'en') problem(where, `unknown key "${key}" in a text`);
  return { 'zh-CN': forReaders(where, t.zh, 'zh'), en: forReaders(where, t.en, 'en') };
}

function forReaders(where, sentence, language) {
  const named = Object.entries(OLD_TEXTS).reduce(
    (rest, [file, text]) => rest.replaceAll(file, text[language]),
    sentence,
  );
  const said = READERS_WORDS.reduce((rest, [from, to]) => rest.replaceAll(from, to), named);
  const file = /[\w-]+\.(json|txt)/.exec(said);
  if (file) problem(where, `a text names the file ${file[0]}`);
  return said;
}

/** A date, or `{from, to}` as `from/to`. */
function asOf(where, value) {
  if (value === null || typeof value === 'string') return value;
  if (isObject(value) && typeof value.from === 'string' && typeof value.to === 'string')
    return `${value.from}/${value.to}`;
  problem(where, `date ${JSON.stringify(value)}`);
  return null;
}

/**
 * Any other value: texts become bilingual, names that sit beside other keys move under `name` (or `text`, where the
 * thing has no identity of its own), dates become strings.
 */
function plain(where, value, nameKey = 'name') {
  if (Array.isArray(value)) return value.map((x, i) => plain(`${where}[${i}]`, x, nameKey));
  if (typeof value === 'string') return KEBAB_VALUES[value] ?? value;
  if (!isObject(value)) return value;
  const { zh, en, ...rest } = value;
  if (zh !== undefined && Object.keys(rest).length === 0) return text(where, value);
  const out = {};
  for (const [key, x] of Object.entries(rest)) {
    const at = `${where}.${key}`;
    if (key === 'asOf') out[key] = asOf(at, x);
    else if (key === 'sources') out[key] = x.map((s, i) => source(`${at}[${i}]`, s));
    else out[key] = plain(at, x, nameKey);
  }
  if (zh === undefined && en === undefined) return out;
  const { id, ...others } = out;
  return { ...(id === undefined ? {} : { id }), [nameKey]: text(where, { zh, en }), ...others };
}

function only(where, value, keys) {
  for (const key of Object.keys(value)) if (!keys.includes(key)) problem(where, `unknown key "${key}"`);
}

function source(where, s) {
  only(where, s, ['publisher', 'title', 'url', 'asOf', 'asOfEstimated', 'note']);
  const isOldText = s.publisher === 'seed document';
  if (isOldText && !OLD_TEXTS[s.title]) problem(where, `unknown old text ${s.title}`);
  const { publisher, title } = (isOldText && OLD_TEXTS[s.title]) || s;
  const out = { publisher, title, url: s.url, asOf: asOf(where, s.asOf) };
  if (s.asOfEstimated) out.asOfEstimated = true;
  if (s.note !== undefined) {
    if (SOURCE_NOTES[s.note]) out.note = { 'zh-CN': SOURCE_NOTES[s.note], en: s.note };
    else problem(where, `no translation of the note "${s.note}"`);
  }
  return out;
}

const RULE_KEYS = [
  'id',
  'kind',
  'overrides',
  'appliesTo',
  'subject',
  'requirement',
  'check',
  'materials',
  'severity',
  'validFrom',
  'validTo',
  'sources',
  'confidence',
  'history',
  'note',
  'statedFor',
];

function rule(r) {
  only(r.id, r, RULE_KEYS);
  const { name, ...params } = r.check ?? {};
  return {
    id: r.id,
    kind: r.kind,
    appliesTo: { entity: r.appliesTo.entity, filing: r.appliesTo.filing, service: r.appliesTo.service },
    subject: r.subject,
    requirement: text(r.id, r.requirement),
    check: r.check ? { name, params } : null,
    materials: r.materials ?? [],
    severity: r.severity,
    confidence: r.confidence,
    validFrom: r.validFrom,
    validTo: r.validTo,
    overrides: r.overrides ?? null,
    checkedOn: CHECKED_ON,
    sources: r.sources.map((s) => source(r.id, s)),
    note: r.note ? text(r.id, r.note) : null,
    history: (r.history ?? []).map((h) => {
      only(`${r.id} history`, h, ['zh', 'en', 'asOf', 'asOfEstimated']);
      return {
        text: text(r.id, { zh: h.zh, en: h.en }),
        asOf: asOf(r.id, h.asOf),
        ...(h.asOfEstimated ? { asOfEstimated: true } : {}),
      };
    }),
    statedFor: r.statedFor ?? [],
  };
}

/** The data set has this row in its prose (lifecycle.md, section 1) and not in its table. */
function addClaim({ inputs, rows }) {
  const accessed = inputs.find(({ id }) => id === 'accessedHere');
  const last = rows.findIndex(({ when }) => when.accessedHere === 'other-account');
  if (!accessed || last === -1) {
    problem('lifecycle decisionTable', 'no place for the row of claims');
    return;
  }
  accessed.values.push('no-account');
  rows.splice(last + 1, 0, {
    when: { serviceFiled: 'same-entity', accessedHere: 'no-account' },
    result: 'claim',
    zh: '备案在本接入商但不在任何账号下（旧系统、迁移或跨省之后）：认领备案，无需管局审核',
    en: 'on record here but in no account (old system, after a migration or a move): claim it, no authority review',
  });
}

const written = new Map();
const put = (path, value) => written.set(path, JSON.stringify(value, null, 2) + '\n');
const counts = [];

const enumerations = read('enumerations.json');
const national = read('national.json');
put('rules/national.json', {
  region: 'national',
  name: { 'zh-CN': '全国', en: 'Nation-wide' },
  checkedOn: CHECKED_ON,
  note: text('national.json note', national.meta.note),
  rules: national.rules.map(rule),
});
counts.push(`${national.rules.length} national rules`);

let regional = 0;
const provinces = readdirSync(join(folder, 'provinces'))
  .filter((f) => f.endsWith('.json'))
  .sort();
for (const f of provinces) {
  const province = read(join('provinces', f));
  const listed = enumerations.regions.find((r) => r.id === province.code);
  only(f, province, ['code', 'name', 'authority', 'authoritySite', 'licencePrefix', 'rules']);
  // What stands in both files is carried over once, with the enumeration.
  if (
    listed?.zh !== province.name.zh ||
    listed.licencePrefix !== province.licencePrefix ||
    listed.authoritySite !== province.authoritySite ||
    listed.authority.zh !== province.authority.zh
  )
    problem(f, 'differs from the enumeration of regions');
  if (!FILE_NAMES[province.code]) {
    problem(f, 'no file name is known for this code');
    continue;
  }
  regional += province.rules.length;
  put(`rules/${province.code}-${FILE_NAMES[province.code]}.json`, {
    region: province.code,
    name: text(f, province.name),
    checkedOn: CHECKED_ON,
    note: null,
    rules: province.rules.map(rule),
  });
}
counts.push(`${regional} rules of ${provinces.length} regions`);

const checks = read('checks.json');
put('data/facts.json', {
  facts: Object.entries(checks.facts).map(([id, fact]) => plain(`facts ${id}`, { id, ...fact })),
});
counts.push(`${Object.keys(checks.facts).length} facts`);

put('data/checks.json', {
  outcomes: plain('checks outcomes', checks.meta.outcomes),
  note: text('checks note', checks.meta.note),
  checks: Object.entries(checks.checks).map(([id, c]) => {
    only(`checks ${id}`, c, ['meaning', 'params', 'neededFacts', 'outcomes', 'usedByRules']);
    return {
      id,
      meaning: text(`checks ${id}`, c.meaning),
      params: Object.entries(c.params).map(([p, spec]) => plain(`checks ${id} ${p}`, { id: p, ...spec })),
      neededFacts: c.neededFacts,
      outcomes: c.outcomes,
    };
  }),
});
counts.push(`${Object.keys(checks.checks).length} checks`);

const materials = read('materials.json');
only('materials.json', materials, ['meta', 'kinds', 'origins', 'baseSets', 'materials']);
put('data/materials.json', {
  kinds: plain('materials kinds', materials.kinds),
  baseSets: plain('materials baseSets', materials.baseSets),
  materials: plain('materials', materials.materials),
});
counts.push(`${materials.materials.length} materials`);

const providers = read('providers.json');
only('providers.json', providers, ['meta', 'providers', 'offlineTargets']);
put('data/providers.json', {
  note: text('providers note', providers.meta.note),
  providers: plain('providers', providers.providers),
  offlineTargets: plain('providers offlineTargets', providers.offlineTargets),
});
counts.push(`${providers.providers.length} providers`);

const { meta: enumMeta, ...lists } = enumerations;
put('data/enumerations.json', {
  asOf: asOf('enumerations', enumMeta.asOf),
  sources: enumMeta.sources.map((s) => source('enumerations', s)),
  note: text('enumerations note', enumMeta.note),
  ...plain('enumerations', lists),
});
counts.push(`${Object.values(lists).filter(Array.isArray).length} enumerations`);

const { meta: suffixMeta, suffixes } = read('suffixes.json');
put('data/suffixes.json', { ...plain('suffixes', suffixMeta), suffixes: plain('suffixes', suffixes) });
counts.push(`${suffixes.length} suffixes`);

const lifecycle = read('lifecycle.json');
const { decisionTable, dates, meta: _title, ...rest } = lifecycle;
const claims = decisionTable.rows.some(({ result }) => [result].flat().includes('claim'));
if (!claims && decisionTable.rows.length > 0) addClaim(decisionTable);
put('data/lifecycle.json', {
  ...plain('lifecycle', rest),
  decisionTable: {
    ...plain('lifecycle decisionTable', { ...decisionTable, rows: [] }),
    rows: plain('lifecycle rows', decisionTable.rows, 'text'),
  },
  dates: plain('lifecycle dates', dates, 'text'),
});
counts.push(`${lifecycle.states.length} states, ${lifecycle.timeLimits.length} time limits`);

const rejections = read('rejections.json');
put('data/rejections.json', {
  evidenceMeaning: plain('rejections evidenceMeaning', rejections.evidenceMeaning),
  reasons: rejections.reasons.map((reason) => {
    const { id, category, message, fix, evidence, scope, machineCheckable, relatedChecks, sources } = reason;
    if (reason.officialCode !== undefined && !/^\d+$/.test(reason.officialCode))
      problem(id, `official code ${reason.officialCode}`);
    return {
      id,
      category,
      message: text(id, message),
      fix: text(id, fix),
      evidence,
      officialCode: reason.officialCode ?? null,
      scope,
      regions: reason.regions ?? [],
      machineCheckable,
      relatedChecks: relatedChecks ?? [],
      sources: sources.map((s) => source(id, s)),
    };
  }),
});
counts.push(`${rejections.reasons.length} reasons of rejection`);

if (problems.length > 0) {
  for (const line of problems) console.error(line);
  console.error(`${problems.length} thing(s) could not be converted; nothing written`);
  process.exit(1);
}
// A region may have changed its file name; beside the data lies what does not come from here.
rmSync(join(outDir, 'rules'), { recursive: true, force: true });
for (const folderName of ['rules', 'data']) mkdirSync(join(outDir, folderName), { recursive: true });
for (const [path, json] of written) writeFileSync(join(outDir, path), json);
console.log(`${written.size} files: ${counts.join(', ')}`);
