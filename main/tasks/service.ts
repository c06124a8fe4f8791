import type { Parsed, Task } from '../../preload/contract/index.ts';
import type { Context } from '../context.ts';

export async function listTasks({ tasks }: Context): Promise<Task[]> {
  return tasks.tasks;
}

export async function cancelTask({ tasks }: Context, { taskId }: Parsed<'tasks.cancel'>): Promise<null> {
  tasks.cancel(taskId);
  return null;
}
