import type { Bilingual, Finding, ImageFinding } from '../../../preload/contract/index.ts';
import { cliMessages } from '../../../preload/messages/cli.ts';
import { columns } from './table.ts';

type Say = (sentence: Bilingual) => string;

/** Findings as indented lines: severity, sentence, and how to mend it. */
export function findingsText(findings: readonly (Finding | ImageFinding)[], say: Say): string {
  const rows = findings.flatMap((finding) => {
    const line = [`  ${finding.severity}`, say(finding.message)];
    return finding.fix ? [line, ['', `${say(cliMessages.fix)}: ${say(finding.fix)}`]] : [line];
  });
  return columns(rows);
}

export function hasErrors(findings: readonly { severity: string }[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
