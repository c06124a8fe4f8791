import { fieldEn, fieldZh, listEn, listZh, says, type Named } from './sentence.ts';

/** Whose words a name may not have: a unit of national level's, anybody's, an individual's, or a region's own. */
export type ForbiddenList = 'national' | 'sensitive' | 'individual' | 'nation-wide' | 'region';

type Keyword = Named & {
  words: string[];
  fields: string[];
  category: string;
  letterAccepted: boolean;
  remedies: string[];
};

export const nameFindings = {
  'name.placeholder': says<{ name: string }>(
    (p) => [`“${p.name}”不是名称`, '填写正式使用的名称'],
    (p) => [`“${p.name}” is no name`, 'Enter the name that will be used'],
  ),
  'app.name-generic': says<{ name: string }>(
    (p) => [`“${p.name}”是泛化词或行业词`, '取有辨识度的名称，例如加上品牌或单位简称'],
    (p) => [
      `“${p.name}” says no more than what kind of app it is`,
      'Choose a name that can be told apart, such as with the brand or the short name of the entity',
    ],
  ),
  'app.name-famous': says<{ name: string; famous: string }>(
    (p) => [`“${p.name}”含热门应用的名称“${p.famous}”`, '另取名称；确为权利人的，附权属证明后搁置此项'],
    (p) => [
      `“${p.name}” contains the name of a well-known app, “${p.famous}”`,
      'Choose another name; if it is yours, attach the proof and waive this',
    ],
  ),
  'app.name-not-of-service': says<{ service: string; app: string }>(
    (p) => [`App 名称“${p.app}”与服务名称“${p.service}”不一致`, '两处填写同一名称'],
    (p) => [`The app is called “${p.app}” and the service “${p.service}”`, 'Enter the same name for both'],
  ),
  'app.domain-not-listed': says<{ domain: string }>(
    (p) => [`域名 ${p.domain} 不在 App 使用的域名中`, '把它加入 App 使用的域名'],
    (p) => [`${p.domain} is not among the domains that the app uses`, 'Add it to them'],
  ),
  'app.no-domains': says(
    () => ['没有填写 App 使用的域名', '填全 App 访问的自有域名；确实没有的，备注说明'],
    () => [
      'No domain that the app uses is entered',
      'Enter every domain of its own that it calls; if it has none, say so in the remark',
    ],
  ),
  'name.forbidden-word': says<{
    name: string;
    words: string[];
    list: ForbiddenList;
    /** The region whose list it is. */
    place?: string;
    placeEn?: string;
  }>(
    (p) => [
      `名称“${p.name}”含${listZh(p.words)}，属${p.place ?? ''}${listNameZh(p.list)}`,
      '去掉该词，改用其他名称',
    ],
    (p) => [
      `The name “${p.name}” contains ${listEn(p.words)} (${listNameEn(p.list)}${p.placeEn ? `, ${p.placeEn}` : ''})`,
      'Choose a name without the word',
    ],
  ),
  'name.word-needs-approval': says<{ name: string; words: string[] }>(
    (p) => [`名称“${p.name}”含${listZh(p.words)}，须有相应批文`, '上传批文并填写审批号，或改名'],
    (p) => [
      `The name “${p.name}” contains ${listEn(p.words)}, which needs an approval`,
      'Attach the approval and enter its number, or rename',
    ],
  ),
  'name.suffix-missing': says<{ name: string; word: string; suffixes: string[] }>(
    (p) => [`名称“${p.name}”含“${p.word}”，须加后缀`, `在名称后加${p.suffixes.join('或')}`],
    (p) => [`The name “${p.name}” contains “${p.word}” and needs a suffix`, `Add ${p.suffixes.join(' or ')}`],
  ),
  'name.form': says<{ name: string; pattern: string; part: string }>(
    (p) => [`名称“${p.name}”${formZh(p.pattern)}：“${p.part}”`, '改用不含该部分的中文名称'],
    (p) => [`The name “${p.name}” ${formEn(p.pattern)}: “${p.part}”`, 'Choose a Chinese name without it'],
  ),
  'name.too-few-chinese': says<{ name: string; count: number; atLeast: number }>(
    (p) => [`名称“${p.name}”只有 ${p.count} 个汉字，至少 ${p.atLeast} 个`, `补足至 ${p.atLeast} 个汉字`],
    (p) => [
      `The name “${p.name}” has ${p.count} Chinese characters; at least ${p.atLeast} are needed`,
      'Lengthen the name',
    ],
  ),
  'name.too-many-chinese': says<{ name: string; count: number; atMost: number }>(
    (p) => [`名称“${p.name}”有 ${p.count} 个汉字，最多 ${p.atMost} 个`, '缩短名称'],
    (p) => [
      `The name “${p.name}” has ${p.count} Chinese characters; at most ${p.atMost} are allowed`,
      'Shorten it',
    ],
  ),
  'name.not-someones-homepage': says<{ name: string }>(
    (p) => [`名称“${p.name}”不是“某某的个人博客”或“某某的个人主页”`, '按该格式命名，并在备注写明内容'],
    (p) => [
      `The name “${p.name}” is not of the form 某某的个人博客 or 某某的个人主页`,
      'Use that form and say in the remark what the site shows',
    ],
  ),
  'name.not-descriptive': says<{ name: string }>(
    (p) => [`名称“${p.name}”看不出网站用途`, '写成“××公司官网”“××管理系统”之类'],
    (p) => [
      `The name “${p.name}” does not say what the site is`,
      'Call it “X company official site” or “X management system”',
    ],
  ),
  'name.differs-from-site': says<{ name: string; shown: string }>(
    (p) => [`网站显示“${p.shown}”，不含备案名称“${p.name}”`, '把首页名称和标题改为含备案名称'],
    (p) => [
      `The site shows “${p.shown}” without the filed name “${p.name}”`,
      'Put the filed name into page and title',
    ],
  ),
  'name.unrelated': says<{ name: string; entity: string; otherwise: string }>(
    (p) => [
      `名称“${p.name}”与主体“${p.entity}”看不出关联`,
      `改用含单位简称的名称${otherwiseZh(p.otherwise)}`,
    ],
    (p) => [
      `The name “${p.name}” shows no relation to “${p.entity}”`,
      `Use a name with the entity's short form${otherwiseEn(p.otherwise)}`,
    ],
  ),
  'name.used-twice': says<{ name: string; domain: string }>(
    (p) => [`名称“${p.name}”已用于 ${p.domain || '另一服务'}`, '改用不重复的名称'],
    (p) => [
      `The name “${p.name}” is already used for ${p.domain || 'another service'}`,
      'Choose another name',
    ],
  ),
  'keyword.needs-approval': says<Keyword>(
    (p) => [
      `${p.fields.map(fieldZh).join('、')}中有${listZh(p.words)}，缺批文${p.letterAccepted ? '或承诺书' : ''}`,
      `上传${p.materialsZh}${remediesZh(p.remedies)}`,
    ],
    (p) => [
      `${listEn(p.words)} in the ${p.fields.map(fieldEn).join(', ')} calls for an approval${p.letterAccepted ? ' or a letter of non-involvement' : ''}`,
      `Attach ${p.materialsEn}${remediesEn(p.remedies)}`,
    ],
  ),
  'keyword.ask-authority': says<Keyword>(
    (p) => [
      `${p.fields.map(fieldZh).join('、')}中有${listZh(p.words)}，管局可能要求审批`,
      `提交前向管局或接入商确认${remediesZh(p.remedies)}`,
    ],
    (p) => [
      `${listEn(p.words)} in the ${p.fields.map(fieldEn).join(', ')}: the authority may ask for an approval`,
      `Ask the authority or the provider before submission${remediesEn(p.remedies)}`,
    ],
  ),
  'content.not-accepted': says<{
    refused: string[];
    refusedZh: string;
    refusedEn: string;
    allowedZh: string;
    allowedEn: string;
  }>(
    (p) => [
      `服务内容“${p.refusedZh}”在此不可选`,
      p.allowedZh === '' ? '改选其他内容' : `只选：${p.allowedZh}`,
    ],
    (p) => [
      `The service content “${p.refusedEn}” may not be chosen here`,
      p.allowedEn === '' ? 'Choose another content' : `Choose only: ${p.allowedEn}`,
    ],
  ),
  'content.kind-not-accepted': says<{ kind: string; found: string }>(
    (p) => [`“${p.found}”属于不受理的网站类型`, '改变网站内容与名称'],
    (p) => [`“${p.found}” is a kind of site that is not accepted`, 'Change content and name of the site'],
  ),
  'content.no-language': says(
    () => ['未勾选语言类别', '勾选网站使用的全部语言'],
    () => ['No language is ticked', 'Tick every language of the site'],
  ),
  'content.language-needs-approval': says<{ languages: string[] }>(
    () => ['所选民族语言须先经主管部门审批', '先取得审批'],
    () => ['The minority language chosen needs prior approval', 'Obtain the approval first'],
  ),
  'remark.missing': says<{ about: string }>(
    (p) => [`备注未填，须写明：${p.about}`, '在备注中补写'],
    (p) => [`The remark is empty; it should say: ${p.about}`, 'Fill in the remark'],
  ),
  'remark.text-missing': says<{ template: string }>(
    (p) => [`备注缺规定文字：${p.template}`, '按该格式补写'],
    (p) => [`The remark lacks the prescribed text: ${p.template}`, 'Add it in that form'],
  ),
  'remark.too-short': says<{ chars: number; atLeast: number }>(
    (p) => [`备注只有 ${p.chars} 字，至少 ${p.atLeast} 字`, '补充网站内容的说明'],
    (p) => [
      `The remark has ${p.chars} characters; at least ${p.atLeast} are needed`,
      'Describe the content in more detail',
    ],
  ),
  'remark.forbidden-word': says<{ words: string[] }>(
    (p) => [`备注含${listZh(p.words)}，不被接受`, '去掉该词'],
    (p) => [`The remark contains ${listEn(p.words)}, which is refused`, 'Remove the word'],
  ),
};

