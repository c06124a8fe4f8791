import type { Bilingual, Params } from '../contract/index.ts';
import { formFindingTexts, type FindingText, type FormFindingParams } from './form-findings.ts';

/**
 * Every finding of an inspection, with the numbers its sentence needs. Units are in the names; percents are 0..100.
 * Add a code here first: without a text below it does not compile.
 */
export interface ImageFindingParams extends FormFindingParams {
  'files.not-found': { fileName: string };
  'files.empty': { fileName: string };
  'files.too-large': { fileName: string; sizeMb: number; maxMb: number };
  'files.unsupported': { fileName: string };
  'files.refused-format': { fileName: string; format: string };
  'files.mislabelled': { fileName: string; claimed: string; actual: string };
  'files.truncated': { fileName: string };
  'files.damaged': { fileName: string };
  'files.not-a-pdf': { fileName: string };
  'files.password-protected': { fileName: string };
  'files.too-many-pixels': { fileName: string; widthPx: number; heightPx: number; maxMegapixels: number };
  'files.too-many-pages': { fileName: string; pages: number; maxPages: number };
  'files.animated': { fileName: string; frames: number };
  'files.too-many-passes': { fileName: string; passes: number; maxPasses: number };
  'files.takes-too-long': { fileName: string; limitSeconds: number };
  'files.needs-too-much-memory': { fileName: string };

  'image.format-not-accepted': { format: string; accepted: string[] };
  'image.too-many-bytes': { sizeKb: number; maxKb: number };
  'image.too-few-bytes': { sizeKb: number; minKb: number };
  'image.strong-compression': { jpegQuality: number; minJpegQuality: number };
  'image.turned-by-exif': { orientation: number };

  'duplicate.other-person': {
    otherEntity: string;
    otherPerson: string;
    otherFile: string;
    isExact: boolean;
  };
  'duplicate.other-entity': {
    otherEntity: string;
    otherPerson: string;
    otherFile: string;
    isExact: boolean;
  };

  'photo.too-small': { widthPx: number; heightPx: number; shortSidePx: number; minShortSidePx: number };
  'photo.too-small-long-side': {
    widthPx: number;
    heightPx: number;
    longSidePx: number;
    minLongSidePx: number;
  };
  'photo.not-colour': { isGreyStoredAsColour: boolean };
  'photo.toned': Record<string, never>;
  'photo.background-not-uniform': { uniformPercent: number; minUniformPercent: number };
  'photo.background-textured': { texture: number; maxTexture: number };
  'photo.background-uneven-light': { lightnessRange: number; maxLightnessRange: number };
  'photo.background-scene': Record<string, never>;
  'photo.background-transparent': Record<string, never>;
  'photo.bars': Record<string, never>;
  'photo.background-colour': { colour: string; accepted: string[] };
  'photo.no-person': Record<string, never>;
  'photo.framing-unknown': Record<string, never>;
  'photo.head-cut': Record<string, never>;
  'photo.off-centre': { side: 'left' | 'right'; offsetPercent: number; maxOffsetPercent: number };
  'photo.close-up': { headWidthPercent: number; maxHeadWidthPercent: number };
  'photo.full-figure': { tallness: number; maxTallness: number };
  'photo.several-people': { persons: number };
  'photo.maybe-turned': Record<string, never>;
  'photo.maybe-covered': Record<string, never>;
  'photo.enlarged': { widthPx: number; heightPx: number; detailWidthPx: number; detailHeightPx: number };
  'photo.sideways': { side: 'left' | 'right' | 'top' };
  'photo.blurred': { sharpness: number; minSharpness: number };
  'photo.overexposed': { clippedPercent: number; maxClippedPercent: number };
  'photo.underexposed': { clippedPercent: number; maxClippedPercent: number };
  /** L* 0..100 of the lightest parts. */
  'photo.dim': { lightest: number; minLightest: number };

  'scan.low-resolution': { effectiveDpi: number; minDpi: number };
  'scan.too-small': { shortSidePx: number; minShortSidePx: number };
  'scan.not-colour': { needsSeal: boolean };
  'scan.blurred': { sharpness: number; minSharpness: number };
  'scan.low-contrast': { contrast: number; minContrast: number };
  'scan.too-dark': { paperLuma: number; minPaperLuma: number };
  'scan.skewed': { skewDegrees: number; maxSkewDegrees: number };
  'scan.angle-unknown': Record<string, never>;
  'scan.blank': Record<string, never>;
  'scan.no-red-seal': Record<string, never>;
  'scan.edges-not-visible': Record<string, never>;
  'scan.soft': { edgeWidthPx: number; maxEdgeWidthPx: number };
  'scan.small-text': { textHeightPx: number; textHeightMm: number | null; minTextHeightPx: number };
  'scan.dim': { meanLuma: number; minMeanLuma: number };
  'scan.shadow': { unevenPercent: number; maxUnevenPercent: number };
  'scan.glare': { glarePercent: number; maxGlarePercent: number };
  /** The side at which the top of the page is; `null` when its letters do not tell. */
  'scan.sideways': { side: 'left' | 'right' | null };
  'scan.upside-down': { turnedDegrees: number; maxTurnedDegrees: number };
  /** `of`: edges of the paper, or lines of text at its head and foot. */
  'scan.perspective': { of: 'edges' | 'lines'; keystoneDegrees: number; maxKeystoneDegrees: number };
  'scan.surroundings': { sides: string[] };
  'scan.cut': {
    strokes: number;
    strokesPer1000Px: number;
    maxStrokesPer1000Px: number;
    side: string;
  };
  /** `isGrey`: the whole picture has no colour. */
  'scan.seal-not-red': { isGrey: boolean };
  'scan.only-square-seal': Record<string, never>;
  'scan.faint-seal': { strength: number; minStrength: number };
  'scan.seal-size': { diameterMm: number; minSealMm: number; maxSealMm: number };
  /** Only hints. `periodPx`: pixels of the picture that one wave of the pattern takes. */
  'scan.screen-photo': { gridPercent: number; maxGridPercent: number; periodPx: number };
  'scan.screenshot': {
    side: string;
    colour: string;
    flatPercent: number;
    maxFlatPercent: number;
  };
}

