import type { TimelineEvent } from '../../preload/contract/index.ts';
import { timelineSentence, timelineTitle } from '../../preload/messages/timeline.ts';

type Said = 'on' | 'kind' | 'code' | 'severity' | 'params' | 'path';

/** An event with its sentences; what is not said is none. */
export function event(
  said: Pick<TimelineEvent, Said> & Partial<Omit<TimelineEvent, Said | 'title' | 'message'>>,
): TimelineEvent {
  return {
    serviceId: null,
    ruleId: null,
    itemId: null,
    sources: [],
    isEstimate: false,
    ...said,
    title: timelineTitle(said.code, said.params),
    message: timelineSentence(said.code, said.params),
  };
}
