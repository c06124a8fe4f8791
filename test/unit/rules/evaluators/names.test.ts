import { expect, test } from 'vitest';
import { findingSentences } from '../../../../preload/messages/findings.ts';
import { cases } from './cases.ts';
import { run } from './run.ts';

const name = (value: string | null, more: Record<string, unknown> = {}) => ({
  facts: { 'service.name': value, 'entity.name': '云帆澜科技有限公司', ...more },
});
const national = { words: ['中国', '人民', '赌博'], unless: 'national-level-entity' as const };
const none = { 'service.preApprovals': [], documents: [] };

cases('serviceNameForbidden', [
  ['without the words', national, name('云帆澜官网'), 'pass'],
  ['a national word', national, name('中国云帆'), 'fail', ['name.forbidden-word']],
  [
    'a national word of the own name, as a person sees',
    national,
    name('人民医院门户', { 'entity.name': '某某市人民医院' }),
    'needs-human',
  ],
  [
    'a sensitive word is never excused',
    national,
    name('反赌博网', { 'entity.name': '反赌博协会' }),
    'fail',
    ['name.forbidden-word'],
  ],
  [
    'a national and a sensitive word are two lists',
    national,
    name('中国赌博'),
    'fail',
    ['name.forbidden-word', 'name.forbidden-word'],
  ],
  [
    'a word that needs an approval',
    { needApproval: ['论坛'] },
    name('云帆论坛', none),
    'fail',
    ['name.word-needs-approval'],
  ],
  [
    'the word with its approval',
    { needApproval: ['论坛'] },
    name('云帆论坛', { ...none, 'service.preApprovals': [{ type: 'bulletin-board', number: '1' }] }),
    'pass',
  ],
  [
    'the word with the paper asked for',
    { needApproval: ['中国'], materials: ['approval-national-name'] },
    name('中国云帆', { documents: [{ material: 'approval-national-name' }] }),
    'pass',
  ],
  [
    'approvals unknown',
    { needApproval: ['论坛'] },
    name('云帆论坛'),
    'needs-human',
    [],
    ['service.preApprovals'],
  ],
  [
    'a suffix missing',
    { needSuffix: [{ word: '学院', suffixes: ['（内部学院）'] }] },
    name('云帆学院'),
    'fail',
    ['name.suffix-missing'],
  ],
  [
    'a suffix given',
    { needSuffix: [{ word: '学院', suffixes: ['（内部学院）'] }] },
    name('云帆学院（内部学院）'),
    'pass',
  ],
  ['only digits', { patterns: ['digits-only'] }, name('12345'), 'fail', ['name.form']],
  ['only Latin letters', { patterns: ['latin-only'] }, name('Yunfan Lan'), 'fail', ['name.form']],
  ['the domain', { patterns: ['domain'] }, name('云帆yunfan.cn'), 'fail', ['name.form']],
  ['a symbol', { patterns: ['special-symbols'] }, name('云帆★官网'), 'fail', ['name.form']],
  ['brackets are no special symbols', { patterns: ['special-symbols'] }, name('云帆（官网）'), 'pass'],
  [
    "a person's name",
    { patterns: ['person-name'] },
    name('周若溪的小站', { 'principal.name': '周若溪' }),
    'fail',
    ['name.form'],
  ],
  ['a place', { patterns: ['place-name'] }, name('广州美食记'), 'fail', ['name.form']],
  ['nothing but a place', { patterns: ['bare-administrative-area'] }, name('海南网'), 'fail', ['name.form']],
  ['more than a place', { patterns: ['bare-administrative-area'] }, name('海南云帆官网'), 'pass'],
  ['a company word', { patterns: ['company-words'] }, name('云帆商城'), 'fail', ['name.form']],
  ['perhaps an idiom', { patterns: ['idiom'] }, name('厚德载物'), 'needs-human'],
  ['a village', { patterns: ['village-name'] }, name('青桐村记事'), 'fail', ['name.form']],
  [
    'a nature the holder does not have',
    { patterns: ['nature-mismatch'] },
    name('云帆政府网'),
    'fail',
    ['name.form'],
  ],
  ['unknown', national, { facts: {} }, 'needs-human', [], ['service.name']],
]);

cases('serviceNamePattern', [
  ['three characters', { pattern: 'contains-chinese', minCjk: 3 }, name('云帆澜'), 'pass'],
  [
    'two characters',
    { pattern: 'contains-chinese', minCjk: 3 },
    name('云帆CRM'),
    'fail',
    ['name.too-few-chinese'],
  ],
  ['ten at most', { maxCjk: 10 }, name('云帆澜云帆澜云帆澜云帆'), 'fail', ['name.too-many-chinese']],
  ['Latin letters', { pattern: 'no-latin' }, name('云帆澜CRM系统'), 'fail', ['name.form']],
  [
    'a homepage in the prescribed form',
    { pattern: 'someones-blog-or-homepage' },
    name('小周的个人主页'),
    'pass',
  ],
  [
    'another form',
    { pattern: 'someones-blog-or-homepage' },
    name('小周的主页'),
    'fail',
    ['name.not-someones-homepage'],
  ],
  ['a functional name', { pattern: 'describes-function' }, name('云帆澜管理系统'), 'pass'],
  [
    'a name that says nothing',
    { pattern: 'describes-function' },
    name('云帆澜'),
    'pass',
    ['name.not-descriptive (warning)'],
  ],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['service.name']],
]);

