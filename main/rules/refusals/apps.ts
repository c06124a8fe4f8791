import { isKnown, text, words } from '../evaluators/facts.ts';
import { nameOf } from '../evaluators/names.ts';
import type { Verdict } from '../evaluators/verdict.ts';
import { domainHere } from './here.ts';
import type { Refusals } from './types.ts';

/** Names that say no more than what kind of app it is. */
const GENERIC =
  /^(我的|手机|移动|智能|智慧|掌上)?(商城|商店|购物|天气|日历|音乐|视频|新闻|浏览器|相机|计算器|地图|导航|助手|工具箱?|应用|软件|客户端|平台|系统|外卖|快递|办公|学习|教育|健康|医疗|旅游|酒店|打车|支付|银行|理财|游戏|直播|聊天|社交|招聘|租房|美食|记账|翻译|小说|测试)(平台|系统|软件|应用|助手|客户端|大全|中心|网)?(App|APP|小程序)?$/;

/** Apps that everybody knows; only their own holders take such a name. */
const FAMOUS = [
  ...[
    '微信',
    '企业微信',
    '支付宝',
    '抖音',
    '快手',
    '淘宝',
    '天猫',
    '京东',
    '拼多多',
    '美团',
    '饿了么',
    '钉钉',
  ],
  ...[
    '飞书',
    '今日头条',
    '小红书',
    '哔哩哔哩',
    '高德地图',
    '百度',
    '滴滴出行',
    '腾讯视频',
    '腾讯会议',
    '爱奇艺',
  ],
  ...['优酷', '知乎', '网易云音乐', '铁路12306', '学习强国', '国家反诈中心', '个人所得税', '交管12123'],
];

const isAppLike = (service: string): boolean => service !== 'website';

function tooCommon(verdict: Verdict): void {
  const { ctx } = verdict;
  const { key, name } = nameOf(ctx);
  if (!isAppLike(ctx.service) || !name) return;
  if (GENERIC.test(name)) verdict.say('app.name-generic', { name }, key);
  const famous = FAMOUS.find((one) => name.includes(one));
  if (famous === undefined || text(ctx, 'entity.name')?.includes(famous)) return;
  verdict.say('app.name-famous', { name, famous }, key, name.startsWith(famous) ? undefined : 'warning');
}

/** The name of the app is the name of the service. */
function twoNames(verdict: Verdict): void {
  const { ctx } = verdict;
  const [service, app] = [text(ctx, 'service.name'), text(ctx, 'app.name')];
  if (ctx.service === 'app' && service && app && service !== app)
    verdict.say('app.name-not-of-service', { service, app }, 'app.name');
}

/** Every domain of its own that the app calls is filed with it. */
function domainNotListed(verdict: Verdict): void {
  const { ctx } = verdict;
  const path = 'app.domains';
  const domain = domainHere(ctx);
  if (ctx.service !== 'app' || !isKnown(ctx, path)) return;
  const listed = (words(ctx, path) ?? []).map((one) => one.toLowerCase());
  if (domain !== null && !listed.some((one) => one === domain || one.endsWith(`.${domain}`)))
    verdict.say('app.domain-not-listed', { domain }, path);
  else if (listed.length === 0) verdict.say('app.no-domains', {}, path, 'warning');
}

/** What platforms and providers refuse of apps. */
export const appRefusals: Refusals = {
  'APP-03': (verdict) => {
    tooCommon(verdict);
    twoNames(verdict);
  },
  'APP-08': domainNotListed,
};
