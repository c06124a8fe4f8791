import { says } from './sentence.ts';

export const siteFindings = {
  'home-url.missing': says(
    () => ['首页网址未填', '填写含备案域名的主机名，如 www.域名'],
    () => ['The home URL is empty', 'Enter a host with the filed domain, such as www.domain'],
  ),
  'home-url.several': says<{ count: number }>(
    (p) => [`填了 ${p.count} 个首页网址，只能填 1 个`, '只保留一个'],
    (p) => [`${p.count} home URLs are given; only one is allowed`, 'Keep one'],
  ),
  'home-url.without-www': says<{ host: string }>(
    (p) => [`首页网址 ${p.host} 须以 www. 开头`, `改为 www.${p.host}`],
    (p) => [`The home URL ${p.host} must begin with www.`, `Change it to www.${p.host}`],
  ),
  'home-url.not-bare': says<{ host: string; domain: string }>(
    (p) => [`首页网址 ${p.host} 须为备案域名本身`, `改为 ${p.domain}`],
    (p) => [`The home URL ${p.host} must be the filed domain itself`, `Change it to ${p.domain}`],
  ),
  'access.whole-block': says<{ from: string; to: string }>(
    (p) => [`IP 地址填了整段 ${p.from}–${p.to}`, '只填实际使用的地址'],
    (p) => [`A whole block ${p.from}–${p.to} is entered`, 'Enter only the addresses in use'],
  ),
  'access.too-many-resources': says<{ count: number; atMost: number }>(
    (p) => [`关联了 ${p.count} 个云资源，最多 ${p.atMost} 个`, '减少关联的云资源'],
    (p) => [`${p.count} cloud resources are linked; at most ${p.atMost} are allowed`, 'Unlink some of them'],
  ),
  'site.resolves-elsewhere': says<{ ips: string[] }>(
    (p) => [`域名解析到 ${p.ips.join('、')}，不在备案的 IP 内`, '更正解析，或变更接入信息'],
    (p) => [
      `The domain resolves to ${p.ips.join(', ')}, outside the filed addresses`,
      'Correct the DNS, or change the access data',
    ],
  ),
  'site.open-before-number': says<{ domain: string }>(
    (p) => [`${p.domain} 在备案号下发前已能访问`, '备案通过前关闭网站或停止解析'],
    (p) => [
      `${p.domain} is open before the number is issued`,
      'Close the site or stop its DNS until the filing has passed',
    ],
  ),
  'site.not-reachable': says<{ name: string; domain: string }>(
    (p) => [`已备案网站“${p.name}”（${p.domain}）打不开`, '恢复访问，或注销该网站备案'],
    (p) => [`The filed site “${p.name}” (${p.domain}) does not open`, 'Bring it back, or cancel its filing'],
  ),
  'site.no-number': says<{ name: string; domain: string }>(
    (p) => [`已备案网站“${p.name}”（${p.domain}）首页没有备案号`, '在首页底部加备案号并链接工信部网站'],
    (p) => [
      `The filed site “${p.name}” (${p.domain}) does not show its number`,
      'Put the number at the foot of the home page with the link to MIIT',
    ],
  ),
  'site.footer-number': says<{ shown: string | null; expected: string; level: string }>(
    (p) => [
      `页脚显示${p.shown === null ? '无备案号' : `“${p.shown}”`}，应为“${p.expected}”`,
      `改为“${p.expected}”并链接工信部网站`,
    ],
    (p) => [
      `The footer shows ${p.shown === null ? 'no number' : `“${p.shown}”`}; it should be “${p.expected}”`,
      `Change it to “${p.expected}” with the link to MIIT`,
    ],
  ),
  'site.footer-owner': says<{ entity: string }>(
    (p) => [`页脚版权所有不是“${p.entity}”`, '版权所有写主办单位全称'],
    (p) => [`The copyright line does not name “${p.entity}”`, 'Name the entity in full'],
  ),
  'app.no-platform': says(
    () => ['未填写 App 运行平台', '至少填写一个平台的包名、公钥和证书指纹'],
    () => [
      'No platform of the app is given',
      'Enter package name, public key and fingerprint of at least one',
    ],
  ),
  'app.package-missing': says<{ platform: string }>(
    (p) => [`${p.platform} 平台缺包名`, '填写包名或 Bundle ID'],
    (p) => [`The package name for ${p.platform} is missing`, 'Enter the package name or bundle ID'],
  ),
  'app.public-key-missing': says<{ platform: string }>(
    (p) => [`${p.platform} 平台缺公钥`, '填写签名证书的公钥'],
    (p) => [`The public key for ${p.platform} is missing`, 'Enter the public key of the signing certificate'],
  ),
  'app.package-twice': says<{ packageName: string }>(
    (p) => [`包名 ${p.packageName} 在同一平台出现两次`, '去掉重复项'],
    (p) => [`The package name ${p.packageName} is listed twice on one platform`, 'Remove one'],
  ),
  'app.fingerprint': says<{ platform: string; chars: number; expected: number }>(
    (p) => [
      `${p.platform} 的证书指纹为 ${p.chars} 位，须为 ${p.expected} 位十六进制`,
      p.expected === 32 ? '填写证书的 MD5' : '填写证书的 SHA-1',
    ],
    (p) => [
      `The ${p.platform} fingerprint has ${p.chars} characters; ${p.expected} hexadecimal digits are needed`,
      p.expected === 32 ? "Enter the certificate's MD5" : "Enter the certificate's SHA-1",
    ],
  ),
  'app.name-differs': says<{ platform: string; name: string; other: string }>(
    (p) => [`${p.platform} 上的名称“${p.other}”与“${p.name}”不同`, '各平台名称一致，或分别备案'],
    (p) => [
      `On ${p.platform} the app is called “${p.other}”, not “${p.name}”`,
      'Use one name, or file it separately',
    ],
  ),
  'app.name-word': says<{ name: string; word: string }>(
    (p) => [`App 名称“${p.name}”含“${p.word}”，属占位、价格或营销用语`, '去掉该词'],
    (p) => [
      `The app name “${p.name}” contains “${p.word}”, a placeholder, price or marketing word`,
      'Remove it',
    ],
  ),
  'app.icon-too-large': says<{ kb: number; maxKb: number }>(
    (p) => [`App 图标 ${p.kb} KB，最大 ${p.maxKb} KB`, '压缩图标'],
    (p) => [`The icon has ${p.kb} KB; at most ${p.maxKb} KB are allowed`, 'Compress the icon'],
  ),
};
