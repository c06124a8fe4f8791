import { says } from './sentence.ts';

export const addressFindings = {
  'address.missing': says(
    () => ['通信地址未填', '填写到门牌号'],
    () => ['The mailing address is empty', 'Enter it down to the door number'],
  ),
  'address.symbols': says<{ symbol: string; suggestion: string }>(
    (p) => [`通信地址含符号“${p.symbol}”`, p.suggestion === '' ? '改用汉字' : `改为“${p.suggestion}”`],
    (p) => [
      `The mailing address contains “${p.symbol}”`,
      p.suggestion === '' ? 'Write it in words' : `Change it to “${p.suggestion}”`,
    ],
  ),
  'address.repeats-province': says<{ province: string }>(
    (p) => [`通信地址以“${p.province}”开头；已在列表选择省市区的，不必重复`, '接入商表单另选省市区时去掉'],
    (p) => [
      `The mailing address begins with “${p.province}”, which some forms already ask for in a list`,
      "Leave it out where the provider's form has that list",
    ],
  ),
  'address.not-detailed': says<{ level: string; remark: string | null }>(
    (p) => [
      `通信地址未详细到${levelZh(p.level)}`,
      p.remark === null
        ? `补写到${levelZh(p.level)}`
        : `补写到${levelZh(p.level)}；确无门牌的在备注写“${p.remark}”`,
    ],
    (p) => [
      `The mailing address does not go down to the ${levelEn(p.level)}`,
      p.remark === null
        ? 'Complete it'
        : `Complete it; if there is no number, write “${p.remark}” into the remark`,
    ],
  ),
  'address.forbidden-word': says<{ word: string; instead: string | null }>(
    (p) => [`通信地址含“${p.word}”`, p.instead === null ? '改为实际的区县名称' : `改为“${p.instead}”`],
    (p) => [
      `The mailing address contains “${p.word}”`,
      p.instead === null ? 'Use the actual district' : `Use “${p.instead}”`,
    ],
  ),
  'address.other-province-than-certificate': says<
    Record<'addressZh' | 'addressEn' | 'certificateZh' | 'certificateEn', string>
  >(
    (p) => [`通信地址在${p.addressZh}，证件在${p.certificateZh}`, `改为${p.certificateZh}内的地址`],
    (p) => [
      `The mailing address is in ${p.addressEn}, the certificate in ${p.certificateEn}`,
      `Use an address in ${p.certificateEn}`,
    ],
  ),
  'address.certificate-too-short': says<{ address: string }>(
    (p) => [`证件住所“${p.address}”不完整`, '按证件逐字填写全部住所'],
    (p) => [
      `The address on the certificate, “${p.address}”, is not complete`,
      'Enter it in full, as the certificate has it',
    ],
  ),
  'address.certificate-other-province': says<
    Record<'addressZh' | 'addressEn' | 'certificateZh' | 'certificateEn', string>
  >(
    (p) => [`证件住所在${p.addressZh}，证件签发地却选了${p.certificateZh}`, '按证件更正签发地'],
    (p) => [
      `The address on the certificate is in ${p.addressEn}, the region chosen is ${p.certificateEn}`,
      'Correct the region of the certificate',
    ],
  ),
  'address.other-city': says<{ mailing: string; certificate: string }>(
    (p) => [`通信地址（${p.mailing}）与证件住所（${p.certificate}）不在同一城市`, '改为证件所在城市的地址'],
    (p) => [
      `Mailing address (${p.mailing}) and certificate address (${p.certificate}) are in different cities`,
      'Use an address in the city of the certificate',
    ],
  ),
  'address.district': says<{ area: string; districts: string[]; region: string }>(
    (p) => [
      `地址在“${p.area}”，所属区域须选${p.districts.join('或')}（现为 ${p.region}）`,
      `改选${p.districts.join('或')}`,
    ],
    (p) => [
      `An address in “${p.area}” belongs to ${p.districts.join(' or ')}; ${p.region} is chosen`,
      `Choose ${p.districts.join(' or ')}`,
    ],
  ),
  'address.online-shop-format': says<{ format: string }>(
    (p) => [`证件住所为网店，通信地址须写成“${p.format}”`, '用冒号连接实际地址与证件住所'],
    (p) => [
      `The certificate address is an online shop; the mailing address must read “${p.format}”`,
      'Join the real address and the licensed one by a colon',
    ],
  ),
  'address.online-shop-other-domain': says<{ domain: string; address: string }>(
    (p) => [`备案域名 ${p.domain} 与执照所载网址“${p.address}”不同`, '备案执照所载的域名'],
    (p) => [
      `The domain ${p.domain} is not the URL on the licence, “${p.address}”`,
      'File the domain on the licence',
    ],
  ),
  'address.online-shop-no-url': says<{ address: string }>(
    (p) => [`执照住所“${p.address}”未载平台网址`, '换用载有平台网址的执照'],
    (p) => [`The licence address “${p.address}” shows no platform URL`, 'Use a licence that shows it'],
  ),
};

const pick = (table: Record<string, [string, string]>, key: string, at: 0 | 1): string =>
  table[key]?.[at] ?? key;

const levels: Record<string, [string, string]> = {
  village: ['村组', 'village'],
  door: ['门牌号', 'door number'],
  room: ['房间号', 'room'],
};
const levelZh = (key: string): string => pick(levels, key, 0);
const levelEn = (key: string): string => pick(levels, key, 1);
