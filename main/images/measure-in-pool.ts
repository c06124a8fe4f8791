import { isAppError } from '../errors.ts';
import type { WorkContext } from '../workers/task.ts';
import type { WorkerPool } from '../workers/pool.ts';
import { refusedFile, type MeasureInput, type MeasuredFile } from './measure.ts';
import { Refusal } from './refusal.ts';

/**
 * Measures a file in a thread of the pool. A file that hangs or exhausts its reader costs that thread and is refused
 * with the reason; the others go on.
 *
 * @throws AppError `tasks.cancelled`
 */
export async function measureInPool(
  pool: WorkerPool,
  input: MeasureInput,
  context: WorkContext = {},
): Promise<MeasuredFile> {
  const { fileName } = input;
  try {
    return await pool.run('images.inspect', input, context);
  } catch (cause) {
    if (isAppError(cause, 'tasks.timed-out')) {
      const limitSeconds = Number(cause.failure.params['seconds']);
      return refusedFile(input, new Refusal('files.takes-too-long', { fileName, limitSeconds }, { cause }));
    }
    if (isAppError(cause, 'tasks.out-of-memory'))
      return refusedFile(input, new Refusal('files.needs-too-much-memory', { fileName }, { cause }));
    throw cause;
  }
}
