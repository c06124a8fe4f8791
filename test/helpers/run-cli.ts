import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCliPorts } from '../../main/hosts/cli/ports.ts';
import { runCommand } from '../../main/hosts/cli/run.ts';
import { verbs as allVerbs } from '../../main/hosts/cli/verbs/index.ts';
import type { ExitCode, Verb } from '../../main/hosts/cli/verb.ts';
import { memorySecrets } from '../../main/secrets/memory-secrets.ts';

export interface CliResult {
  code: ExitCode | NodeJS.Signals;
  stdout: string;
  stderr: string;
  /** stdout as the one JSON document it must be. */
  json: () => unknown;
}

/** Runs one `beian` command line in this process, in Chinese, on a fixed day. */
export async function runCli(args: string[], verbs: readonly Verb[] = allVerbs): Promise<CliResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beian-cli-'));
  let stdout = '';
  let stderr = '';
  try {
    const code = await runCommand(args, {
      verbs,
      ports: {
        ...createCliPorts(),
        dataDir,
        systemLanguage: 'zh-CN',
        clock: { today: () => '2026-11-21', now: () => '2026-11-21T02:00:00.000Z' },
        secrets: memorySecrets(),
      },
      out: (text) => (stdout += text),
      err: (text) => (stderr += text),
    });
    return { code, stdout, stderr, json: () => JSON.parse(stdout) as unknown };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
