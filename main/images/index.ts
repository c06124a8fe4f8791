/** What the rest of main uses of the pictures: measure in a worker, judge anywhere. */
export { inspectFile, refusalOf, type InspectInput } from './inspect.ts';
export { isSamePaper, parsePaperPrint, type PaperPrint } from './paper-print.ts';
export { isSamePhoto, parseFingerprint, type Fingerprint } from './fingerprint.ts';
export { duplicateFinding, judgeFile, judgePage, verdictOf, type Standard } from './judge.ts';
export { guessMaterial, imageKindOf, otherMaterials } from './kinds.ts';
export { loadImageLimits, parseImageLimits, type ImageLimits } from './limits.ts';
export { measureInPool } from './measure-in-pool.ts';
export { inspectionVersion } from './version.ts';
export type { MeasureInput, MeasuredFile, MeasuredPage } from './measure.ts';
