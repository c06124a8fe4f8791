import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { choices } from '../../rules/clean/choices.ts';
import { cleanDossier } from '../../rules/clean/dossier.ts';

/** The command as a process of its own: streams and exit codes as a script sees them. */
function beian(args: string[], input = ''): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'main/hosts/cli/beian.ts', ...args], {
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(input);
  return new Promise((done) => child.once('close', (code) => done({ code, stdout, stderr })));
}

test('an array of cases on stdin is answered by an array, in one start', async () => {
  const one = { region: '440000', entityGroup: 'enterprise', filing: 'first', service: 'website', facts: {} };
  const { stdout } = await beian(
    ['check', '--facts', '-', '--json'],
    JSON.stringify([one, { ...one, region: '110000' }]),
  );
  const answers = JSON.parse(stdout) as { findings: unknown[]; materials: unknown[] }[];
  expect(answers).toHaveLength(2);
  for (const answer of answers) expect(answer.materials.length).toBeGreaterThan(0);
});

test('clean dossiers of every region on stdin have no error and nothing to attach, exit code 0', async () => {
  const some = choices.flatMap(({ all }) => all.filter((_, i) => i % 20 === 0));
  const { code, stdout, stderr } = await beian(
    ['check', '--facts', '-', '--json'],
    JSON.stringify(some.map(cleanDossier)),
  );
  const answers = JSON.parse(stdout) as {
    findings: { severity: string }[];
    unchecked: { because: string; missing: string[] }[];
    materials: { required: boolean; attached: boolean }[];
  }[];
  expect([code, stderr, answers.length]).toEqual([0, '', some.length]);
  for (const { findings, unchecked, materials } of answers) {
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(materials.filter(({ required, attached }) => required && !attached)).toEqual([]);
    for (const { because, missing } of unchecked)
      if (because === 'missing-facts') expect(missing.length).toBeGreaterThan(0);
  }
});

test('a wrong case among many is named by its place, and nothing is answered', async () => {
  const one = { region: '440000', entityGroup: 'enterprise', filing: 'first', service: 'website', facts: {} };
  const result = await beian(
    ['check', '--facts', '-', '--json'],
    JSON.stringify([one, { ...one, region: '1' }]),
  );
  expect([result.code, result.stdout]).toEqual([2, '']);
  expect(result.stderr).toMatch(/^beian: case 2: region does not take “1”; known values: [^\n]+\n$/);
});

test('the language is the system’s', async () => {
  const { code, stderr } = await beian(['nonsense']);
  expect([code, stderr.startsWith('beian: no command “nonsense”')]).toEqual([2, true]);
});

test('a reader that goes away early is no error', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'main/hosts/cli/beian.ts', 'schema', 'facts']);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.destroy();
  const code = await new Promise((done) => child.once('close', done));
  expect([code, stderr]).toEqual([0, '']);
});
