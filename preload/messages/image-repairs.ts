import type { Bilingual } from '../contract/index.ts';

const say = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

/** What a person is told of a repaired copy, with the numbers it needs. */
export interface RepairNoteParams {
  'read-smaller': { maxMegapixels: number };
  'white-corners': Record<string, never>;
  'not-enlarged': { longSidePx: number; maxSidePx: number };
  'smaller-for-bytes': { widthPx: number; heightPx: number; fromWidthPx: number; fromHeightPx: number };
  'jpeg-for-bytes': Record<string, never>;
  'bytes-missed': { sizeKb: number; maxKb: number };
  'too-few-bytes': { sizeKb: number; minKb: number };
}

const notes: { [C in keyof RepairNoteParams]: (params: RepairNoteParams[C]) => Bilingual } = {
  'read-smaller': ({ maxMegapixels }) =>
    say(
      `原图超过 ${maxMegapixels} 百万像素，副本已缩小到这个大小`,
      `The original has more than ${maxMegapixels} megapixels; the copy was made that size`,
    ),
  'white-corners': () =>
    say(
      '转正后有字迹会超出原来的画面，所以画面略有加大，四角补为白色',
      'Turned back, some print would fall outside, so the picture has grown a little and its corners are white',
    ),
  'not-enlarged': ({ longSidePx, maxSidePx }) =>
    say(
      `长边只有 ${longSidePx} px，没有放大到 ${maxSidePx} px：放大不会增加细节`,
      `The longer side has ${longSidePx} px and was not enlarged to ${maxSidePx} px: that would add no detail`,
    ),
  'smaller-for-bytes': ({ widthPx, heightPx, fromWidthPx, fromHeightPx }) =>
    say(
      `为符合文件大小上限，画面由 ${fromWidthPx} × ${fromHeightPx} px 缩小为 ${widthPx} × ${heightPx} px`,
      `To keep to the limit of bytes the picture went from ${fromWidthPx} × ${fromHeightPx} px to ${widthPx} × ${heightPx} px`,
    ),
  'jpeg-for-bytes': () =>
    say(
      'PNG 放不进文件大小上限，已改存为 JPEG',
      'As PNG it exceeds the limit of bytes, so it was saved as JPEG',
    ),
  'bytes-missed': ({ sizeKb, maxKb }) =>
    say(
      `最小也有 ${sizeKb} KB，达不到 ${maxKb} KB 的上限`,
      `Even the smallest copy has ${sizeKb} KB; the limit of ${maxKb} KB cannot be met`,
    ),
  'too-few-bytes': ({ sizeKb, minKb }) =>
    say(
      `以最好的画质也只有 ${sizeKb} KB，达不到 ${minKb} KB：请以更高的分辨率重新扫描`,
      `Even at the best quality it has ${sizeKb} KB, not ${minKb} KB: scan it again at a higher resolution`,
    ),
};

export function repairNote<C extends keyof RepairNoteParams>(
  code: C,
  params: RepairNoteParams[C],
): Bilingual {
  return notes[code](params);
}

/** Why the application does not repair something itself; the finding says what to do instead. */
const refusals = {
  'no-new-background': say(
    '不替换或修饰背景：换过背景的照片不是当时拍下的样子，核验会退回。',
    'Backgrounds are never replaced: such a photo does not show what was there, and is returned.',
  ),
  'no-enlarging': say(
    '不放大图片：放大只会增加像素，不会增加细节。',
    'Pictures are never enlarged: that adds pixels and no detail.',
  ),
  'no-colouring': say(
    '不补颜色：没有拍下或扫到的颜色只能靠猜。',
    'Colour is never added: what was not recorded could only be guessed.',
  ),
  'nothing-added': say('没有拍到的部分补不出来。', 'What lies outside the picture cannot be added.'),
  'face-untouched': say(
    '不修饰人像：锐化、提亮都会改变本人的样子。',
    'Faces are never retouched: sharpening or lightening changes how the person looks.',
  ),
  'document-untouched': say(
    '不改动证件和文件的内容：字迹、印章、明暗都以原件为准。',
    'Documents are never retouched: print, seals and light stay as on the original.',
  ),
  'lost-detail': say(
    '压缩时丢失的细节无法恢复。',
    'Detail that compression has taken cannot be brought back.',
  ),
} satisfies Record<string, Bilingual>;

export type WhyNoRepair = keyof typeof refusals;

export function whyNoRepair(why: WhyNoRepair): Bilingual {
  return refusals[why];
}
