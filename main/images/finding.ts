import type { Box, ImageFinding, Severity } from '../../preload/contract/index.ts';
import {
  imageFindingText,
  type ImageFindingCode,
  type ImageFindingParams,
} from '../../preload/messages/image-findings.ts';
import { answerTo } from './repairs/answers.ts';

/** The one way to make a finding: its sentence and next step come from the message catalogue. */
export function finding<C extends ImageFindingCode>(
  code: C,
  severity: Severity,
  params: ImageFindingParams[C],
  region: Box | null = null,
): ImageFinding {
  const { message, fix } = imageFindingText(code, params);
  return { code, severity, params: { ...params }, region, message, fix, ...answerTo(code) };
}

/** The severest level that a measured value falls below. */
export function below<L extends { value: number }>(levels: L[], measured: number): L | undefined {
  return levels.find(({ value }) => measured < value);
}

export function above<L extends { value: number }>(levels: L[], measured: number): L | undefined {
  return levels.find(({ value }) => measured > value);
}
