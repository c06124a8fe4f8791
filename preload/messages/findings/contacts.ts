import { fieldEn, fieldZh, roleEn, roleZh, says } from './sentence.ts';

export const contactFindings = {
  'contact.missing': says<{ role: string; field: string }>(
    (p) => [`${roleZh(p.role)}的${fieldZh(p.field)}未填`, '填写本人在用的联系方式'],
    (p) => [`The ${roleEn(p.role)}'s ${fieldEn(p.field)} is empty`, "Enter the person's own contact"],
  ),
  'contact.mobile-not-accepted': says<{ role: string; value: string }>(
    (p) => [`${roleZh(p.role)}的手机号码 ${p.value} 不合规定格式`, '改为 11 位中国内地手机号码'],
    (p) => [
      `The ${roleEn(p.role)}'s mobile number ${p.value} has not the prescribed form`,
      'Enter an 11-digit mainland mobile number',
    ],
  ),
  'contact.email-too-long': says<{ role: string; chars: number; maxChars: number }>(
    (p) => [`${roleZh(p.role)}的电子邮件共 ${p.chars} 个字符，最多 ${p.maxChars} 个`, '改用较短的邮箱地址'],
    (p) => [
      `The ${roleEn(p.role)}'s e-mail address has ${p.chars} characters; at most ${p.maxChars} are allowed`,
      'Use a shorter address',
    ],
  ),
  'contact.shared-by-two-persons': says<{ field: string; value: string }>(
    (p) => [
      `两名负责人共用${fieldZh(p.field)} ${p.value}，不同的人须不同`,
      `为互联网信息服务负责人填写本人的${fieldZh(p.field)}`,
    ],
    (p) => [
      `Principal and service owner are two people but share the ${fieldEn(p.field)} ${p.value}`,
      `Enter the service owner's own ${fieldEn(p.field)}`,
    ],
  ),
  'contact.too-few-numbers': says<{ distinct: number; needed: number; samePerson: boolean }>(
    (p) => [
      `手机与应急电话中只有 ${p.distinct} 个不同号码，${p.samePerson ? '一人任两职' : '两人任职'}时至少须 ${p.needed} 个`,
      '把重复的应急电话换成其他人的号码',
    ],
    (p) => [
      `Only ${p.distinct} different numbers among mobiles and emergency numbers; ${p.samePerson ? 'one person in both roles needs' : 'two persons need'} at least ${p.needed}`,
      'Replace a repeated emergency number with that of another person',
    ],
  ),
  'contact.numbers-crossed': says<{ role: string; other: string; value: string }>(
    (p) => [
      `${roleZh(p.role)}的手机 ${p.value} 又是${roleZh(p.other)}的应急电话`,
      `为${roleZh(p.other)}换一个第三人的应急电话`,
    ],
    (p) => [
      `The ${roleEn(p.role)}'s mobile ${p.value} is also the ${roleEn(p.other)}'s emergency number`,
      `Give the ${roleEn(p.other)} the number of a third person`,
    ],
  ),
  'contact.emergency-missing': says<{ role: string }>(
    (p) => [`${roleZh(p.role)}的应急联系电话未填`, '填写一个不同于本人手机的号码'],
    (p) => [
      `The ${roleEn(p.role)}'s emergency number is empty`,
      "Enter a number other than the person's own mobile",
    ],
  ),
  'contact.emergency-equals-mobile': says<{ role: string; owner: string; value: string }>(
    (p) => [`${roleZh(p.role)}的应急电话 ${p.value} 与${roleZh(p.owner)}的手机相同`, '换成另一人的号码'],
    (p) => [
      `The ${roleEn(p.role)}'s emergency number ${p.value} equals the ${roleEn(p.owner)}'s mobile`,
      'Enter the number of another person',
    ],
  ),
  'contact.emergency-shared': says<{ value: string }>(
    (p) => [`两名负责人的应急电话都是 ${p.value}，本地须不同`, '为其中一人换一个应急电话'],
    (p) => [
      `Both persons have the emergency number ${p.value}; this region wants two different ones`,
      'Change one of the two',
    ],
  ),
  'contact.emergency-user-missing': says<{ role: string; user: string }>(
    (p) => [
      `${roleZh(p.role)}的应急电话未注明使用人（${userZh(p.user)}）`,
      '填写使用人姓名及其与本单位或本人的关系',
    ],
    (p) => [
      `Who uses the ${roleEn(p.role)}'s emergency number is not said (${userEn(p.user)})`,
      "Enter the user's name and position or relation",
    ],
  ),
  'group.used-by-other-entity': says<{
    role: string;
    field: string;
    value: string;
    entity: string;
    name: string;
  }>(
    (p) => [
      `${roleZh(p.role)}的${fieldZh(p.field)} ${p.value} 已用于“${p.entity}”（${p.name}）的备案`,
      `换用未在其他主体备案中使用的${p.field === 'id-number' ? '人员' : fieldZh(p.field)}`,
    ],
    (p) => [
      `The ${roleEn(p.role)}'s ${fieldEn(p.field)} ${p.value} is already used by “${p.entity}” (${p.name})`,
      p.field === 'id-number'
        ? 'Name a person who is not in charge of another entity'
        : `Use a ${fieldEn(p.field)} that no other entity has filed`,
    ],
  ),
  'group.same-person-other-contact': says<{ field: string; value: string; entity: string; theirs: string }>(
    (p) => [
      `同一人在“${p.entity}”的${fieldZh(p.field)}为 ${p.theirs}，此处为 ${p.value}`,
      '同一法定代表人名下各主体中，同一人的联系方式填写一致',
    ],
    (p) => [
      `The same person has the ${fieldEn(p.field)} ${p.theirs} at “${p.entity}” and ${p.value} here`,
      'Use the same contacts of this person in all entities of one legal representative',
    ],
  ),
  'group.same-id-other-name': says<{ name: string; entity: string; theirs: string }>(
    (p) => [
      `同一证件号码在“${p.entity}”登记的姓名为“${p.theirs}”，此处为“${p.name}”`,
      '对照证件核对姓名和号码，两处改为一致',
    ],
    (p) => [
      `The same ID number stands for “${p.theirs}” at “${p.entity}” and for “${p.name}” here`,
      'Compare name and number with the ID and make both alike',
    ],
  ),
  'group.emergency-of-other-entity': says<{ role: string; value: string; entity: string; name: string }>(
    (p) => [
      `${roleZh(p.role)}的应急电话 ${p.value} 是“${p.entity}”${p.name}的电话`,
      '应急电话改填本单位人员的号码',
    ],
    (p) => [
      `The ${roleEn(p.role)}'s emergency number ${p.value} is a phone of ${p.name} at “${p.entity}”`,
      'Give the number of someone of this entity',
    ],
  ),
  'group.domain-of-other-entity': says<{ domain: string; entity: string; number: string | null }>(
    (p) => [
      p.number === null
        ? `域名 ${p.domain} 在“${p.entity}”的档案中也有`
        : `域名 ${p.domain} 已由“${p.entity}”备案（${p.number}）`,
      '一个域名只能备案在一个主体下：在另一档案中删去或先注销，或办理迁移',
    ],
    (p) => [
      p.number === null
        ? `The domain ${p.domain} is also in the dossier of “${p.entity}”`
        : `The domain ${p.domain} is already filed by “${p.entity}” (${p.number})`,
      'A domain is filed under one entity only: remove it or cancel it there first, or migrate the site',
    ],
  ),
  'group.domain-held-by-other-entity': says<{ domain: string; holder: string }>(
    (p) => [`域名 ${p.domain} 的持有者是集团内的“${p.holder}”`, '由持有者备案，或先把域名过户到本单位'],
    (p) => [
      `The domain ${p.domain} is held by “${p.holder}”, another entity of the group`,
      'File it under the holder, or transfer the domain to this entity first',
    ],
  ),
  'group.site-name-of-other-entity': says<{ name: string; entity: string }>(
    (p) => [`名称“${p.name}”与“${p.entity}”的网站相同`, '在名称中写出本单位，以便区分'],
    (p) => [
      `The name “${p.name}” is also that of a site of “${p.entity}”`,
      'Put this entity into the name so that the two can be told apart',
    ],
  ),
  'group.other-number-not-in-remark': says<{ entity: string }>(
    (p) => [`负责人同时任职于“${p.entity}”，主体备注未写明其备案号`, '在主体备注中写明另一主体的备案号'],
    (p) => [
      `The person is also in charge of “${p.entity}”, whose filing number is not in the remark`,
      "Write the other entity's filing number into the entity remark",
    ],
  ),
};

const users: Record<string, [string, string]> = {
  employee: ['须为本单位员工', 'an employee'],
  'third-employee': ['须为本单位第三名员工', 'a third employee'],
  'close-relative': ['须为直系亲属', 'a close relative'],
};
const userZh = (user: string): string => users[user]?.[0] ?? user;
const userEn = (user: string): string => users[user]?.[1] ?? user;
