import type { ErrorCode, ErrorParams, Failure } from '../preload/contract/index.ts';

/** An expected failure. Throw it anywhere in a service; the router turns it into a `Failure`. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly failure: Failure;

  constructor(code: C, params: ErrorParams[C], options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.failure = { code, params };
  }
}

export function isAppError(cause: unknown, code?: ErrorCode): cause is AppError {
  return cause instanceof AppError && (code === undefined || cause.failure.code === code);
}
