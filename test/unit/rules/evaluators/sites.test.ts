import { cases } from './cases.ts';

const url = (homeUrl: string | null) => ({
  facts: { 'service.homeUrl': homeUrl, 'service.domain': 'yunfanlan.cn' },
});
cases('homeUrlRule', [
  ['a host under the domain', {}, url('www.yunfanlan.cn'), 'pass'],
  ['the domain itself', {}, url('yunfanlan.cn'), 'pass'],
  ['another domain', {}, url('www.other.cn'), 'fail', ['home-url.other-domain']],
  ['a path', {}, url('www.yunfanlan.cn/index.html'), 'fail', ['home-url.more-than-host']],
  ['only a scheme', {}, url('https://www.yunfanlan.cn'), 'pass', ['home-url.more-than-host (warning)']],
  ['two', {}, url('www.yunfanlan.cn;m.yunfanlan.cn'), 'fail', ['home-url.several']],
  [
    'two where one per domain is asked',
    { count: 'one-per-domain' },
    url('www.yunfanlan.cn;m.yunfanlan.cn'),
    'pass',
  ],
  ['without www', { form: 'starts-with-www' }, url('yunfanlan.cn'), 'fail', ['home-url.without-www']],
  [
    'with www where the bare domain is asked',
    { form: 'registrable-domain-only' },
    url('www.yunfanlan.cn'),
    'fail',
    ['home-url.not-bare'],
  ],
  ['none', {}, url(null), 'fail', ['home-url.missing']],
  ['unknown', {}, { facts: {} }, 'needs-human', [], ['service.homeUrl', 'service.domain']],
]);

const ip = (from: string, to: string, resolved: string[]) => ({
  facts: { 'access.ipRanges': [{ from, to }], 'service.resolvedIps': resolved },
});
cases('resolvedIpMustMatchFiling', [
  ['inside', {}, ip('121.36.7.8', '121.36.7.10', ['121.36.7.9']), 'pass'],
  ['outside', {}, ip('121.36.7.8', '121.36.7.10', ['121.36.7.11']), 'fail', ['site.resolves-elsewhere']],
  [
    'only a person can resolve',
    {},
    { facts: { 'access.ipRanges': [] } },
    'needs-human',
    [],
    ['service.resolvedIps'],
  ],
]);

const md5 = '0123456789abcdef0123456789abcdef';
const android = { platform: 'android', packageName: 'cn.yunfanlan.app', publicKey: 'key', fingerprint: md5 };
const app = (platforms: Record<string, unknown>[], more: Record<string, unknown> = {}) => ({
  service: 'app',
  facts: {
    'app.name': '云帆澜',
    'app.platforms': platforms,
    'app.icon': { bytes: 102400 },
    documents: [],
    ...more,
  },
});
const features = {
  iconMaxKb: 100,
  androidFingerprint: 'md5-hex-32',
  iosFingerprint: 'sha1-hex-40',
  materials: ['app-icon', 'app-features'],
} as const;
const wanted = { ...features, materials: [...features.materials] };
cases('appFeatureInfoRequired', [
  ['complete', wanted, app([android]), 'pass'],
  [
    'colons in the fingerprint',
    wanted,
    app([{ ...android, fingerprint: md5.match(/../g)!.join(':') }]),
    'pass',
  ],
  [
    'a fingerprint too short',
    wanted,
    app([{ ...android, fingerprint: md5.slice(1) }]),
    'fail',
    ['app.fingerprint'],
  ],
  ['MD5 for Apple', wanted, app([{ ...android, platform: 'iOS' }]), 'fail', ['app.fingerprint']],
  ['no public key', wanted, app([{ ...android, publicKey: null }]), 'fail', ['app.public-key-missing']],
  ['no package name', wanted, app([{ ...android, packageName: '' }]), 'fail', ['app.package-missing']],
  [
    'a package name with a blank',
    wanted,
    app([{ ...android, packageName: 'my app' }]),
    'fail',
    ['app.package-name'],
  ],
  ['one package twice', wanted, app([android, android]), 'fail', ['app.package-twice']],
  [
    'another name on a platform',
    wanted,
    app([{ ...android, appName: '云帆' }]),
    'fail',
    ['app.name-differs'],
  ],
  [
    'an icon too large',
    wanted,
    app([android], { 'app.icon': { bytes: 102401 } }),
    'fail',
    ['app.icon-too-large'],
  ],
  ['no icon', wanted, app([android], { 'app.icon': null }), 'needs-material', ['document.missing']],
  ['a placeholder', wanted, app([android], { 'app.name': '云帆测试版' }), 'fail', ['app.name-word']],
  ['no platform', wanted, app([]), 'fail', ['app.no-platform']],
  ['unknown', {}, { service: 'app', facts: {} }, 'needs-human', [], ['app.platforms', 'app.name']],
]);

cases('siteMustBeClosedBeforeFiling', [
  ['closed', {}, { facts: { 'service.siteReachable': false } }, 'pass'],
  ['open', {}, { facts: { 'service.siteReachable': true } }, 'fail', ['site.open-before-number']],
  ['only a person can look', {}, { facts: {} }, 'needs-human', [], ['service.siteReachable']],
]);

const filed = (more: Record<string, unknown>) => ({
  filing: 'new-service',
  facts: {
    'ledger.filedServices': [
      { type: 'website', name: '云帆澜', domain: 'a.cn', filedOn: '2026-06-01', ...more },
    ],
  },
});
cases('filedSitesMustBeReachable', [
  ['open and numbered', {}, filed({ reachable: true, footerNumberShown: true }), 'pass'],
  ['not open', {}, filed({ reachable: false }), 'fail', ['site.not-reachable']],
  ['not open where closed is fine', { orClosed: true }, filed({ reachable: false }), 'pass'],
  ['no number', {}, filed({ reachable: true, footerNumberShown: false }), 'fail', ['site.no-number']],
  ['not yet six months', { afterMonths: 6 }, filed({ reachable: false }), 'pass'],
  [
    'six months to the day',
    { afterMonths: 6 },
    filed({ reachable: false, filedOn: '2026-05-21' }),
    'fail',
    ['site.not-reachable'],
  ],
  ['nobody has looked', {}, filed({}), 'needs-human'],
  ['unknown', {}, { filing: 'new-service', facts: {} }, 'needs-human', [], ['ledger.filedServices']],
]);

const footer = (text: string | null | undefined, more: Record<string, unknown> = {}) => ({
  facts: {
    ...(text !== undefined && { 'service.footerText': text }),
    'service.licenceNumber': '沪ICP备2021004711号-1',
    'entity.licenceNumber': '沪ICP备2021004711号',
    'entity.name': '云帆澜有限公司',
    ...more,
  },
});
cases('footerNumberRequired', [
  ['the number of the site', {}, footer('沪ICP备2021004711号-1'), 'pass'],
  ['the number of the entity', {}, footer('沪ICP备2021004711号'), 'fail', ['site.footer-number']],
  [
    'the number of the entity where that is asked',
    { level: 'entity' },
    footer('沪ICP备2021004711号'),
    'pass',
  ],
  ['no number', {}, footer(null), 'fail', ['site.footer-number']],
  [
    'another copyright owner',
    { copyrightMustMatchEntity: true },
    footer('© 别家公司 沪ICP备2021004711号-1'),
    'fail',
    ['site.footer-owner'],
  ],
  ['not issued yet', {}, footer('版权所有', { 'service.licenceNumber': null }), 'needs-human'],
  ['only a person can look', {}, footer(undefined), 'needs-human', [], ['service.footerText']],
]);
