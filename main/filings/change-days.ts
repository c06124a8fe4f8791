import type { Dossier, Filing, TimelineEvent } from '../../preload/contract/index.ts';
import type { RuleBook } from '../rules/book.ts';
import { addWorkingDays, isInCalendar } from '../rules/evaluators/dates.ts';
import { selectRules } from '../rules/select.ts';
import { provinceOf } from './facts-of.ts';
import { event } from './timeline-event.ts';

/** Where a region lets data differ from the record until the order is through, the change has its last day. */
export function changeDays(book: RuleBook, { entity, services }: Dossier, filing: Filing): TimelineEvent[] {
  const { state, stateSince: from, type, serviceIds } = filing;
  if (state !== 'approved' || from === null || !entity.region || !entity.group) return [];
  const service = services.find(({ id }) => serviceIds.includes(id))?.type ?? 'website';
  const wanted = {
    region: provinceOf(entity.region),
    entityGroup: entity.group,
    filing: type,
    service,
    on: from,
  };
  return selectRules(book, { ...wanted, entityNature: entity.nature }).flatMap(({ id, check, sources }) => {
    const workingDays = check?.params['changeWithinWorkingDays'];
    const on = typeof workingDays === 'number' ? addWorkingDays(from, workingDays) : null;
    if (on === null) return [];
    return event({
      on,
      kind: 'due',
      code: 'change-after-approval',
      severity: 'info',
      params: { from, workingDays: workingDays as number },
      path: null,
      ruleId: id,
      sources,
      isEstimate: !isInCalendar(from, on),
    });
  });
}
