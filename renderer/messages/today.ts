import { messages } from './language.svelte.ts';

export const today = messages({
  'zh-CN': {
    heading: '今日',
    summary: (entities: number, filings: number) => `${entities} 个主体，${filings} 项备案在办`,
    datesTitle: '日期',
    overdue: '已过期',
    thisWeek: '7 天内',
    thisMonth: '30 天内',
    later: '30 天以后',
    problemsTitle: '资料有问题',
    filingsTitle: '在办备案',
    nothingUrgent: '没有到期的事，资料也没有问题。',
    noFilings: '没有在办备案。打开一个主体，在“备案”里新建。',
    showAll: (n: number) => `全部 ${n} 个`,
    emptyTitle: '先录入第一个主体',
    emptyText:
      '填入营业执照上的统一社会信用代码或公司名称，省份和性质会自动带出。之后这里会列出到期日、资料问题和在办备案，最要紧的在最前面。',
    steps: ['录入主体和负责人', '添加网站或 App', '按清单收集、盖章、扫描', '导出可打印的材料包'],
  },
  en: {
    heading: 'Today',
    summary: (entities, filings) =>
      `${entities === 1 ? '1 entity' : `${entities} entities`}, ${filings === 1 ? '1 open filing' : `${filings} open filings`}`,
    datesTitle: 'Dates',
    overdue: 'Overdue',
    thisWeek: 'Within 7 days',
    thisMonth: 'Within 30 days',
    later: 'After 30 days',
    problemsTitle: 'Data with problems',
    filingsTitle: 'Open filings',
    nothingUrgent: 'Nothing is due, and no data has problems.',
    noFilings: 'No filing is open. Open an entity and start one under Filings.',
    showAll: (n) => `All ${n}`,
    emptyTitle: 'Begin with the first entity',
    emptyText:
      'Enter the unified social credit code of its business licence, or its name; province and nature follow from the code. Then dates, problems and open filings of all entities stand here, the most urgent first.',
    steps: [
      'Enter the entity and its people',
      'Add a website or an app',
      'Gather, seal and scan along the checklist',
      'Export a pack ready to print',
    ],
  },
});
