import type { Filing, KindNotice } from '../../preload/contract/index.ts';
import type { Judgement } from '../filings/judge.ts';
import { adviseFiling } from '../rules/advise.ts';
import type { RuleBook } from '../rules/book.ts';
import { isAboutKind } from '../rules/kind-of-filing.ts';

/** What speaks against this kind of filing, and which one the facts call for instead. */
export function kindNotice(
  book: RuleBook,
  { type, waivers }: Filing,
  { rules, services, on }: Judgement,
): KindNotice | null {
  const doubts = rules
    .map(({ itemId, findings }) => ({ itemId, findings: findings.filter(isAboutKind) }))
    .filter(
      ({ itemId, findings }) =>
        findings.some(({ severity }) => severity !== 'info') || (findings.length > 0 && itemId in waivers),
    );
  if (doubts.length === 0) return null;
  const advices = services.map(({ factsFile: { filing: _, ...file } }) =>
    adviseFiling(book, { ...file, on }),
  );
  const [advice] = advices;
  const isClear = advices.every(({ filing }) => filing === advice!.filing && filing !== 'none');
  const open = doubts.filter(({ itemId }) => !(itemId in waivers));
  const said = (open.length > 0 ? open : doubts).map(({ itemId }) => itemId);
  return {
    advised: isClear && advice!.filing !== type ? advice!.filing : null,
    because: advice!.because.filter(({ code }) => code !== 'decision'),
    findings: doubts.flatMap(({ findings }) => findings),
    itemIds: said,
    waiver: open.length > 0 ? null : waivers[said[0]!]!.reason,
  };
}
