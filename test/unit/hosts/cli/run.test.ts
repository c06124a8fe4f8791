import { describe, expect, test } from 'vitest';
import type { Verb } from '../../../../main/hosts/cli/verb.ts';
import { verbs } from '../../../../main/hosts/cli/verbs/index.ts';
import { runCli } from '../../../helpers/run-cli.ts';

const oneLine = /^beian: [^\n]+\n$/;

const failing: Verb = {
  name: 'fail',
  about: { 'zh-CN': '', en: '' },
  usage: [''],
  options: {},
  examples: [''],
  run: async () => {
    throw new Error('a name that nobody may see: 张三');
  },
};

describe('usage errors', () => {
  test.each([
    { args: [], says: 'inspect、checklist、advise、check、pack、rules、demo、schema' },
    { args: ['frobnicate'], says: '没有命令“frobnicate”，可用：inspect' },
    { args: ['rules', '--colour'], says: '没有选项 --colour，可用：--province' },
    { args: ['rules', '--province'], says: '选项有误' },
    { args: ['rules', '--lang', 'fr'], says: 'zh-CN、en' },
    { args: ['rules', '--province', '999999'], says: '310000' },
    { args: ['inspect', 'x.jpg'], says: 'owner-photo' },
    { args: ['inspect', '--as', 'scan'], says: '请给出要检查的文件' },
    { args: ['inspect', 'no-such.jpg', '--as', 'scan'], says: '无法读取 no-such.jpg（ENOENT）' },
    { args: ['inspect', 'no-such.jpg', '--as', 'scan', '--provider', 'nobody'], says: 'alibaba-cloud' },
    { args: ['schema'], says: 'facts' },
    { args: ['check'], says: '--facts FILE' },
    { args: ['advise'], says: '--facts' },
    { args: ['check', '--facts', 'no-such.json'], says: 'ENOENT' },
    { args: ['pack', '--workspace', 'x', '--facts', 'y'], says: '请从' },
    { args: ['demo'], says: '--workspace' },
  ])('$args: exit code 2, one line on stderr, nothing on stdout', async ({ args, says }) => {
    const { code, stdout, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(oneLine);
    expect(stderr).toContain(says);
  });

  test('come in the language that was asked for, wherever it stands', async () => {
    const { stderr } = await runCli(['rules', '--colour', '--lang', 'en']);
    expect(stderr).toMatch(/^beian: no option --colour; known: --province/);
  });

  test('a day that does not exist is refused', async () => {
    const checklist = ['checklist', '--province', '310000', '--entity', 'enterprise', '--filing', 'first'];
    for (const day of ['2026-02-30', '21.11.2026', 'tomorrow']) {
      const { code, stderr } = await runCli([...checklist, '--service', 'website', '--on', day]);
      expect([code, stderr.includes(day)]).toEqual([2, true]);
    }
  });
});

test('an internal error has an incident number and tells nothing else', async () => {
  const { code, stderr } = await runCli(['fail', '--lang', 'en'], [failing]);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^beian: internal error \(incident [0-9a-f]{8}\); the log has the details\n$/);
});

test('every verb explains itself in both languages with all its options and an example', async () => {
  for (const verb of verbs)
    for (const lang of ['zh-CN', 'en']) {
      const { code, stdout, stderr } = await runCli([verb.name, '--help', '--lang', lang]);
      expect([code, stderr]).toEqual([0, '']);
      for (const option of [...Object.keys(verb.options), 'json', 'lang'])
        expect(stdout).toContain(`--${option}`);
      expect(stdout).toContain(`beian ${verb.name} `);
      expect(/[\u4e00-\u9fff]/.test(stdout)).toBe(lang === 'zh-CN');
    }
});

test('the general help names every verb, and --version the version', async () => {
  const { stdout } = await runCli(['--help']);
  for (const { name } of verbs) expect(stdout).toContain(`  ${name}`);
  expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
