import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import {
  contract,
  type Failure,
  type Method,
  type Output,
  type Parsed,
  type Result,
} from '../preload/contract/index.ts';
import type { Context } from './context.ts';
import { AppError, isAppError } from './errors.ts';

/** One function per method of the contract. */
export type Handlers = { [M in Method]: (context: Context, input: Parsed<M>) => Promise<Output<M>> };

/** Parses, validates, calls the service, validates its answer. The answer is always a JSON `Result`. */
export function createRouter(handlers: Handlers, context: Context) {
  async function call(method: string, inputJson: string): Promise<string> {
    return JSON.stringify(await dispatch(method, inputJson));
  }

  async function dispatch(method: string, inputJson: string): Promise<Result<unknown>> {
    try {
      if (!Object.hasOwn(contract, method))
        throw new AppError('input.invalid', { field: 'method', rule: 'known' });
      const { input, output } = contract[method as Method];
      const request = v.safeParse(input, parseJson(inputJson));
      if (!request.success) throw invalidInput(request.issues[0]);
      const handler = handlers[method as Method] as (c: Context, i: unknown) => Promise<unknown>;
      return {
        ok: true,
        value: v.parse(output as v.GenericSchema, await handler(context, request.output)),
      };
    } catch (cause) {
      return { ok: false, error: toFailure(cause, context) };
    }
  }

  return { call };
}

/** What the window is told of a failure: expected ones as they are, others as an incident the log explains. */
export function toFailure(cause: unknown, { ports }: Pick<Context, 'ports'>): Failure {
  if (isAppError(cause)) return cause.failure;
  const incidentId = randomUUID().slice(0, 8);
  ports.log.error(`incident ${incidentId}`, cause);
  return { code: 'internal.unexpected', params: { incidentId } };
}

function invalidInput(issue: v.BaseIssue<unknown>): AppError {
  return new AppError('input.invalid', { field: v.getDotPath(issue) ?? '', rule: issue.type });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('input.invalid', { field: '', rule: 'json' });
  }
}