export type ImageFindingCode = keyof ImageFindingParams;

const say = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

const formatNames: Record<string, string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  tiff: 'TIFF',
  webp: 'WebP',
  pdf: 'PDF',
  bmp: 'BMP',
  gif: 'GIF',
  heic: 'HEIC',
  avif: 'AVIF',
  psd: 'PSD',
  zip: 'ZIP / Office',
  ole: 'Office',
  html: 'HTML',
};
const formatName = (format: string) => formatNames[format] ?? format.toUpperCase();

const colourNames: Record<string, Bilingual> = {
  white: say('白色', 'white'),
  'light-grey': say('浅灰色', 'light grey'),
  grey: say('灰色', 'grey'),
  'dark-grey': say('深灰色', 'dark grey'),
  black: say('黑色', 'black'),
  blue: say('蓝色', 'blue'),
  red: say('红色', 'red'),
  green: say('绿色', 'green'),
  beige: say('米色', 'beige'),
  other: say('其他颜色', 'another colour'),
};
const colourName = (colour: string) => colourNames[colour] ?? say(colour, colour);

const sideNames = {
  left: say('左', 'left'),
  right: say('右', 'right'),
  top: say('上', 'top'),
};

const paperSides: Record<string, Bilingual> = {
  top: say('上', 'top'),
  right: say('右', 'right'),
  bottom: say('下', 'bottom'),
  left: say('左', 'left'),
};

const sendAgain = say('请重新扫描或重新导出后再添加。', 'Scan or export it again, then add it.');
const scanHigher = say('请用扫描仪以 300 dpi 彩色重新扫描。', 'Scan it again in colour at 300 dpi.');
const printAnew = say(
  '请把纸质原件扫描成 JPEG，或把该页重新打印成 PDF 后再添加。',
  'Scan the paper as JPEG, or print the page to a new PDF and add that one.',
);
const plainWall = say(
  '请在一面平整的纯色墙或幕布前重新拍摄；不要用软件替换背景。',
  'Take it again in front of a plain wall or cloth; do not replace the background by software.',
);

