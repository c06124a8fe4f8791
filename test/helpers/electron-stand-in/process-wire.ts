import type { Answers, FromApp, ToApp } from './wire.ts';
import { StandInError } from './strict.ts';

type Handlers = {
  [K in ToApp['kind']]: (request: Extract<ToApp, { kind: K }>) => Promise<Answers[K]> | Answers[K];
};

/** Tells the test's process. */
export function tell(message: FromApp): void {
  process.send?.(message);
}

/** Answers the test's process. */
export function answerTests(handlers: Handlers): void {
  if (!process.send) throw new StandInError('runs only under a test');
  process.on('message', ({ id, request }: { id: number; request: ToApp }) => {
    Promise.resolve()
      .then(() => (handlers[request.kind] as (r: ToApp) => unknown)(request))
      .then((value) => tell({ kind: 'answer', id, value }))
      .catch((cause: unknown) => tell({ kind: 'refusal', id, message: String(cause) }));
  });
  // The application has a life of its own; the channel must not keep it alive, nor outlive the test.
  process.on('disconnect', () => process.exit(1));
}
