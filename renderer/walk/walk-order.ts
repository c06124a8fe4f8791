import type { WalkItem, WalkState, WalkStep } from '../../preload/contract/index.ts';

export const steps: readonly WalkStep[] = ['gather', 'fill', 'sign', 'scan', 'submit'];

/** What needs somebody first: problems, then what is missing, warnings, then what waits for an answer or a look. */
const urgency: Record<WalkState, number> = {
  'has-problems': 0,
  missing: 1,
  'has-warnings': 2,
  question: 3,
  attached: 4,
  waived: 5,
  satisfied: 6,
  'not-applicable': 7,
};

/** Whether the person still has to do something about the item. */
export function isOpen(item: WalkItem): boolean {
  return urgency[item.state] < urgency.waived;
}

/** Items of one step: open ones first, demands before recommendations; what does not concern the filing last. */
export function itemsOfStep(items: readonly WalkItem[], step: WalkStep): WalkItem[] {
  return items
    .filter((item) => item.step === step)
    .sort(
      (a, b) =>
        Number(!isOpen(a)) - Number(!isOpen(b)) ||
        Number(a.state === 'not-applicable') - Number(b.state === 'not-applicable') ||
        Number(a.severity === 'recommended') - Number(b.severity === 'recommended') ||
        urgency[a.state] - urgency[b.state],
    );
}

/** All items in the order in which the walk shows them. */
export function walkOrder(items: readonly WalkItem[]): WalkItem[] {
  return steps.flatMap((step) => itemsOfStep(items, step));
}

/**
 * The open item after the given one, in walking order, starting again at the top; `null` when all is done.
 * The item itself is returned only when it is the last open one.
 */
export function nextOpen(items: readonly WalkItem[], afterId: string | null): WalkItem | null {
  const order = walkOrder(items);
  const at = order.findIndex((item) => item.id === afterId);
  const rest = [...order.slice(at + 1), ...order.slice(0, at + 1)];
  return rest.find(isOpen) ?? null;
}
