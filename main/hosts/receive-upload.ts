import type { ReceivedFile, Result } from '../../preload/contract/index.ts';
import type { App } from '../app.ts';
import { isAppError } from '../errors.ts';

/** Takes in a file and answers a JSON `Result<ReceivedFile>`; what is not an expected failure is thrown. */
export async function receiveUpload(
  app: App,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<string> {
  return JSON.stringify(await received(app, name, bytes));
}

async function received(
  app: App,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<ReceivedFile>> {
  try {
    return { ok: true, value: await app.receiveFile(name, bytes) };
  } catch (cause) {
    if (isAppError(cause)) return { ok: false, error: cause.failure };
    throw cause;
  }
}