const texts: { [C in ImageFindingCode]: (params: ImageFindingParams[C]) => FindingText } = {
  ...formFindingTexts,
  'files.not-found': ({ fileName }) => ({
    message: say(
      `找不到或无法打开文件“${fileName}”`,
      `The file “${fileName}” is missing or cannot be opened`,
    ),
    fix: say('请检查文件位置和读取权限。', 'Check where the file is and whether you may read it.'),
  }),
  'files.empty': ({ fileName }) => ({
    message: say(`文件“${fileName}”是空的（0 字节）`, `The file “${fileName}” is empty (0 bytes)`),
    fix: sendAgain,
  }),
  'files.too-large': ({ fileName, sizeMb, maxMb }) => ({
    message: say(
      `文件“${fileName}”有 ${sizeMb} MB，最多 ${maxMb} MB`,
      `The file “${fileName}” has ${sizeMb} MB; at most ${maxMb} MB are read`,
    ),
    fix: say(
      '请用较低的分辨率重新扫描，或拆成几个文件。',
      'Scan it at a lower resolution or split it into several files.',
    ),
  }),
  'files.unsupported': ({ fileName }) => ({
    message: say(
      `无法识别“${fileName}”的文件类型：开头的字节不是图片也不是 PDF`,
      `“${fileName}” is of no known type: its first bytes are neither a picture’s nor a PDF’s`,
    ),
    fix: say('请提供 JPEG、PNG、TIFF、WebP 或 PDF 文件。', 'Provide a JPEG, PNG, TIFF, WebP or PDF file.'),
  }),
  'files.refused-format': ({ fileName, format }) => ({
    message: say(
      `“${fileName}”是 ${formatName(format)} 文件，不能作为备案材料检查`,
      `“${fileName}” is a ${formatName(format)} file, which is not inspected`,
    ),
    fix: say('请另存为 JPEG 或 PNG 后再添加。', 'Save it as JPEG or PNG and add that file.'),
  }),
  'files.mislabelled': ({ fileName, claimed, actual }) => ({
    message: say(
      `“${fileName}”的扩展名说是 ${formatName(claimed)}，内容却是 ${formatName(actual)}`,
      `“${fileName}” is named as ${formatName(claimed)} but contains ${formatName(actual)}`,
    ),
    fix: say(
      '请用看图软件“另存为”所需格式；只改扩展名会被接入商退回。',
      'Use “save as” in a picture viewer; providers return files that were merely renamed.',
    ),
  }),
  'files.truncated': ({ fileName }) => ({
    message: say(
      `文件“${fileName}”不完整，结尾缺失`,
      `The file “${fileName}” is incomplete: its end is missing`,
    ),
    fix: say('请重新复制或下载完整的文件。', 'Copy or download the whole file again.'),
  }),
  'files.damaged': ({ fileName }) => ({
    message: say(
      `文件“${fileName}”已损坏，无法解码`,
      `The file “${fileName}” is damaged and cannot be decoded`,
    ),
    fix: sendAgain,
  }),
  'files.not-a-pdf': ({ fileName }) => ({
    message: say(`“${fileName}”不是有效的 PDF`, `“${fileName}” is not a valid PDF`),
    fix: say('请从原程序重新导出 PDF，或改为提供图片。', 'Export the PDF again or provide pictures instead.'),
  }),
  'files.password-protected': ({ fileName }) => ({
    message: say(`PDF“${fileName}”有打开密码`, `The PDF “${fileName}” asks for a password`),
    fix: say('请去掉密码后另存一份再添加。', 'Save a copy without the password and add that one.'),
  }),
  'files.too-many-pixels': ({ fileName, widthPx, heightPx, maxMegapixels }) => ({
    message: say(
      `“${fileName}”为 ${widthPx} × ${heightPx} px，超过 ${maxMegapixels} 百万像素的上限`,
      `“${fileName}” has ${widthPx} × ${heightPx} px, more than the ${maxMegapixels} megapixels that are read`,
    ),
    fix: say('请用 300 dpi 重新扫描，或缩小图片。', 'Scan it at 300 dpi or make the picture smaller.'),
  }),
  'files.too-many-pages': ({ fileName, pages, maxPages }) => ({
    message: say(
      `“${fileName}”有 ${pages} 页，最多 ${maxPages} 页`,
      `“${fileName}” has ${pages} pages; at most ${maxPages} are read`,
    ),
    fix: say('请只保留需要提交的页。', 'Keep only the pages that are to be filed.'),
  }),
  'files.animated': ({ fileName, frames }) => ({
    message: say(`“${fileName}”是 ${frames} 帧的动画`, `“${fileName}” is an animation of ${frames} frames`),
    fix: say('请另存为一张静态的 JPEG 或 PNG。', 'Save one still picture as JPEG or PNG.'),
  }),
  'files.too-many-passes': ({ fileName, passes, maxPasses }) => ({
    message: say(
      `“${fileName}”要反复读 ${passes} 遍才能显示，最多读 ${maxPasses} 遍`,
      `“${fileName}” has to be read ${passes} times over to be shown; at most ${maxPasses} are allowed`,
    ),
    fix: say(
      '请用看图软件另存为普通 JPEG（不选“渐进式”）后再添加。',
      'Save it as an ordinary JPEG (not a “progressive” one) in a picture viewer and add that file.',
    ),
  }),
  'files.takes-too-long': ({ fileName, limitSeconds }) => ({
    message: say(
      `“${fileName}”的一页超过 ${limitSeconds} 秒仍未读完，已停止`,
      `A page of “${fileName}” was not read within ${limitSeconds} seconds; reading was stopped`,
    ),
    fix: printAnew,
  }),
  'files.needs-too-much-memory': ({ fileName }) => ({
    message: say(
      `读取“${fileName}”需要的内存太多，已停止`,
      `Reading “${fileName}” needs too much memory; it was stopped`,
    ),
    fix: printAnew,
  }),

  'image.format-not-accepted': ({ format, accepted }) => ({
    message: say(
      `文件为 ${formatName(format)}，接入商只收 ${accepted.map(formatName).join('、')}`,
      `The file is ${formatName(format)}; the provider takes ${accepted.map(formatName).join(', ')} only`,
    ),
    fix: say(
      `请另存为 ${formatName(accepted[0] ?? 'jpeg')}。`,
      `Save it as ${formatName(accepted[0] ?? 'jpeg')}.`,
    ),
  }),
  'image.too-many-bytes': ({ sizeKb, maxKb }) => ({
    message: say(
      `文件 ${sizeKb} KB，最多 ${maxKb} KB`,
      `The file has ${sizeKb} KB; at most ${maxKb} KB are accepted`,
    ),
    fix: say(
      '请压缩后另存，或用较低的分辨率扫描。',
      'Save it with more compression or scan it at a lower resolution.',
    ),
  }),
  'image.too-few-bytes': ({ sizeKb, minKb }) => ({
    message: say(
      `文件 ${sizeKb} KB，至少 ${minKb} KB`,
      `The file has ${sizeKb} KB; at least ${minKb} KB are wanted`,
    ),
    fix: say('请以更高的分辨率或画质重新导出。', 'Export it again with a higher resolution or quality.'),
  }),
  'image.strong-compression': ({ jpegQuality, minJpegQuality }) => ({
    message: say(
      `JPEG 画质 ${jpegQuality}，建议至少 ${minJpegQuality}：压缩较重，细节有损失`,
      `JPEG quality ${jpegQuality}; at least ${minJpegQuality} is advised: details were lost`,
    ),
    fix: say(
      '请使用未经聊天软件压缩的原图。',
      'Use the original file, not one that a chat program compressed.',
    ),
  }),
  'image.turned-by-exif': ({ orientation }) => ({
    message: say(
      `图片靠 EXIF 标记（${orientation}）转正，有的系统会忽略它而显示为横置`,
      `The picture is turned upright by its EXIF tag (${orientation}); some systems ignore it`,
    ),
    fix: say(
      '导出材料包时会存为转正的副本，原件不变。',
      'The pack holds an upright copy; the original stays as it is.',
    ),
  }),

  'duplicate.other-person': ({ otherEntity, otherPerson, otherFile, isExact }) => ({
    message: say(
      `与“${otherEntity}”中${otherPerson}的“${otherFile}”${isExact ? '是同一文件' : '像是同一张照片'}`,
      `${isExact ? 'The same file' : 'What looks like the same photo'} stands for ${otherPerson} of “${otherEntity}” (“${otherFile}”)`,
    ),
    fix: say('请核对是谁的照片或证件，换掉放错的一份。', 'Check whose it is and replace the misplaced one.'),
  }),
  'duplicate.other-entity': ({ otherEntity, otherFile, isExact }) => ({
    message: say(
      `“${otherEntity}”的“${otherFile}”${isExact ? '是同一文件' : '像是同一张照片'}`,
      `“${otherEntity}” has ${isExact ? 'the same file' : 'what looks like the same photo'} (“${otherFile}”)`,
    ),
    fix: say(
      '请确认该材料确实可由两个主体共用，否则换成本主体的。',
      'Make sure that both entities may use it; otherwise replace it by this entity’s own.',
    ),
  }),

  'photo.too-small': ({ widthPx, heightPx, shortSidePx, minShortSidePx }) => ({
    message: say(
      `短边 ${shortSidePx} px，至少 ${minShortSidePx}（图片 ${widthPx} × ${heightPx} px）`,
      `The shorter side has ${shortSidePx} px; at least ${minShortSidePx} are required (picture ${widthPx} × ${heightPx} px)`,
    ),
    fix: say(
      '请用更高的分辨率重新拍摄，不要放大旧图；有的接入商接受 800 × 600，可在接入商设置中确认。',
      'Take it again at a higher resolution, do not enlarge it; some providers accept 800 × 600, see the provider’s settings.',
    ),
  }),
  'photo.too-small-long-side': ({ widthPx, heightPx, longSidePx, minLongSidePx }) => ({
    message: say(
      `长边 ${longSidePx} px，至少 ${minLongSidePx}（图片 ${widthPx} × ${heightPx} px）`,
      `The longer side has ${longSidePx} px; at least ${minLongSidePx} are required (picture ${widthPx} × ${heightPx} px)`,
    ),
    fix: say(
      '请用更高的分辨率重新拍摄，不要放大旧图。',
      'Take it again at a higher resolution; do not enlarge it.',
    ),
  }),
  'photo.not-colour': ({ isGreyStoredAsColour }) => ({
    message: isGreyStoredAsColour
      ? say(
          '照片是黑白的（只是存成了彩色格式），要求彩色',
          'The photo is black and white, merely saved in a colour format; colour is required',
        )
      : say('照片是黑白的，要求彩色', 'The photo is black and white; colour is required'),
    fix: say('请提供彩色原照。', 'Provide the original colour photo.'),
  }),
  'photo.toned': () => ({
    message: say(
      '照片是单色调（如怀旧色），要求彩色',
      'The photo has one tint all over, such as sepia; colour is required',
    ),
    fix: say('请去掉滤镜，提供彩色原照。', 'Provide the original colour photo without a filter.'),
  }),
  'photo.background-not-uniform': ({ uniformPercent, minUniformPercent }) => ({
    message: say(
      `背景不是单一颜色：四周只有 ${uniformPercent}% 是同一颜色，应有 ${minUniformPercent}% 以上`,
      `The background is not one plain colour: ${uniformPercent} % of the surround has the same colour, at least ${minUniformPercent} % should`,
    ),
    fix: plainWall,
  }),
  'photo.background-textured': ({ texture, maxTexture }) => ({
    message: say(
      `背景有花纹或纹理（程度 ${texture}，最多 ${maxTexture}），不是单一颜色`,
      `The background has a pattern or texture (${texture}, at most ${maxTexture}); it is not one plain colour`,
    ),
    fix: plainWall,
  }),
  'photo.background-uneven-light': ({ lightnessRange, maxLightnessRange }) => ({
    message: say(
      `背景明暗相差 ${lightnessRange}（亮度 0–100），建议不超过 ${maxLightnessRange}`,
      `The background differs by ${lightnessRange} in lightness (0–100); at most ${maxLightnessRange} is advised`,
    ),
    fix: say(
      '请让光线均匀，人离墙远一些以免留下影子。',
      'Light it evenly and stand away from the wall so that no shadow falls on it.',
    ),
  }),
  'photo.background-scene': () => ({
    message: say(
      '背景上部是单一颜色，下部却有横贯画面的景物',
      'The background is plain above, but below something reaches across the whole picture',
    ),
    fix: plainWall,
  }),
  'photo.background-transparent': () => ({
    message: say(
      '背景（或四角）是透明的，不是真实的背景',
      'The background or its corners are transparent, not a real background',
    ),
    fix: say('请提供未裁切的原照。', 'Provide the original photo that was not cut out.'),
  }),
  'photo.bars': () => ({
    message: say(
      '照片两侧或上下有纯色边条，不属于照片',
      'Bars of one colour at two sides are not part of the photo',
    ),
    fix: say('请裁去边条，或提供原照。', 'Crop the bars away or provide the original photo.'),
  }),
  'photo.background-colour': ({ colour, accepted }) => ({
    message: say(
      `背景为${colourName(colour)['zh-CN']}，接入商要求${accepted.map((one) => colourName(one)['zh-CN']).join('或')}`,
      `The background is ${colourName(colour).en}; the provider asks for ${accepted.map((one) => colourName(one).en).join(' or ')}`,
    ),
    fix: plainWall,
  }),
  'photo.no-person': () => ({
    message: say('纯色背景上没有找到人像', 'No person was found in front of the plain background'),
    fix: say('请确认选对了文件。', 'Make sure that this is the right file.'),
  }),
  'photo.framing-unknown': () => ({
    message: say(
      '背景不单一，无法判断头部位置、居中和半身构图',
      'The background does not let us tell where the head is, nor whether the person is centred and half-length',
    ),
    fix: say(
      '请自行核对：免冠、正面、半身、居中。',
      'Check it yourself: bareheaded, full face, half-length, centred.',
    ),
  }),
  'photo.head-cut': () => ({
    message: say('头部被照片边缘切掉或紧贴边缘', 'The head is cut by the edge of the photo or touches it'),
    fix: say('请重新拍摄，头顶上方留出空白。', 'Take it again with room above the head.'),
  }),
  'photo.off-centre': ({ side, offsetPercent, maxOffsetPercent }) => ({
    message: say(
      `头部偏${sideNames[side]['zh-CN']} ${offsetPercent}%，建议不超过 ${maxOffsetPercent}%`,
      `The head is ${offsetPercent} % of the width to the ${sideNames[side].en}; at most ${maxOffsetPercent} % is advised`,
    ),
    fix: say('请裁剪或重新拍摄，使人像居中。', 'Crop it or take it again with the person in the middle.'),
  }),
  'photo.close-up': ({ headWidthPercent, maxHeadWidthPercent }) => ({
    message: say(
      `头部占宽度 ${headWidthPercent}%，超过 ${maxHeadWidthPercent}%：像是大头照，要求半身照`,
      `The head takes ${headWidthPercent} % of the width, more than ${maxHeadWidthPercent} %: this looks like a close-up, a half-length photo is required`,
    ),
    fix: say(
      '请退后重新拍摄，露出双肩和胸部以上。',
      'Step back and take it again, showing both shoulders and the chest.',
    ),
  }),
  'photo.full-figure': ({ tallness, maxTallness }) => ({
    message: say(
      `人像的高是宽的 ${tallness} 倍（半身照不到 ${maxTallness} 倍）：像是全身照，要求半身照`,
      `The person is ${tallness} times as tall as wide, half-length is less than ${maxTallness}: this looks like a full figure, a half-length photo is required`,
    ),
    fix: say('请走近重新拍摄，取腰部以上。', 'Step closer and take it again from the waist up.'),
  }),
  'photo.several-people': ({ persons }) => ({
    message: say(
      `画面中像是有 ${persons} 个人，只能有负责人本人`,
      `There seem to be ${persons} people; only the person responsible may be in it`,
    ),
    fix: say('请让本人单独重新拍摄。', 'Take it again with that person alone.'),
  }),
  'photo.maybe-turned': () => ({
    message: say(
      '提示：脸可能偏向一侧，要求正面；请自行确认',
      'Only a hint: the face may be turned to one side, a full face is required; look for yourself',
    ),
    fix: say('如确实侧脸，请正对镜头重拍。', 'If it is turned, take it again facing the camera.'),
  }),
  'photo.maybe-covered': () => ({
    message: say(
      '提示：头顶颜色不像头发，可能戴了帽子，要求免冠；请自行确认',
      'Only a hint: the crown has no colour of hair, it may be covered; bareheaded is required; look for yourself',
    ),
    fix: say('如戴了帽子，请摘下后重拍。', 'If it is a hat, take it off and take the photo again.'),
  }),
  'photo.enlarged': ({ widthPx, heightPx, detailWidthPx, detailHeightPx }) => ({
    message: say(
      `照片为 ${widthPx} × ${heightPx} px，细节却不超过 ${detailWidthPx} × ${detailHeightPx} px 的照片：像是放大过的，或严重失焦`,
      `The photo has ${widthPx} × ${heightPx} px but no more detail than ${detailWidthPx} × ${detailHeightPx} px would hold: it looks enlarged, or is far out of focus`,
    ),
    fix: say(
      '请提供相机或手机的原图，不要放大小图。',
      'Provide the original of the camera or phone, not an enlarged copy.',
    ),
  }),
  'photo.sideways': ({ side }) => ({
    message: say(
      `照片可能是横放或倒置的：人像从${sideNames[side]['zh-CN']}边伸入`,
      `The photo may lie on its side or upside down: the person enters from the ${sideNames[side].en}`,
    ),
    fix: say('请将照片旋转为正向后另存。', 'Turn the photo upright and save it.'),
  }),
  'photo.blurred': ({ sharpness, minSharpness }) => ({
    message: say(
      `面部模糊：清晰度 ${sharpness}，至少 ${minSharpness}`,
      `The face is blurred: sharpness ${sharpness}, at least ${minSharpness}`,
    ),
    fix: say(
      '请稳住手机、对焦面部后重新拍摄。',
      'Hold the camera still, focus on the face and take it again.',
    ),
  }),
  'photo.overexposed': ({ clippedPercent, maxClippedPercent }) => ({
    message: say(
      `面部有 ${clippedPercent}% 过曝失去细节，最多 ${maxClippedPercent}%`,
      `${clippedPercent} % of the face is burnt out; at most ${maxClippedPercent} % is advised`,
    ),
    fix: say('请避开直射光或关闭闪光灯后重拍。', 'Take it again without direct light or flash.'),
  }),
  'photo.underexposed': ({ clippedPercent, maxClippedPercent }) => ({
    message: say(
      `面部有 ${clippedPercent}% 黑得没有细节，最多 ${maxClippedPercent}%`,
      `${clippedPercent} % of the face is black without detail; at most ${maxClippedPercent} % is advised`,
    ),
    fix: say('请面向光源重新拍摄。', 'Take it again facing the light.'),
  }),
  'photo.dim': ({ lightest, minLightest }) => ({
    message: say(
      `照片整体偏暗：最亮处的亮度只有 ${lightest}（满分 100），建议至少 ${minLightest}`,
      `The photo is dark as a whole: its lightest parts reach ${lightest} of 100; at least ${minLightest} is advised`,
    ),
    fix: say('请在光线充足处重新拍摄。', 'Take it again in good light.'),
  }),

  'scan.low-resolution': ({ effectiveDpi, minDpi }) => ({
    message: say(
      `按纸张大小计算为 ${effectiveDpi} dpi，至少 ${minDpi}`,
      `Measured against its paper it has ${effectiveDpi} dpi; at least ${minDpi} are needed`,
    ),
    fix: scanHigher,
  }),
  'scan.too-small': ({ shortSidePx, minShortSidePx }) => ({
    message: say(
      `短边 ${shortSidePx} px，至少 ${minShortSidePx}，文字可能看不清`,
      `The shorter side has ${shortSidePx} px; at least ${minShortSidePx} keep the text legible`,
    ),
    fix: scanHigher,
  }),
  'scan.not-colour': ({ needsSeal }) =>
    // Black print without a seal looks the same scanned in colour: the likelier reason is said first.
    needsSeal
      ? {
          message: say(
            '尚未盖红章，或是黑白扫描、复印件：画面中没有彩色',
            'Not sealed in red yet, or a black-and-white scan or copy: there is no colour in it',
          ),
          fix: say(
            '请盖红章后用彩色模式扫描原件；已盖章的，请重新彩色扫描。',
            'Seal it in red and scan the original in colour; if it is sealed, scan it in colour again.',
          ),
        }
      : {
          message: say(
            '画面中没有彩色：是黑白扫描或复印件',
            'There is no colour in it: a black-and-white scan or copy',
          ),
          fix: say('请用彩色模式扫描原件。', 'Scan the original in colour.'),
        },
  'scan.blurred': ({ sharpness, minSharpness }) => ({
    message: say(
      `图像模糊：清晰度 ${sharpness}，至少 ${minSharpness}`,
      `It is blurred: sharpness ${sharpness}, at least ${minSharpness}`,
    ),
    fix: say(
      '请用扫描仪扫描，或对焦后垂直拍摄。',
      'Use a scanner, or photograph it straight from above and in focus.',
    ),
  }),
  'scan.low-contrast': ({ contrast, minContrast }) => ({
    message: say(
      `字迹太淡：与纸面相差 ${contrast} 级灰度，至少 ${minContrast}`,
      `The print is faint: ${contrast} grey levels from the paper, at least ${minContrast}`,
    ),
    fix: say(
      '请调高扫描对比度，或用黑色签字笔重新填写。',
      'Scan with more contrast, or fill it in again with a black pen.',
    ),
  }),
  'scan.too-dark': ({ paperLuma, minPaperLuma }) => ({
    message: say(
      `纸面太暗：亮度 ${paperLuma}（0–255），至少 ${minPaperLuma}`,
      `The paper is dark: ${paperLuma} of 255, at least ${minPaperLuma}`,
    ),
    fix: say(
      '请改用扫描仪，或在明亮均匀的光线下拍摄。',
      'Use a scanner or photograph it in bright, even light.',
    ),
  }),
  'scan.skewed': ({ skewDegrees, maxSkewDegrees }) => ({
    message: say(
      `页面${skewDegrees > 0 ? '顺' : '逆'}时针倾斜 ${Math.abs(skewDegrees)}°，建议不超过 ${maxSkewDegrees}°`,
      `The page is turned ${Math.abs(skewDegrees)}° ${skewDegrees > 0 ? 'clockwise' : 'counter-clockwise'}; at most ${maxSkewDegrees}° is advised`,
    ),
    fix: say('请把纸放正重新扫描。', 'Lay the paper straight and scan it again.'),
  }),
  'scan.angle-unknown': () => ({
    message: say(
      '没有足够的文字行，无法判断是否倾斜',
      'There are too few lines of text to tell whether it is tilted',
    ),
    fix: null,
  }),
  'scan.blank': () => ({
    message: say('页面是空白的', 'The page is blank'),
    fix: say('请检查是否扫描了背面。', 'Check whether the back side was scanned.'),
  }),
  'scan.no-red-seal': () => ({
    message: say('没有找到红色印章', 'No red seal was found'),
    fix: say(
      '如需盖章，请在签字处加盖红色公章后彩色扫描；若已盖章请确认颜色清楚。',
      'If it must be sealed, press the red company seal over the signature and scan it in colour; if it is, check that the seal is clear.',
    ),
  }),
  'scan.edges-not-visible': () => ({
    message: say('看不到证件的四边', 'The four edges of the document are not visible'),
    fix: say(
      '如接入商要求四边完整，请四周留出边框后重拍。',
      'If the provider wants all edges, leave a margin on every side.',
    ),
  }),
  'scan.soft': ({ edgeWidthPx, maxEdgeWidthPx }) => ({
    message: say(
      `字迹边缘宽 ${edgeWidthPx} 像素（按长边 1000 像素计），清晰的不超过 ${maxEdgeWidthPx}`,
      `Edges of letters are ${edgeWidthPx} pixels wide (at a long side of 1000); sharp ones have at most ${maxEdgeWidthPx}`,
    ),
    fix: say('请对准焦距、放平后重拍，最好用扫描仪。', 'Take it again in focus, or better scan it.'),
  }),
  'scan.small-text': ({ textHeightPx, textHeightMm, minTextHeightPx }) => ({
    message: say(
      `文字高约 ${textHeightPx} 像素${textHeightMm === null ? '' : `（${textHeightMm} mm）`}，至少 ${minTextHeightPx} 像素才看得清`,
      `Letters are about ${textHeightPx} px high${textHeightMm === null ? '' : ` (${textHeightMm} mm)`}; ${minTextHeightPx} px are needed to read them`,
    ),
    fix: scanHigher,
  }),
  'scan.dim': ({ meanLuma, minMeanLuma }) => ({
    message: say(
      `画面平均亮度 ${meanLuma}（0–255），建议至少 ${minMeanLuma}`,
      `The picture has a mean brightness of ${meanLuma} (0–255); at least ${minMeanLuma} is advised`,
    ),
    fix: say('请在明亮处重拍，或用扫描仪扫描。', 'Take it again in bright light, or scan it.'),
  }),
  'scan.shadow': ({ unevenPercent, maxUnevenPercent }) => ({
    message: say(
      `纸面明暗相差 ${unevenPercent}%，建议不超过 ${maxUnevenPercent}%：可能有阴影`,
      `The light on the paper differs by ${unevenPercent} %; at most ${maxUnevenPercent} % is advised: perhaps a shadow`,
    ),
    fix: say(
      '请避开手和手机的影子，光线均匀地重拍。',
      'Take it again in even light, without the shadow of hand or phone.',
    ),
  }),
  'scan.glare': ({ glarePercent, maxGlarePercent }) => ({
    message: say(
      `纸面 ${glarePercent}% 反光发白，最多 ${maxGlarePercent}%`,
      `${glarePercent} % of the paper reflects a lamp; at most ${maxGlarePercent} % may`,
    ),
    fix: say('请关闭闪光灯，换个角度重拍。', 'Switch the flash off and take it again from another angle.'),
  }),
  'scan.sideways': ({ side }) => ({
    message: say(
      `文字行是竖着走的，页面横置了 90°${side ? `，页首在${sideNames[side]['zh-CN']}边` : ''}`,
      `The lines of text run up the page: it lies on its side${side ? `, its top at the ${sideNames[side].en}` : ''}`,
    ),
    fix: side
      ? say(
          `请${side === 'right' ? '逆' : '顺'}时针旋转 90° 后再提交。`,
          `Turn it ${side === 'right' ? 'counter-clockwise' : 'clockwise'} by 90° before filing.`,
        )
      : say('请旋转 90° 后再提交。', 'Turn it by 90° before filing.'),
  }),
  'scan.upside-down': ({ turnedDegrees, maxTurnedDegrees }) => ({
    message: say(
      `页面像是倒置的：文字转了 ${turnedDegrees}°（应为 ${maxTurnedDegrees}°）`,
      `The page seems to stand on its head: its text is turned by ${turnedDegrees}° (should be ${maxTurnedDegrees}°)`,
    ),
    fix: say('请旋转 180° 后再提交。', 'Turn it by 180° before filing.'),
  }),
  'scan.perspective': ({ of, keystoneDegrees, maxKeystoneDegrees }) => ({
    message: say(
      `${of === 'lines' ? '页首与页尾的文字行' : '纸的对边'}不平行，相差 ${keystoneDegrees}°，最多 ${maxKeystoneDegrees}°`,
      `${of === 'lines' ? 'Lines of text at head and foot' : 'Opposite edges of the paper'} converge by ${keystoneDegrees}°; at most ${maxKeystoneDegrees}° is accepted`,
    ),
    fix: say('请从正上方重拍，或用“拉正”修复。', 'Take it from straight above, or straighten it.'),
  }),
  'scan.surroundings': ({ sides }) => ({
    message: say(
      `纸以外的东西露在${sides.map((side) => paperSides[side]?.['zh-CN'] ?? side).join('、')}侧（应为 0 侧）`,
      `Something other than the paper shows at the ${sides.map((side) => paperSides[side]?.en ?? side).join(', ')} (should be at no side)`,
    ),
    fix: say('请裁到纸边，或重新扫描。', 'Crop it to the paper, or scan it again.'),
  }),
  'scan.cut': ({ strokes, strokesPer1000Px, maxStrokesPer1000Px, side }) => ({
    message: say(
      `${paperSides[side]?.['zh-CN'] ?? side}边有 ${strokes} 处笔画被切断（每 1000 像素 ${strokesPer1000Px} 处），每 1000 像素最多 ${maxStrokesPer1000Px} 处`,
      `${strokes} strokes run into the ${paperSides[side]?.en ?? side} border, ${strokesPer1000Px} on 1000 pixels; at most ${maxStrokesPer1000Px} may`,
    ),
    fix: say('请把整页放进画面重新扫描。', 'Scan it again with the whole page in the picture.'),
  }),
  'scan.seal-not-red': ({ isGrey }) => ({
    message: isGrey
      ? say(
          '有一枚印章，但画面没有彩色，看不出是红章',
          'There is a seal, but no colour in the picture: nobody can see that it is red',
        )
      : say('有一枚印章，但不是红色', 'There is a seal, but it is not red'),
    fix: isGrey
      ? say('请用彩色模式扫描盖章的原件。', 'Scan the sealed original in colour.')
      : say('请加盖红色公章后彩色扫描。', 'Press the red company seal and scan it in colour.'),
  }),
  'scan.only-square-seal': () => ({
    message: say(
      '只找到方形印章（名章），没有圆形或椭圆形公章',
      'Only a square name seal was found, no round or oval one',
    ),
    fix: say('请加盖单位公章。', 'Press the company seal.'),
  }),
  'scan.faint-seal': ({ strength, minStrength }) => ({
    message: say(
      `印章颜色浅：比纸红 ${strength}（Lab），至少 ${minStrength}`,
      `The seal is faint: ${strength} redder than the paper (L*a*b*), at least ${minStrength} is needed`,
    ),
    fix: say('请补足印泥重新盖章。', 'Ink the seal well and press it again.'),
  }),
  'scan.seal-size': ({ diameterMm, minSealMm, maxSealMm }) => ({
    message: say(
      `圆章直径约 ${diameterMm} mm，公章通常为 ${minSealMm}–${maxSealMm} mm`,
      `The round seal measures about ${diameterMm} mm; company seals have ${minSealMm} to ${maxSealMm} mm`,
    ),
    fix: say(
      '请确认盖的是单位公章，且扫描没有缩放。',
      'Check that it is the company seal and the scan was not scaled.',
    ),
  }),
  'scan.screen-photo': ({ gridPercent, maxGridPercent, periodPx }) => ({
    message: say(
      `提示：空白处 ${gridPercent}% 有间距约 ${periodPx} 像素的规则网纹（最多 ${maxGridPercent}%），可能是翻拍屏幕；请自行确认`,
      `Only a hint: a regular pattern of about ${periodPx} px crosses ${gridPercent} % of the empty areas (at most ${maxGridPercent} %): perhaps a photograph of a screen; look for yourself`,
    ),
    fix: say('如是翻拍，请扫描或拍摄纸质原件。', 'If it is one, scan or photograph the paper itself.'),
  }),
  'scan.screenshot': ({ side, colour, flatPercent, maxFlatPercent }) => {
    const sideName = paperSides[side] ?? say(side, side);
    const sign =
      flatPercent > maxFlatPercent
        ? say(
            `${flatPercent}% 的画面没有任何噪点（最多 ${maxFlatPercent}%）`,
            `${flatPercent} % of the picture has no noise at all (at most ${maxFlatPercent} %)`,
          )
        : say('画面与屏幕同比例', 'the picture has the proportions of a screen');
    return {
      message: say(
        `提示：${sideName['zh-CN']}边是一条单色（${colour}）边栏，${sign['zh-CN']}：可能是屏幕截图；请自行确认`,
        `Only a hint: a bar of one colour (${colour}) at the ${sideName.en}, and ${sign.en}: perhaps a screenshot; look for yourself`,
      ),
      fix: say(
        '如是截图，请改用纸质原件的扫描件，或导出的原文件。',
        'If it is one, use a scan of the paper instead, or the file as it was exported.',
      ),
    };
  },
};

export const imageFindingCodes = Object.keys(texts) as ImageFindingCode[];

export function isImageFindingCode(code: string): code is ImageFindingCode {
  return code in texts;
}

/** Message and next step of a finding. */
export function imageFindingText<C extends ImageFindingCode>(
  code: C,
  params: ImageFindingParams[C],
): FindingText {
  return texts[code](params);
}

/** The same for a finding that was stored; an unknown code (written by a newer version) shows as itself. */
export function storedImageFindingText(code: string, params: Params): FindingText {
  if (!isImageFindingCode(code)) return { message: say(code, code), fix: null };
  const text = texts[code] as (params: Params) => FindingText;
  return text(params);
}
