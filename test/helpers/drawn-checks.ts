import { describe, expect, test } from 'vitest';
import type { ImageFindingCode } from '../../preload/messages/image-findings.ts';
import type { ImageKind, Severity } from '../../preload/contract/index.ts';
import { codesOf, judged } from './drawn-images.ts';

/**
 * A check of a picture, by a drawing in which one thing is changed by an amount (its meaning and unit are the
 * `draw`ing's): clearly well, just well, just not, clearly not. The two in the middle hold the limit between them.
 */
export interface DrawnCheck {
  kind: ImageKind;
  provider?: string;
  fileName?: string;
  draw: (amount: number) => Promise<Buffer>;
  passes: number;
  justPasses: number;
  justFails: number;
  fails: number;
  /** Of the finding at `fails`. */
  severity: Severity;
}

/** A check for every code: without one for a new code this does not compile, and `covers` fails. */
export type DrawnChecks<C extends ImageFindingCode> = Record<C, DrawnCheck>;

export function testDrawnChecks(name: string, checks: Record<string, DrawnCheck>): void {
  describe(name, () => {
    test.each(Object.entries(checks))('%s', async (code, check) => {
      const { kind, draw, provider = null, fileName = 'picture.jpg' } = check;
      const inspect = async (amount: number) => judged(await draw(amount), kind, { provider, fileName });
      for (const amount of [check.passes, check.justPasses])
        expect(codesOf(await inspect(amount)), `at ${amount}`).not.toContain(code);
      expect(codesOf(await inspect(check.justFails)), `at ${check.justFails}`).toContain(code);
      const { findings } = await inspect(check.fails);
      const found = findings.find((finding) => finding.code === code);
      expect(found, `at ${check.fails}`).toMatchObject({ severity: check.severity });
      for (const sentence of [found!.message, found!.fix].filter((text) => text !== null)) {
        expect(sentence['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
        expect(`${sentence['zh-CN']} ${sentence.en}`).not.toMatch(/undefined|NaN|null/);
      }
    });
  });
}
