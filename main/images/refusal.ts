import type { ImageFindingParams } from '../../preload/messages/image-findings.ts';

export type RefusalCode = Extract<keyof ImageFindingParams, `files.${string}`>;

/** A file that cannot be inspected, with the reason the person is told. Never leaves `main/images/`. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C;
  readonly params: ImageFindingParams[C];

  constructor(code: C, params: ImageFindingParams[C], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}
