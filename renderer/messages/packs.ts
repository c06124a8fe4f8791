import type { OfficialFit } from '../../preload/contract/index.ts';
import { messages } from './language.svelte.ts';

const kb = (bytes: number) => Math.ceil(bytes / 1024);
const percent = (share: number) => Math.round(share * 100);

export const packs = messages({
  'zh-CN': {
    title: '材料包',
    complete: '材料齐全，可以导出',
    incomplete: '材料还不齐，只能导出草稿',
    pages: (count: number) => `${count} 页`,
    files: (count: number) => `${count} 个文件`,
    printTitle: '将打印',
    printHint: 'pack.pdf，A4',
    uploadTitle: '将上传',
    uploadHint: 'upload 文件夹，名称按接入商的要求',
    uploadEmpty: '还没有要上传的文件。',
    missingFile: '缺文件',
    preflightTitle: '导出前检查',
    side: '检查与上传',
    preflightClear: '没有发现问题。',
    preflightPage: (page: number) => `第 ${page} 页`,
    rules: (ids: string) => `规则 ${ids}`,
    kinds: {
      cover: '封面',
      contents: '目录',
      form: '表单',
      document: '附件',
      'signing-sheet': '签字清单',
      separator: '分隔页',
      blank: '空白页',
    },
    page: (page: number, title: string) => `第 ${page} 页：${title}`,
    viewer: {
      tools: '翻页与缩放',
      previous: '上一页',
      next: '下一页',
      whole: '整页',
      picture: '页面',
      drawing: '正在绘制页面……',
      onThisPage: '本页的检查结果',
      keys: 'PageUp / PageDown 翻页，+ / - 缩放，0 整页',
    },
    export: '导出材料包',
    exportDraft: '导出草稿',
    exportDraftHint: '草稿每页都有“草稿”字样，可用于打印和签字。',
    exporting: '正在导出……',
    cancel: '停止导出',
    cancelled: '导出已停止，没有留下任何文件。',
    progress: (done: number, total: number) => `${done} / ${total} 页`,
    doneTitle: '材料包已导出',
    faultyTitle: '材料包已导出，但回读时发现错误，请勿使用',
    fileSize: (bytes: number) => `${kb(bytes)} KB`,
    official: ({ maxBytesBase64, bytesBase64, fits, isLegible, legibility }: OfficialFit) => {
      const limit = `工信部接口 ${kb(maxBytesBase64)} KB`;
      if (!fits) return `${limit}：压缩不到`;
      if (!legibility) return `${limit}：符合（base64 ${kb(bytesBase64)} KB）`;
      const { contrastKept, textHeightPx } = legibility;
      if (contrastKept === null) return `${limit}：压缩后符合，没有文字可比`;
      const height = textHeightPx === null ? '' : `，字高 ${Math.round(textHeightPx)} 像素`;
      return `${limit}：压缩后${isLegible ? '可辨认' : '难以辨认'}，反差留 ${percent(contrastKept)}%${height}`;
    },
    draftDoneTitle: '草稿已导出',
    doneFolder: '保存在',
    copyPath: '复制路径',
    download: (name: string, size: string) => `下载 ${name}（${size}）`,
    contents: (pages: number, files: number) => `pack.pdf 共 ${pages} 页，另有 ${files} 个上传文件和清单。`,
    failedTitle: '没有导出',
    twoSided: '双面打印',
    twoSidedHint: '每份材料从奇数页开始，空白页注明留白。',
    separators: '表单、材料前加分隔页',
    watermark: '证件复印件水印',
    watermarkPlaceholder: '水印，如：仅供ICP备案使用',
    batchLabel: '导出所选备案的材料包',
    chosen: (count: number) => `已选 ${count} 个备案`,
    clearChoice: '取消选择',
    batchDrafts: '材料不齐的导出为草稿',
    exportMany: (count: number) => `导出 ${count} 个材料包`,
    batchProgress: (done: number, total: number) => `${done} / ${total} 个材料包`,
    batchDone: (written: number, drafts: number, failed: number) =>
      [
        `已导出 ${written} 个材料包`,
        drafts > 0 && `其中 ${drafts} 个是草稿`,
        failed > 0 && `${failed} 个没有导出`,
      ]
        .filter(Boolean)
        .join('，'),
    backToWalk: '返回办理',
    severityCounts: (errors: number, warnings: number) =>
      [errors > 0 && `${errors} 个错误`, warnings > 0 && `${warnings} 个提醒`].filter(Boolean).join('，'),
    loading: '正在读取……',
  },
  en: {
    title: 'Pack',
    complete: 'Complete and ready to export',
    incomplete: 'Not complete yet; only a draft can be exported',
    pages: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
    files: (count) => `${count} ${count === 1 ? 'file' : 'files'}`,
    printTitle: 'To be printed',
    printHint: 'pack.pdf, A4',
    uploadTitle: 'To be uploaded',
    uploadHint: 'folder “upload”, named as the provider asks',
    uploadEmpty: 'No files to upload yet.',
    missingFile: 'file missing',
    preflightTitle: 'Preflight',
    side: 'Preflight and uploads',
    preflightClear: 'Nothing found wrong.',
    preflightPage: (page) => `page ${page}`,
    rules: (ids) => `rule ${ids}`,
    kinds: {
      cover: 'Cover',
      contents: 'Contents',
      form: 'Form',
      document: 'Document',
      'signing-sheet': 'Signing sheet',
      separator: 'Separator',
      blank: 'Blank page',
    },
    viewer: {
      tools: 'Pages and zoom',
      previous: 'Previous',
      next: 'Next',
      whole: 'Whole page',
      picture: 'Page',
      drawing: 'Drawing the pages …',
      onThisPage: 'Found on this page',
      keys: 'PageUp / PageDown turn pages, + / - zoom, 0 whole page',
    },
    page: (page, title) => `Page ${page}: ${title}`,
    export: 'Export the pack',
    exportDraft: 'Export a draft',
    exportDraftHint: 'Every page of a draft is marked as such; use it for printing and signing.',
    exporting: 'Exporting…',
    cancel: 'Stop the export',
    cancelled: 'The export was stopped; it left no files behind.',
    progress: (done, total) => `${done} of ${total} pages`,
    doneTitle: 'The pack has been exported',
    faultyTitle: 'The pack was exported, but reading it back found faults: do not use it',
    fileSize: (bytes) => `${kb(bytes)} KB`,
    official: ({ maxBytesBase64, bytesBase64, fits, isLegible, legibility }) => {
      const limit = `Ministry's interface, ${kb(maxBytesBase64)} KB`;
      if (!fits) return `${limit}: cannot be compressed so far`;
      if (!legibility) return `${limit}: fits (${kb(bytesBase64)} KB as base64)`;
      const { contrastKept, textHeightPx } = legibility;
      if (contrastKept === null) return `${limit}: fits once compressed; no print to compare`;
      const height = textHeightPx === null ? '' : `, text ${Math.round(textHeightPx)} px high`;
      return `${limit}: ${isLegible ? 'legible' : 'hard to read'} once compressed, ${percent(contrastKept)} % of the contrast left${height}`;
    },
    draftDoneTitle: 'The draft has been exported',
    doneFolder: 'Saved in',
    copyPath: 'Copy path',
    download: (name, size) => `Download ${name} (${size})`,
    contents: (pages, files) =>
      `pack.pdf has ${pages} ${pages === 1 ? 'page' : 'pages'}; with it ${files} ${files === 1 ? 'file' : 'files'} to upload and the manifest.`,
    twoSided: 'Print both sides',
    twoSidedHint: 'Every document starts on an odd page; blank pages say so.',
    separators: 'Separators before forms and documents',
    watermark: 'Watermark on copies of certificates',
    watermarkPlaceholder: 'Watermark, e.g. 仅供ICP备案使用',
    batchLabel: 'Export the packs of the chosen filings',
    chosen: (count) => `${count} ${count === 1 ? 'filing' : 'filings'} chosen`,
    clearChoice: 'Clear',
    batchDrafts: 'Incomplete ones as drafts',
    exportMany: (count) => `Export ${count} ${count === 1 ? 'pack' : 'packs'}`,
    batchProgress: (done, total) => `${done} of ${total} packs`,
    batchDone: (written, drafts, failed) =>
      [
        `${written} ${written === 1 ? 'pack' : 'packs'} exported`,
        drafts > 0 && `${drafts} of them ${drafts === 1 ? 'a draft' : 'drafts'}`,
        failed > 0 && `${failed} not exported`,
      ]
        .filter(Boolean)
        .join(', '),
    failedTitle: 'Nothing was exported',
    backToWalk: 'Back to the walk',
    severityCounts: (errors, warnings) =>
      [
        errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
        warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
      ]
        .filter(Boolean)
        .join(', '),
    loading: 'Reading…',
  },
});
