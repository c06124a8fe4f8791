import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const main = resolve('dist/main/hosts/loopback/main.js');

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beian-process-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0]!;
}

test('prints its address in one line, and a workspace that cannot be opened as one sentence', async () => {
  const env = { ...process.env, BEIAN_DATA_DIR: folder, LC_ALL: 'en_US.UTF-8' };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  expect(await firstLine(child.stdout)).toMatch(
    /^Beian Desk 备案台: http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/,
  );
  child.kill('SIGTERM');
  expect(await new Promise((done) => child.once('exit', done))).toBe(0);

  const wrong = spawn(process.execPath, [main, '--workspace', join(folder, 'nothing')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = new Promise((done) => wrong.once('exit', done));
  expect(await firstLine(wrong.stderr)).toContain('There is no workspace in');
  expect(await exit).toBe(2);
});

test('stops when the process that started it is killed', async () => {
  test.skip(process.platform === 'win32', 'Windows does not tell a process of its parent’s end');
  const parentScript = join(folder, 'parent.mjs');
  await writeFile(
    parentScript,
    `import { spawn } from 'node:child_process';
     const child = spawn(process.execPath, [${JSON.stringify(main)}], { stdio: ['ignore', 'pipe', 'inherit'] });
     child.stdout.once('data', () => console.log(String(child.pid)));
     setInterval(() => {}, 1000);`,
  );
  const env = { ...process.env, BEIAN_DATA_DIR: folder };
  const parent = spawn(process.execPath, [parentScript], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = Number(await firstLine(parent.stdout));
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});
