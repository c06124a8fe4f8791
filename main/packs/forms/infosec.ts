import { isIndividual } from '../input.ts';
import { text, type Mark } from '../page.ts';
import { dataTable, formArea, heading, type FormPrinter, type PrintedForm } from './form.ts';
import { signPlaces } from './statement.ts';
import { factRow, providerRow, selfWord, serviceOwner, siteRows, unitRows } from './who.ts';

const material = 'form-infosec';
const title = '网络信息安全承诺书';

interface Clause {
  heading: string;
  items: string[];
}

/** The structure that providers' agreements share, in plain words; the parties' own agreement goes before it. */
const first: Clause[] = [
  {
    heading: '一、不制作、复制、发布、传播下列信息',
    items: [
      '1. 反对宪法所确定的基本原则的；',
      '2. 危害国家安全，泄露国家秘密，颠覆国家政权，破坏国家统一的；',
      '3. 损害国家荣誉和利益的；',
      '4. 煽动民族仇恨、民族歧视，破坏民族团结的；',
      '5. 破坏国家宗教政策，宣扬邪教和封建迷信的；',
      '6. 散布谣言，扰乱社会秩序，破坏社会稳定的；',
      '7. 散布淫秽、色情、赌博、暴力、凶杀、恐怖或者教唆犯罪的；',
      '8. 侮辱或者诽谤他人，侵害他人合法权益的；',
      '9. 法律、行政法规禁止的其他内容，以及低俗、侵犯隐私、违背公序良俗的内容。',
    ],
  },
  {
    heading: '二、先备案，后开通',
    items: [
      '1. 完成备案前不开通网站（App），备案后按要求标明备案编号；',
      '2. 涉及新闻、出版、药品、文化、视听节目等须经审批的内容，取得批准后再开展；',
      '3. 提供论坛、留言等交互功能的，依法办理手续，并落实先审后发和实名要求。',
    ],
  },
];
const second: Clause[] = [
  {
    heading: '三、日常自查',
    items: [
      '1. 指定专人负责网络与信息安全，定期检查内容、链接和系统漏洞；',
      '2. 发现违法信息立即停止传输，保存记录，并向接入服务单位和有关机关报告；',
      '3. 依法留存网络日志不少于六个月，采取防病毒、防入侵和数据备份措施。',
    ],
  },
  {
    heading: '四、真实信息与材料留存',
    items: [
      '1. 提交的备案信息和核验材料真实、准确、完整，变化时及时变更；',
      '2. 同意接入服务单位核验并留存备案材料不少于五年，配合当面核验和抽查。',
    ],
  },
  {
    heading: '五、接入资源',
    items: [
      '1. 只在备案的用途内使用接入服务单位分配的 IP 地址和带宽，不转租、不转借；',
      '2. 不将域名解析到境外或未备案的接入资源上以规避管理。',
    ],
  },
  {
    heading: '六、效力与责任',
    items: [
      '1. 本承诺书是接入服务合同的组成部分，在接入服务期间一直有效；',
      '2. 违反本承诺的，接入服务单位可暂停或终止接入，由此产生的责任和损失由承诺人承担；',
      '3. 构成违法犯罪的，依法承担行政和刑事责任。',
    ],
  },
];

/** Two pages, both of which are scanned; signed and sealed on the second. */
export const printInfosec: FormPrinter = (input) => {
  const { x, width } = formArea;
  const table = dataTable(
    [
      ...unitRows(input),
      ...siteRows(input),
      factRow(input, '网站负责人', 'serviceOwner.name'),
      providerRow(input),
    ],
    42,
  );
  const preamble = `${selfWord(input)}使用上述接入服务单位提供的互联网接入服务，根据《中华人民共和国网络安全法》《互联网信息服务管理办法》《非经营性互联网信息服务备案管理办法》等法律、法规和规章，郑重承诺如下：`;
  const intro = { x, y: table.bottom + 5, width, height: 24 };
  const places = signPlaces({
    signer: serviceOwner(input),
    seal: isIndividual(input) ? 'none' : 'official',
  });
  return [
    page(1, [
      heading(title, 24),
      ...table.marks,
      text(intro, preamble, 11.5, { leading: 1.65, indentEm: 2, justify: true }),
      ...clauses(first, intro.y + intro.height + 3),
    ]),
    {
      ...page(2, [
        text({ x, y: 24, width, height: 7 }, `${title}（续）`, 11, {
          weight: 'bold',
          isHeading: true,
        }),
        ...clauses(second, 38),
        ...places.marks,
      ]),
      zones: places.zones,
      continues: true,
      signing: {
        signer: serviceOwner(input).by,
        signerName: serviceOwner(input).name,
        method: input.catalogue.materials[material]?.signature?.method ?? 'handwritten',
        seal: isIndividual(input) ? 'none' : 'official',
        date: 'handwritten',
      },
    },
  ];
};

function page(number: number, marks: Mark[]): PrintedForm {
  return {
    material,
    title: {
      'zh-CN': `${title}（第 ${number} 页，共 2 页）`,
      en: `Information-security commitment (page ${number} of 2)`,
    },
    marks,
    zones: [],
    signing: null,
  };
}

function clauses(list: Clause[], top: number): Mark[] {
  const { x, width } = formArea;
  const marks: Mark[] = [];
  let y = top;
  for (const clause of list) {
    marks.push(
      text({ x, y, width, height: 6 }, clause.heading, 11.5, { weight: 'bold', isHeading: 'section' }),
    );
    y += 7.5;
    for (const item of clause.items) {
      marks.push(text({ x: x + 6, y, width: width - 6, height: 5.8 }, item, 11));
      y += 7;
    }
    y += 3;
  }
  return marks;
}