const pick = (table: Record<string, [string, string]>, key: string, at: 0 | 1): string =>
  table[key]?.[at] ?? key;

const lists: Record<string, [string, string]> = {
  national: ['国家级单位专用词', 'words of national-level units'],
  sensitive: ['敏感词', 'sensitive words'],
  individual: ['个人网站名称禁用词', 'words not allowed in names of individuals’ sites'],
  'nation-wide': ['全国通用的名称禁用词', 'words not allowed in names anywhere'],
  region: ['地方名称禁用词', 'words not allowed in names'],
};
const listNameZh = (key: string): string => pick(lists, key, 0);
const listNameEn = (key: string): string => pick(lists, key, 1);

const forms: Record<string, [string, string]> = {
  latin: ['含拉丁字母', 'contains Latin letters'],
  'english-only': ['全为英文', 'is purely English'],
  'latin-only': ['全为字母', 'is only Latin letters'],
  'digits-only': ['全为数字', 'is only digits'],
  digits: ['含数字', 'contains digits'],
  domain: ['含域名', 'contains a domain'],
  url: ['含网址', 'contains a URL'],
  'person-name': ['含人名', 'contains a personal name'],
  'place-name': ['含地名', 'contains a place name'],
  'bare-administrative-area': ['仅为行政区划名', 'is only the name of a place'],
  'village-name': ['含村名', 'contains the name of a village'],
  pinyin: ['含拼音', 'contains pinyin'],
  'special-symbols': ['含特殊符号', 'contains a special symbol'],
  'company-words': ['含企业用语', 'contains a company word'],
  'nature-mismatch': ['含与单位性质不符的词', 'claims a nature that the holder does not have'],
};
const formZh = (key: string): string => pick(forms, key, 0);
const formEn = (key: string): string => pick(forms, key, 1);

const otherwises: Record<string, [string, string]> = {
  remark: ['，或在备注说明关系', ', or explain the relation in the remark'],
  statement: ['，或附情况说明', ', or attach the statement'],
  trademark: ['；使用品牌名的附商标注册证', '; for a brand attach the trademark certificate'],
};
const otherwiseZh = (key: string): string => otherwises[key]?.[0] ?? '';
const otherwiseEn = (key: string): string => otherwises[key]?.[1] ?? '';

const remedies: Record<string, [string, string]> = {
  'trim-business-scope': ['变更经营范围', 'trim the business scope'],
  'rename-entity': ['变更单位名称', 'rename the entity'],
  'rename-service': ['更换服务名称', 'rename the service'],
  remark: ['在备注说明不涉及', 'say in the remark that it is not involved'],
  'consult-authority': ['咨询管局', 'consult the authority'],
};
const remediesZh = (keys: string[]): string =>
  keys.length === 0 ? '' : `；也可${keys.map((key) => pick(remedies, key, 0)).join('、')}`;
const remediesEn = (keys: string[]): string =>
  keys.length === 0 ? '' : `; or ${keys.map((key) => pick(remedies, key, 1)).join(', ')}`;
