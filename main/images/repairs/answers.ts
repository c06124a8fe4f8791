import type { Bilingual, RepairKind } from '../../../preload/contract/index.ts';
import { isImageFindingCode, type ImageFindingCode } from '../../../preload/messages/image-findings.ts';
import { whyNoRepair, type WhyNoRepair } from '../../../preload/messages/image-repairs.ts';

type Answer = { repair: RepairKind } | { why: WhyNoRepair } | null;

const byRepair = (repair: RepairKind) => ({ repair });
const because = (why: WhyNoRepair) => ({ why });

/**
 * For every finding the repair that answers it, or why none is offered; `null` where nobody would expect one. What was
 * not photographed is never invented, and nothing in a face or a document is changed. What a form lacks is put right on
 * paper.
 */
const answers: { [C in Exclude<ImageFindingCode, `${'files' | 'form' | 'duplicate'}.${string}`>]: Answer } = {
  'image.format-not-accepted': byRepair('convert'),
  'image.too-many-bytes': byRepair('fit-bytes'),
  'image.too-few-bytes': byRepair('fit-bytes'),
  'image.strong-compression': because('lost-detail'),
  'image.turned-by-exif': byRepair('upright'),

  'photo.too-small': because('no-enlarging'),
  'photo.too-small-long-side': because('no-enlarging'),
  'photo.not-colour': because('no-colouring'),
  'photo.toned': because('no-colouring'),
  'photo.background-not-uniform': because('no-new-background'),
  'photo.background-textured': because('no-new-background'),
  'photo.background-uneven-light': because('no-new-background'),
  'photo.background-scene': because('no-new-background'),
  'photo.background-transparent': because('no-new-background'),
  'photo.bars': byRepair('crop'),
  'photo.background-colour': because('no-new-background'),
  'photo.no-person': null,
  'photo.framing-unknown': null,
  'photo.head-cut': because('nothing-added'),
  'photo.off-centre': byRepair('crop'),
  'photo.close-up': because('nothing-added'),
  'photo.full-figure': byRepair('crop'),
  'photo.several-people': null,
  'photo.maybe-turned': null,
  'photo.maybe-covered': null,
  'photo.enlarged': because('no-enlarging'),
  'photo.sideways': byRepair('turn'),
  'photo.blurred': because('face-untouched'),
  'photo.overexposed': because('face-untouched'),
  'photo.underexposed': because('face-untouched'),
  'photo.dim': because('face-untouched'),

  'scan.low-resolution': because('no-enlarging'),
  'scan.too-small': because('no-enlarging'),
  'scan.not-colour': because('no-colouring'),
  'scan.blurred': because('document-untouched'),
  'scan.low-contrast': because('document-untouched'),
  'scan.too-dark': because('document-untouched'),
  'scan.skewed': byRepair('deskew'),
  'scan.angle-unknown': null,
  'scan.blank': null,
  'scan.no-red-seal': because('document-untouched'),
  'scan.edges-not-visible': because('nothing-added'),
  'scan.soft': because('document-untouched'),
  'scan.small-text': because('no-enlarging'),
  'scan.dim': because('document-untouched'),
  'scan.shadow': because('document-untouched'),
  'scan.glare': because('document-untouched'),
  'scan.sideways': byRepair('turn'),
  'scan.upside-down': byRepair('turn'),
  'scan.perspective': byRepair('straighten'),
  'scan.surroundings': byRepair('crop'),
  'scan.cut': because('nothing-added'),
  'scan.seal-not-red': because('document-untouched'),
  'scan.only-square-seal': because('document-untouched'),
  'scan.faint-seal': because('document-untouched'),
  'scan.seal-size': null,
  'scan.screen-photo': because('document-untouched'),
  'scan.screenshot': null,
};

/** The repair part of a finding. */
export function answerTo(code: string): { repair: RepairKind | null; whyNoRepair: Bilingual | null } {
  const answer = isImageFindingCode(code) ? (answers as Partial<Record<string, Answer>>)[code] : null;
  return {
    repair: answer && 'repair' in answer ? answer.repair : null,
    whyNoRepair: answer && 'why' in answer ? whyNoRepair(answer.why) : null,
  };
}
