import { isIndividual, servicesOf, type PackInput } from '../input.ts';
import { text } from '../page.ts';
import { dataTable, formArea, heading, type FormPrinter, type PrintedForm } from './form.ts';
import { belowLabel, heightOf, ruled, signPlaces, type Writing } from './statement.ts';
import { factRow, ipText, principal, providerRow, selfWord, unitRows } from './who.ts';

const material = 'form-site-proposal';
const title = '网站建设方案书';

interface Chapter {
  heading: string;
  paragraphs: string[];
  writing?: Writing;
}

/** 网站建设方案书 in its six usual chapters, one per website: what the dossier knows, and lines for what it does not. */
export const printSiteProposals: FormPrinter = (input) => {
  const services = servicesOf(input.factsFile.facts);
  return services.flatMap((service) => {
    const detail = services.length > 1 ? service.name || service.domains[0] || '' : '';
    return pagesOf(input, service, detail);
  });
};

function pagesOf(
  input: PackInput,
  service: { name: string; domains: string[] },
  detail: string,
): PrintedForm[] {
  const { x, width } = formArea;
  const domains = service.domains.join('、');
  const table = dataTable(
    [
      ...unitRows(input),
      { label: '网站名称', value: service.name, field: 'service.name', height: 12 },
      { label: '域名', value: domains, field: 'domain.name', height: 12 },
      factRow(input, '主体负责人', 'principal.name'),
      factRow(input, '网站用途', 'service.plannedUse', 16),
      providerRow(input),
      { label: 'IP 地址', value: ipText(input), field: 'access.ipRanges', height: 12 },
    ],
    40,
  );
  const signer = principal(input);
  const seal = isIndividual(input) ? 'none' : 'official';
  const places = signPlaces({ signer, seal });
  return [
    page(
      1,
      detail,
      withChapters(firstChapters(input), table.bottom + 7, signer.by, {
        marks: [heading(title, 24), ...table.marks],
        zones: [],
      }),
    ),
    {
      ...page(
        2,
        detail,
        withChapters(secondChapters(), 36, signer.by, {
          marks: [
            text({ x, y: 24, width, height: 7 }, `${title}（续）`, 11, {
              weight: 'bold',
              isHeading: true,
            }),
            ...places.marks,
          ],
          zones: places.zones,
        }),
      ),
      continues: true,
      signing: {
        signer: signer.by,
        signerName: signer.name,
        method: input.catalogue.materials[material]?.signature?.method ?? 'handwritten',
        seal,
        date: 'handwritten',
      },
    },
  ];
}

type Content = Pick<PrintedForm, 'marks' | 'zones'>;

function page(number: number, detail: string, content: Content): PrintedForm {
  const [zh, en] = detail ? [`（${detail}）`, ` (${detail})`] : ['', ''];
  return {
    material,
    title: {
      'zh-CN': `${title}${zh}（第 ${number} 页，共 2 页）`,
      en: `Website construction proposal${en}, page ${number} of 2`,
    },
    ...content,
    signing: null,
  };
}

function firstChapters(input: PackInput): Chapter[] {
  return [
    {
      heading: '一、网站栏目与内容（随附页面设计图）',
      paragraphs: [`网站用于展示${selfWord(input)}的信息、产品和服务，不含须经审批而未取得批准的内容。`],
      writing: { label: '栏目名称及各栏目内容：', lines: 5 },
    },
    {
      heading: '二、人员与资金',
      paragraphs: ['网站由专人建设和维护，经费由网站主办者自筹并列入年度预算。'],
      writing: { label: '技术、内容、安全人员的姓名和职责，建设与年度运行费用：', lines: 3 },
    },
  ];
}

function secondChapters(): Chapter[] {
  return [
    {
      heading: '三、内容管理制度',
      paragraphs: [
        '内容由编辑人员起草，经内容负责人审核后发布；转载注明来源，不链接未备案网站；发现违法信息立即删除、保存记录并报告。',
      ],
    },
    {
      heading: '四、网络部署',
      paragraphs: [
        '网站接入上述接入服务单位，服务器放置在中国境内，前端、应用和数据库分层部署，只使用上述 IP 地址对外服务。',
      ],
      writing: { label: '服务器数量和配置、带宽、放置地点：', lines: 3 },
    },
    {
      heading: '五、信息安全措施',
      paragraphs: [
        '配置防火墙、防病毒和入侵防护，及时安装补丁；账号分级授权，口令定期更换；数据每日备份；网络日志留存不少于六个月。',
      ],
    },
    {
      heading: '六、应急处置方案',
      paragraphs: [
        '发生攻击、篡改或违法信息时，值班人员立即断开服务、保留现场，一小时内报告网站负责人和接入服务单位，查明原因、恢复备份后再开通，并书面记录处理结果。',
      ],
    },
  ];
}

function withChapters(chapters: Chapter[], top: number, by: string, before: Content): Content {
  const { x, width } = formArea;
  const marks = [...before.marks];
  const zones = [...before.zones];
  let y = top;
  for (const chapter of chapters) {
    marks.push(
      text({ x, y, width, height: 6.5 }, chapter.heading, 12, { weight: 'bold', isHeading: 'section' }),
    );
    y += 8;
    const height = heightOf(chapter.paragraphs);
    const style = { leading: 1.7, indentEm: 2, justify: true };
    marks.push(text({ x, y, width, height }, chapter.paragraphs.join('\n'), 12, style));
    y += height + 1;
    if (chapter.writing) {
      const area = { x, y, width, height: 5 + chapter.writing.lines * 10 };
      marks.push(...ruled(chapter.writing, area));
      zones.push({ kind: 'handwriting', by, area: belowLabel(area) });
      y += area.height + 1;
    }
    y += 3;
  }
  return { marks, zones };
}
