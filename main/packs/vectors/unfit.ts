import type { PictureReason } from '../../../preload/messages/packs.ts';

/** A page of a PDF that cannot be taken over as it is: it is printed as a picture instead. */
export class Unfit extends Error {
  readonly reason: PictureReason;

  constructor(reason: PictureReason) {
    super(reason);
    this.name = 'Unfit';
    this.reason = reason;
  }
}