cases('serviceNameMustMatchLiveSite', [
  [
    'page and title contain it',
    {},
    name('云帆澜官网', { 'service.liveNames': ['云帆澜官网', '云帆澜官网 - 首页'] }),
    'pass',
  ],
  ['nothing online yet', {}, name('云帆澜官网', { 'service.liveNames': null }), 'pass'],
  [
    'another title',
    {},
    name('云帆澜官网', { 'service.liveNames': ['云帆澜官网', '欢迎'] }),
    'fail',
    ['name.differs-from-site'],
  ],
  ['only a person can look', {}, name('云帆澜官网'), 'needs-human', [], ['service.liveNames']],
]);

cases('serviceNameMustRelateToEntity', [
  ['the short form', {}, name('云帆澜官网'), 'pass'],
  [
    'only words that every company has',
    { otherwise: 'advice' },
    name('星河科技官网'),
    'needs-human',
    ['name.unrelated (warning)'],
  ],
  [
    'a brand without its certificate',
    { otherwise: 'trademark', materials: ['trademark'] },
    name('星河官网', { documents: [] }),
    'fail',
    ['name.unrelated'],
  ],
  [
    'a brand with it',
    { otherwise: 'trademark', materials: ['trademark'] },
    name('星河官网', { documents: [{ material: 'trademark' }] }),
    'pass',
  ],
  [
    'explained in the remark',
    { otherwise: 'remark' },
    name('星河官网', { 'service.remark': '星河为公司品牌' }),
    'pass',
  ],
  [
    'a statement is asked for',
    { otherwise: 'statement', materials: ['form-situation-statement'] },
    name('星河官网', { documents: [] }),
    'needs-material',
    ['name.unrelated'],
  ],
  [
    'an individual',
    {},
    { entityGroup: 'individual', ...name('读书笔记', { 'entity.name': '周若溪' }) },
    'needs-human',
  ],
  ['unknown', {}, { facts: { 'service.name': '云帆澜官网' } }, 'needs-human', [], ['entity.name']],
]);

const filed = (more: Record<string, unknown> = {}) => ({
  'service.domain': 'a.cn',
  'ledger.filedServices': [{ type: 'website', name: '云帆澜官网', domain: 'b.cn', ...more }],
});
cases('serviceNameUniqueInEntity', [
  ['a new name', {}, name('云帆澜商城', filed()), 'pass'],
  ['a name used twice', {}, name('云帆澜官网', filed()), 'fail', ['name.used-twice']],
  ['the service itself in the ledger', {}, name('云帆澜官网', filed({ domain: 'a.cn' })), 'pass'],
  [
    'twice in one order',
    {},
    name('云帆澜官网', {
      'service.domain': 'a.cn',
      'order.services': [
        { name: '云帆澜官网', domain: 'a.cn' },
        { name: '云帆澜官网', domain: 'c.cn' },
      ],
    }),
    'fail',
    ['name.used-twice'],
  ],
  [
    'twice where the content decides',
    { mode: 'same-name-only-if-content-differs' },
    name('云帆澜官网', filed()),
    'needs-human',
  ],
  [
    'an app in the order without a domain',
    {},
    {
      service: 'app',
      ...name('云帆澜', { 'service.domain': 'a.cn', 'order.services': [{ type: 'app', name: '云帆澜' }] }),
    },
    'pass',
  ],
  [
    'ledger unknown',
    {},
    { filing: 'new-service', ...name('云帆澜官网') },
    'needs-human',
    [],
    ['ledger.filedServices'],
  ],
]);

test.each([
  ['a word of the nation’s', 'national-service-name-forbidden', ['enterprise'], '中国', '国家级单位专用词'],
  ['a word of every name', 'national-names', ['enterprise'], '导航', '全国通用的名称禁用词'],
  ['a word of an individual’s', 'national-individual-names', ['individual'], '导航', '个人网站名称禁用词'],
  ['a word of a region', '120000-name-words', ['enterprise'], '导航', '天津市地方名称禁用词'],
])('names the list of %s', (_what, id, entity, word, list) => {
  const { findings } = run(
    'serviceNameForbidden',
    { words: [word] },
    {
      ...name(`云帆${word}`),
      region: '120000',
      rule: { id, appliesTo: { entity, filing: [], service: [] } },
    },
  );
  const { code, params } = findings[0]!;
  const { message } = findingSentences(code, params, null);
  expect(message['zh-CN']).toContain(word);
  expect(message['zh-CN']).toContain(list);
});
