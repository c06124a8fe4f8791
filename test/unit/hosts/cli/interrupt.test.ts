import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../helpers/run-cli.ts';

/** Enough scans that a pack of them is still being made when the signal comes. */
const scans = 30;

describe.skipIf(process.platform === 'win32')('a pack that is interrupted', () => {
  let folder: string;
  let scan: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beian-interrupt-'));
    scan = join(folder, 'scan.jpg');
    const noise = { type: 'gaussian', mean: 200, sigma: 40 } as const;
    const create = { width: 2480, height: 3508, channels: 3, background: '#fff', noise } as const;
    await sharp({ create }).jpeg({ quality: 90 }).toFile(scan);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s leaves nothing and ends by it', async (signal) => {
    const [files, target] = [join(folder, `files-${signal}`), join(folder, `target-${signal}`)];
    await Promise.all([mkdir(files), mkdir(target)]);
    for (let i = 0; i < scans; i++) await cp(scan, join(files, `access-contract ${i}.jpg`));
    const facts = join(folder, 'facts.json');
    const sample = { region: '310000', entityGroup: 'enterprise', filing: 'first', service: 'website' };
    await writeFile(facts, JSON.stringify({ ...sample, facts: { 'entity.name': '上海示例科技有限公司' } }));
    const out = join(target, 'pack');
    await interrupted(['--facts', facts, '--files', files, '--draft', '--out', out], target, signal);
    expect(await readdir(target)).toEqual([]);
  });

  test('one of many, in worker threads, leaves nothing either', async () => {
    const [workspace, target] = [join(folder, 'group'), join(folder, 'target-many')];
    await mkdir(target);
    const { code } = await runCli(['demo', '--workspace', workspace]);
    expect(code).toBe(0);
    const out = join(target, 'packs');
    await interrupted(['--workspace', workspace, '--all', '--draft', '--out', out], target, 'SIGINT');
    expect(await readdir(target)).toEqual([]);
  });
});

/** Runs the command as a process of its own and sends the signal once it has begun to write. */
async function interrupted(args: string[], target: string, signal: NodeJS.Signals): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'main/hosts/cli/beian.ts', 'pack', ...args], {
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((done) =>
    child.once('close', (code, by) => done([code, by])),
  );
  const deadline = Date.now() + 40_000;
  const hasBegun = async () => (await readdir(target, { recursive: true })).length > 1;
  while (!(await hasBegun()) && child.exitCode === null && Date.now() < deadline) await wait(5);
  child.kill(signal);
  expect(await ended).toEqual([null, signal]);
  expect(stderr.trim().split('\n').at(-1)).toBe('beian: Cancelled');
}
