import { cases } from './cases.ts';

const mail = (address: string | null, more: Record<string, unknown> = {}) => ({
  facts: { 'entity.mailingAddress': address, ...more },
});

cases('addressDetail', [
  ['down to the room', {}, mail('青桐路88号3号楼502室'), 'pass'],
  ['symbols', {}, mail('青桐路88号3-502室'), 'fail', ['address.symbols']],
  ['brackets only warn', {}, mail('青桐路88号（东座）502室'), 'pass', ['address.symbols (warning)']],
  ['a post box', {}, mail('青桐路88号200信箱'), 'fail', ['address.post-box']],
  ['a post box where it is allowed', { postBoxAllowed: true }, mail('青桐路88号200信箱'), 'pass'],
  [
    'the province repeated',
    {},
    mail('上海市浦东新区青桐路88号'),
    'pass',
    ['address.repeats-province (warning)'],
  ],
  [
    'the province repeated on a platform',
    {},
    { ...mail('上海市浦东新区青桐路88号'), service: 'mini-program' },
    'fail',
    ['address.repeats-province'],
  ],
  ['a building and its floor', {}, mail('青桐路云帆大厦12楼'), 'pass'],
  [
    'a building alone leads to no door',
    {},
    mail('青桐路云帆大厦', { 'entity.remark': null }),
    'fail',
    ['address.not-detailed'],
  ],
  [
    'no number',
    { remarkIfNone: '通信地址已为最详细地址' },
    mail('青桐路东段', { 'entity.remark': null }),
    'fail',
    ['address.not-detailed'],
  ],
  [
    'no number, excused by the remark',
    { remarkIfNone: '通信地址已为最详细地址' },
    mail('青桐路东段', { 'entity.remark': '通信地址已为最详细地址' }),
    'pass',
  ],
  [
    'no number, remark unknown',
    { remarkIfNone: '通信地址已为最详细地址' },
    mail('青桐路东段'),
    'needs-human',
    [],
    ['entity.remark'],
  ],
  ['no room where one is asked for', { level: 'room' }, mail('青桐路88号'), 'fail', ['address.not-detailed']],
  ['none', {}, mail(null), 'fail', ['address.missing']],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['entity.mailingAddress']],
]);

cases('addressForbiddenWords', [
  ['without the word', { words: ['市辖区'] }, mail('浦东新区青桐路88号'), 'pass'],
  ['with it', { words: ['市辖区', '宣武区'] }, mail('宣武区青桐路88号'), 'fail', ['address.forbidden-word']],
  ['unknown', { words: ['市辖区'] }, { facts: {} }, 'needs-human', [], ['entity.mailingAddress']],
]);

const shenzhen = {
  'entity.certificate.region': '440305',
  'entity.region': '440305',
  'entity.certificate.address': '深圳市南山区青桐路1号',
};
const gd = { region: '440000' };
cases('addressSameRegionAsCertificate', [
  [
    'one province',
    { level: 'province' },
    { facts: { ...shenzhen, 'entity.mailingAddress': '广东省广州市天河区青桐路1号' } },
    'pass',
  ],
  [
    'another province',
    { level: 'province' },
    { facts: { ...shenzhen, 'entity.mailingAddress': '湖南省长沙市青桐路1号' } },
    'fail',
    ['address.other-province-than-certificate'],
  ],
  [
    'a certificate address of another province',
    { level: 'province' },
    {
      facts: {
        ...shenzhen,
        'entity.certificate.address': '湖南省长沙市青桐路1号',
        'entity.mailingAddress': '南山区青桐路1号',
      },
    },
    'fail',
    ['address.certificate-other-province'],
  ],
  [
    'one city',
    { level: 'city' },
    { ...gd, facts: { ...shenzhen, 'entity.mailingAddress': '深圳市福田区青桐路1号' } },
    'pass',
  ],
  [
    'another city',
    { level: 'city' },
    { ...gd, facts: { ...shenzhen, 'entity.mailingAddress': '广州市天河区青桐路1号' } },
    'fail',
    ['address.other-city'],
  ],
  [
    'no city named, one region chosen',
    { level: 'city' },
    { ...gd, facts: { ...shenzhen, 'entity.mailingAddress': '南山区青桐路1号' } },
    'pass',
  ],
  [
    'no city named, another region chosen',
    { level: 'city' },
    { ...gd, facts: { ...shenzhen, 'entity.region': '440106', 'entity.mailingAddress': '天河区青桐路1号' } },
    'fail',
    ['address.other-city'],
  ],
  [
    'unknown',
    { level: 'city' },
    { ...gd, facts: {} },
    'needs-human',
    [],
    ['entity.mailingAddress', 'entity.certificate.region'],
  ],
]);

const huayuan = {
  map: [
    { from: '华苑（环内）', to: '南开区', remark: false },
    { from: '华苑（环外）', to: '西青区', remark: false },
  ],
};
cases('addressDistrictMapping', [
  ['elsewhere', huayuan, mail('和平区青桐路1号'), 'pass'],
  [
    'one of the districts; which, a person knows',
    huayuan,
    mail('华苑产业区青桐路1号', { 'entity.region': '120104' }),
    'needs-human',
  ],
  [
    'another district',
    huayuan,
    mail('华苑产业区青桐路1号', { 'entity.region': '120101' }),
    'fail',
    ['address.district'],
  ],
  [
    'the remark missing',
    { map: [{ from: '两江新区', to: '渝北区', remark: true }] },
    mail('两江新区青桐路1号', { 'entity.region': '500112', 'entity.remark': null }),
    'fail',
    ['remark.missing'],
  ],
  ['unknown', huayuan, { facts: {} }, 'needs-human', [], ['entity.mailingAddress']],
]);

const shop = { 'entity.certificate.address': '网络经营场所 www.yunfanlan.cn' };
cases('onlineShopAddress', [
  [
    'no online shop',
    { format: '通信地址：住所地址' },
    { facts: { 'entity.certificate.address': '青桐路1号' } },
    'pass',
  ],
  [
    'both addresses',
    { format: '通信地址：住所地址' },
    { facts: { ...shop, 'entity.mailingAddress': '青桐路1号：www.yunfanlan.cn' } },
    'pass',
  ],
  [
    'one address',
    { format: '通信地址：住所地址' },
    { facts: { ...shop, 'entity.mailingAddress': '青桐路1号' } },
    'fail',
    ['address.online-shop-format'],
  ],
  [
    'another domain',
    { domainMustEqualLicenceUrl: true },
    { facts: { ...shop, 'service.domain': 'other.cn' } },
    'fail',
    ['address.online-shop-other-domain'],
  ],
  [
    'no URL on the licence',
    { licenceShowsPlatformUrl: true },
    { facts: { 'entity.certificate.address': '淘宝店铺' } },
    'fail',
    ['address.online-shop-no-url'],
  ],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['entity.certificate.address']],
]);
