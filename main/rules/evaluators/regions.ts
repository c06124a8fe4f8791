import { provinceOf } from './facts.ts';
import type { CheckContext } from './types.ts';

/** Name of a region's province in both languages, as `<prefix>Zh` and `<prefix>En`. */
export function regionNaming<P extends string>(
  ctx: CheckContext,
  code: string,
  prefix: P,
): Record<`${P}Zh` | `${P}En`, string> {
  const name = ctx.book.enumerations.regions.find((x) => x.id === provinceOf(code))?.name;
  return {
    [`${prefix}Zh`]: name?.['zh-CN'] ?? code,
    [`${prefix}En`]: name?.en ?? code,
  } as Record<`${P}Zh` | `${P}En`, string>;
}

/** `广东省` -> `广东`, `新疆维吾尔自治区` -> `新疆`. */
export const shortName = (name: string): string =>
  name.replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, '');

/** Province that an address or a name begins with, or `undefined` when it names none. */
export function provinceAtStart(ctx: CheckContext, address: string): string | undefined {
  return ctx.book.enumerations.regions.find((region) => {
    const full = region.name['zh-CN'];
    const short = shortName(full);
    return (
      address.startsWith(full) ||
      (address.startsWith(short) && /^(省|市|自治区)/.test(address.slice(short.length)))
    );
  })?.id;
}

/**
 * Prefecture-level cities of the regions that compare addresses by city (name-rules.md §6; GB/T 2260). County-level
 * cities are not listed, so that 昆山市 is never taken for a prefecture.
 */
const prefectures: Record<string, string[]> = {
  '130000': '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水'.split(' '),
  '410000':
    '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源'.split(
      ' ',
    ),
  '440000':
    '广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮'.split(
      ' ',
    ),
  '520000': '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南'.split(' '),
};

/** The prefecture an address names within a region, or `undefined`. */
export const prefectureIn = (region: string, address: string): string | undefined =>
  (prefectures[region] ?? []).find(
    (city) =>
      address.includes(`${city}市`) ||
      (city.startsWith('黔') && address.includes(`${city}布依族`)) ||
      (city.startsWith('黔') && address.includes(`${city}苗族`)) ||
      (city.startsWith('黔') && address.includes(`${city}州`)),
  );

/** Every prefecture we can name, for names that may not consist of a place. */
export const knownCities = (): string[] => Object.values(prefectures).flat();
