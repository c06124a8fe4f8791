import { messages } from './language.svelte.ts';

export const timeline = messages({
  'zh-CN': {
    title: '时间线',
    kinds: {
      problem: '这天起',
      fine: '这天起可以',
      due: '截止',
      expected: '预计最迟',
      forecast: '按计划提交则预计最迟',
    },
    today: '今天',
    estimate: '估算',
    estimateHint: '跨入放假安排尚未公布的年份，工作日只扣除了周末。',
    submitBy: (day: string) => `最迟 ${day} 提交：次日起有一项会变成错误。`,
    later: (count: number) => `再显示 ${count} 个更晚的日期`,
    rule: '规则',
    sourceOf: (publisher: string, asOf: string | null) => `依据：${publisher}${asOf ? `（${asOf}）` : ''}`,
    toField: '去查看',
  },
  en: {
    title: 'Timeline',
    kinds: {
      problem: 'from then on',
      fine: 'from then on possible',
      due: 'last day',
      expected: 'expected at the latest',
      forecast: 'expected at the latest if submitted as planned',
    },
    today: 'Today',
    estimate: 'estimate',
    estimateHint: 'Reaches into a year whose holidays are not published yet: only weekends are left out.',
    submitBy: (day) => `Submit by ${day}: from the day after, something becomes an error.`,
    later: (count) => (count === 1 ? 'Show 1 later day' : `Show ${count} later days`),
    rule: 'Rule',
    sourceOf: (publisher, asOf) => `Source: ${publisher}${asOf ? ` (${asOf})` : ''}`,
    toField: 'Look at it',
  },
});
