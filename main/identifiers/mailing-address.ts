import type { Enumerations } from '../rules/data-schema.ts';
import { outsideGbk } from './gbk.ts';
import { problem, toHalfWidth, type Problem } from './problem.ts';
import { provinceOfCode } from './provinces.ts';

type Regions = Enumerations['regions'];

/** Words that lead an address down to the door. */
const DETAIL = /号|室|楼|村|组|栋|幢|院|单元|座/;
const POST_BOX = /邮政信箱|信箱|邮箱/;
const REGISTRY_OFFICE = /工商行政管理局|工商局|市场监督管理局|市场监管局/;

/** Numbers joined by symbols written out, and other symbols dropped: `7-3-101` -> `7号楼3单元101室`. */
export function writeOutAddress(text: string): string {
  return toHalfWidth(text)
    .replace(/[‐‑–—−－]/g, '-')
    .replace(/(\d+)#(?=楼|栋|幢)/g, '$1号')
    .replace(/(\d+)#/g, '$1号')
    .replace(/(\d+)(?:号楼|栋|幢)?-(\d+)(?:单元)?-(\d+)室?(?!\d)/g, '$1号楼$2单元$3室')
    .replace(/(\d+)(?:号楼|栋|幢)?-(\d+)室?(?![\d-])/g, '$1号楼$2室')
    .replace(/[^\p{Script=Han}\p{N}A-Za-z]/gu, '');
}

/** `上海市` -> `上海`; `广西壮族自治区` -> `广西`. */
function shortName(name: string): string {
  return name.replace(/(壮族|回族|维吾尔)?自治区$|省$|市$/, '');
}

/** The province an address names at its beginning, if any. */
function namedProvince(text: string, regions: Regions): Regions[number] | undefined {
  return regions.find(
    ({ name }) => text.startsWith(name['zh-CN']) || text.startsWith(`${shortName(name['zh-CN'])}省`),
  );
}

/**
 * A mailing address: Chinese characters, digits and letters only, down to the door.
 *
 * @param region six-digit code of the filing's region, `null` while unknown
 */
export function checkMailingAddress(text: string, regions: Regions, region: string | null): Problem[] {
  const problems: Problem[] = [];
  const symbol = [...text].find((c) => !/[\p{Script=Han}0-9A-Za-z〇]/u.test(c));
  if (symbol !== undefined)
    problems.push(problem('address.symbol', { symbol }, 'error', writeOutAddress(text)));
  const rare = symbol === undefined ? outsideGbk(text) : undefined;
  if (rare !== undefined) problems.push(problem('text.rare-character', { character: rare }, 'warning'));
  const box = POST_BOX.exec(text)?.[0];
  if (box !== undefined) problems.push(problem('address.post-box', { word: box }));
  const office = REGISTRY_OFFICE.exec(text)?.[0];
  if (office !== undefined) problems.push(problem('address.registry-office', { word: office }));
  if (!DETAIL.test(text) && box === undefined) problems.push(problem('address.no-detail', {}, 'warning'));
  const named = namedProvince(text, regions);
  const own = region === null ? null : provinceOfCode(region);
  if (named && own !== null && named.id !== own)
    problems.push(
      problem(
        'address.other-province',
        { provinceZh: named.name['zh-CN'], provinceEn: named.name.en },
        'warning',
      ),
    );
  return problems;
}
