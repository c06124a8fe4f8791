import type { Bilingual } from '../contract/index.ts';

/** The native menu and the few dialogs the Electron shell shows by itself. */
export const menuMessages = {
  file: { 'zh-CN': '文件', en: 'File' },
  newEntity: { 'zh-CN': '新建主体…', en: 'New entity…' },
  openWorkspace: { 'zh-CN': '打开工作区…', en: 'Open workspace…' },
  exportPack: { 'zh-CN': '导出材料包…', en: 'Export pack…' },
  quit: { 'zh-CN': '退出', en: 'Quit' },
  edit: { 'zh-CN': '编辑', en: 'Edit' },
  undo: { 'zh-CN': '撤销', en: 'Undo' },
  redo: { 'zh-CN': '重做', en: 'Redo' },
  cut: { 'zh-CN': '剪切', en: 'Cut' },
  copy: { 'zh-CN': '复制', en: 'Copy' },
  paste: { 'zh-CN': '粘贴', en: 'Paste' },
  selectAll: { 'zh-CN': '全选', en: 'Select all' },
  find: { 'zh-CN': '查找…', en: 'Find…' },
  view: { 'zh-CN': '视图', en: 'View' },
  zoomIn: { 'zh-CN': '放大', en: 'Zoom in' },
  zoomOut: { 'zh-CN': '缩小', en: 'Zoom out' },
  actualSize: { 'zh-CN': '实际大小', en: 'Actual size' },
  fullScreen: { 'zh-CN': '全屏', en: 'Full screen' },
  language: { 'zh-CN': '语言 Language', en: 'Language 语言' },
  help: { 'zh-CN': '帮助', en: 'Help' },
  keys: { 'zh-CN': '快捷键', en: 'Keyboard shortcuts' },
  about: { 'zh-CN': '关于备案台', en: 'About Beian Desk' },
  notSaved: { 'zh-CN': '有修改尚未写入磁盘', en: 'Some changes are not on disk yet' },
  notSavedDetail: {
    'zh-CN': '请检查磁盘空间和文件夹权限后再试。现在退出会丢失这些修改。',
    en: 'Check the disk’s free space and the folder’s permissions, then try again. Quitting now loses these changes.',
  },
  tryAgain: { 'zh-CN': '返回', en: 'Go back' },
  quitAnyway: { 'zh-CN': '仍然退出', en: 'Quit anyway' },
  crashed: {
    'zh-CN': '备案台遇到意外错误，需要重新启动',
    en: 'Beian Desk met an unexpected error and has to restart',
  },
  crashedDetail: {
    'zh-CN': '已保存的内容不受影响。错误已记入日志（不含个人信息）。',
    en: 'What was saved is safe. The error is in the log, without personal data.',
  },
} satisfies Record<string, Bilingual>;
