import { factText, isIndividual, personFacts, servicesOf, type PackInput } from '../input.ts';
import { colours, inset, line, rect, text, type Area, type Mark, type Zone } from '../page.ts';
import { emptyDate, heading, type PrintedForm } from './form.ts';
import { approvals, personCertificates, ticksOf, unitCertificates } from './verification-ticks.ts';

/**
 * 网站备案信息真实性核验单, national layout: black section bars in one framed table on one A4 page.
 * Wording of the boxes: the form of 工信部电管〔2010〕64号 as providers hand it out.
 */
const frame = { x: 18, width: 174, top: 30 };
const right = frame.x + frame.width;
const rowHeight = 5.5;
const barHeight = 6.6;
/** Where every 是/否 pair starts. */
const answerX = right - 29;

/** One form per website. Its date is never printed; the middle block is ticked only where the provider leaves it to us. */
export function printVerificationForms(input: PackInput): PrintedForm[] {
  const material = input.catalogue.materials['form-verification'];
  const title = material?.name ?? {
    'zh-CN': '网站备案信息真实性核验单',
    en: 'Website filing authenticity verification form',
  };
  const services = servicesOf(input.factsFile.facts);
  return services.map((service) => ({
    material: 'form-verification',
    title:
      services.length > 1
        ? { 'zh-CN': `${title['zh-CN']}（${service.name}）`, en: `${title.en} (${service.name})` }
        : title,
    ...drawForm(input, service),
    signing: {
      signer: 'service-owner',
      signerName: personFacts(input.factsFile.facts, 'serviceOwner').name,
      method: material?.signature?.method ?? 'handwritten',
      seal: isIndividual(input) ? (wantsFingerprint(input) ? 'fingerprint' : 'none') : 'official',
      date: 'blank',
    },
  }));
}

function drawForm(input: PackInput, service: { domains: string[] }): Pick<PrintedForm, 'marks' | 'zones'> {
  const marks: Mark[] = [heading('网站备案信息真实性核验单', 15)];
  let y = frame.top;
  y = bar(marks, y, '网站主办者基本信息（网站主办者填写）');
  y = organizer(marks, y, input, service.domains);
  y = bar(marks, y, '网站备案信息核验内容（接入服务单位填写）');
  y = checks(marks, y, input);
  y = bar(marks, y, '网站备案信息核验承诺（接入服务单位、网站主办者签署）');
  const zones: Zone[] = [];
  const bottom = commitments(marks, zones, y, input);
  marks.push(
    rect(
      { x: frame.x, y: frame.top, width: frame.width, height: bottom - frame.top },
      { stroke: colours.ink, widthPt: 0.9 },
    ),
  );
  return { marks, zones };
}

function bar(marks: Mark[], y: number, title: string): number {
  const area = { x: frame.x, y, width: frame.width, height: barHeight };
  marks.push(
    rect(area, { fill: '#000000' }),
    text(inset(area, 3, 0), title, 10.5, {
      weight: 'bold',
      isHeading: 'section',
      colour: '#ffffff',
      valign: 'middle',
      align: 'center',
    }),
  );
  return y + barHeight;
}

function organizer(marks: Mark[], top: number, input: PackInput, domains: string[]): number {
  const facts = input.factsFile.facts;
  const name = factText(facts, 'entity.name');
  const registrar = factText(facts, 'domain.registrar');
  const individual = isIndividual(input);
  const [labelWidth, nameWidth, typeLabelWidth] = [34, 84, 22];
  const [nameHeight, domainHeight] = [12, 14];
  const typeX = frame.x + labelWidth + nameWidth;
  const middle = top + nameHeight;
  const bottom = middle + domainHeight;
  const label = (area: Area, content: string, row: number, column: number) => {
    const cell = { row, column, heads: 'Row' as const };
    return text(inset(area, 1, 0.5), content, 10.5, {
      align: 'center',
      valign: 'middle',
      leading: 1.2,
      cell,
    });
  };
  marks.push(
    label({ x: frame.x, y: top, width: labelWidth, height: nameHeight }, '网站主办者名称', 0, 0),
    text(inset({ x: frame.x + labelWidth, y: top, width: nameWidth, height: nameHeight }, 2, 0.8), name, 12, {
      valign: 'middle',
      leading: 1.15,
      cell: { row: 0, column: 1 },
      ...(name ? { field: 'entity.name' } : {}),
    }),
    label({ x: typeX, y: top, width: typeLabelWidth, height: nameHeight }, '网站类型', 0, 2),
    text(
      inset(
        { x: typeX + typeLabelWidth, y: top, width: right - typeX - typeLabelWidth, height: nameHeight },
        1,
        0.5,
      ),
      individual ? '□单位　■个人' : '■单位　□个人',
      10.5,
      { align: 'center', valign: 'middle', cell: { row: 0, column: 3 } },
    ),
    label({ x: frame.x, y: middle, width: labelWidth, height: domainHeight }, '网站域名\n域名注册商', 1, 0),
    line(frame.x, middle, right, middle, { widthPt: 0.6 }),
    line(frame.x + labelWidth, top, frame.x + labelWidth, bottom, { widthPt: 0.6 }),
    line(typeX, top, typeX, middle, { widthPt: 0.6 }),
    line(typeX + typeLabelWidth, top, typeX + typeLabelWidth, middle, { widthPt: 0.6 }),
  );
  const valueArea = {
    x: frame.x + labelWidth,
    y: middle,
    width: frame.width - labelWidth,
    height: domainHeight,
  };
  // Beijing, since 2017-09-01: the registrar's Chinese name after the domain.
  const withRegistrar = input.factsFile.region === '110000' && registrar !== '';
  const half = { ...valueArea, height: domainHeight / 2 };
  const domainText = domains.join('、');
  marks.push(
    text(inset(withRegistrar ? half : valueArea, 2, 0.5), domainText, 12, {
      valign: 'middle',
      leading: 1.15,
      cell: { row: 1, column: 1 },
      ...(domainText ? { field: 'domain' } : {}),
    }),
  );
  if (withRegistrar) {
    marks.push(
      text(inset({ ...half, y: middle + domainHeight / 2 }, 2, 0.5), registrar, 11, {
        valign: 'middle',
        cell: { row: 1, column: 1 },
        field: 'domain.registrar',
      }),
    );
  }
  return bottom;
}

function checks(marks: Mark[], top: number, input: PackInput): number {
  const ticks = ticksOf(input);
  const yes = ticks ? true : null;
  let y = top + 1;
  const chapter = (title: string, answer?: boolean | null) => {
    marks.push(
      text({ x: frame.x + 2.5, y, width: answerX - frame.x - 4, height: rowHeight }, title, 9.5, {
        weight: 'bold',
        valign: 'middle',
      }),
    );
    if (answer !== undefined) marks.push(...answers(answerX, y, answer));
    y += rowHeight;
  };
  const item = (content: string, answer: boolean | null | undefined, rows = 1) => {
    const height = rows * rowHeight;
    const width = (answer === undefined ? right - 3 : answerX - 2) - frame.x - 5;
    marks.push(text({ x: frame.x + 5, y, width, height }, content, 9, { valign: 'middle', leading: 1.5 }));
    if (answer !== undefined) marks.push(...answers(answerX, y + height - rowHeight, answer));
    y += height;
  };
  const choices = (label: string, names: string[], chosen: string[], widths: number[]) => {
    marks.push(text({ x: frame.x + 7, y, width: 24, height: rowHeight }, label, 9, { valign: 'middle' }));
    let x = frame.x + 7 + (label ? 24 : 0);
    names.forEach((name, index) => {
      marks.push(...tickBox(x, y, name, chosen.includes(name)));
      x += widths[index]!;
    });
    y += rowHeight;
  };

  chapter('一、主体信息核验内容');
  item(
    '1. 核验网站主办者、网站负责人证件资质（网站类型为“个人”时只需核验个人证件资质，请在核验的对应证件下打“√”）',
    undefined,
  );
  choices('单位证件资质：', unitCertificates, ticks?.unit ? [ticks.unit] : [], [32.5, 26, 26, 26, 18.5, 12]);
  choices('个人证件资质：', personCertificates, ticks ? [ticks.person] : [], [32.5, 26, 26, 26, 18.5, 12]);
  item('2. 网站主办者、网站负责人证件号码报备信息是否正确', yes);
  item('3. 是否留存网站主办者、网站负责人证件复印件', yes);
  item('4. 是否当面采集并留存网站负责人照片', yes);
  chapter('二、联系方式核验内容');
  item('5. 网站负责人手机号码报备信息是否正确', yes);
  item('6. 网站负责人座机号码报备信息是否正确（网站类型为“个人”可选填）', ticks?.landline ? true : null);
  item('7. 网站负责人电子邮箱报备信息是否正确', yes);
  item('8. 网站负责人通信地址报备信息是否正确', yes);
  chapter('三、网站信息核验内容');
  const half = frame.x + frame.width / 2;
  marks.push(
    text({ x: frame.x + 5, y, width: 52, height: rowHeight }, '9. 网站名称报备信息是否规范', 9, {
      valign: 'middle',
    }),
    ...answers(half - 29, y, yes),
    text({ x: half + 2, y, width: 54, height: rowHeight }, '10. 域名报备信息是否正确', 9, {
      valign: 'middle',
    }),
    ...answers(answerX, y, yes),
  );
  y += rowHeight;
  item('11. 网站服务内容/项目报备信息是否正确', yes);
  item(
    '12. 是否有前置审批或专项审批文件（如有前置审批或专项审批文件，请在核验文件内容的对应类别下打“√”）',
    ticks ? ticks.approvals.length > 0 : null,
    2,
  );
  choices('', approvals, ticks?.approvals ?? [], [13, 13, 13, 19, 28, 13, 25, 25, 12]);
  chapter('四、接入信息报备内容');
  item(
    '13. 本单位是否正确报备接入信息（包括“接入服务提供者名称”、“接入方式”、“服务器放置地点”、“网站 IP 地址”）',
    yes,
    2,
  );
  chapter('五、是否留存网站备案信息书面文档', yes);
  return y + 1;
}

function answers(x: number, y: number, answer: boolean | null): Mark[] {
  return [...tickBox(x, y, '是', answer === true), ...tickBox(x + 14, y, '否', answer === false)];
}

function tickBox(x: number, y: number, label: string, isTicked: boolean): Mark[] {
  const size = 3;
  const boxY = y + (rowHeight - size) / 2;
  const marks: Mark[] = [
    rect({ x, y: boxY, width: size, height: size }, { stroke: colours.ink, widthPt: 0.6 }),
    text({ x: x + size + 1, y, width: 26, height: rowHeight }, label, 9, { valign: 'middle' }),
  ];
  if (isTicked) {
    marks.push(
      text({ x: x - 0.3, y: y - 0.5, width: 5, height: rowHeight }, '✓', 12, {
        weight: 'bold',
        valign: 'middle',
      }),
    );
  }
  return marks;
}

function commitments(marks: Mark[], zones: Zone[], top: number, input: PackInput): number {
  const individual = isIndividual(input);
  const textX = frame.x + 4;
  const textWidth = frame.width - 8;
  const middle = top + 28;
  const bottom = middle + 46;
  marks.push(
    text(
      { x: textX, y: top + 2, width: textWidth, height: 11 },
      '本单位已认真阅读《网站备案信息真实性核验单》填写说明，已按要求对上述网站备案信息逐项核验，并承诺核验记录真实有效。',
      9.5,
      { leading: 1.5, indentEm: 2 },
    ),
    ...blank('核验人签字：', textX, top + 22, 50),
    ...blank('接入服务单位盖章：', textX + 56, top + 22, 54),
    text({ x: right - 56, y: top + 16, width: 52, height: 6 }, `日期：${emptyDate}`, 9.5, {
      valign: 'bottom',
      align: 'right',
    }),
    line(frame.x, middle, right, middle, { widthPt: 0.6, dashMm: 1.2 }),
    text(
      { x: textX, y: middle + 2, width: textWidth, height: 12 },
      `本${individual ? '人' : '单位'}已配合接入服务单位完成网站负责人当面核验，所提供的备案资料真实、准确；备案信息如有变更，将及时报告并办理变更手续；提供虚假信息的，愿承担由此产生的一切后果。`,
      9.5,
      { leading: 1.5, indentEm: 2 },
    ),
  );
  const owner = personFacts(input.factsFile.facts, 'serviceOwner').name;
  const signY = middle + 29;
  marks.push(...blank('网站负责人签字：', textX, signY, 66));
  zones.push({
    kind: 'signature',
    by: 'service-owner',
    area: { x: textX + 28, y: signY - 10, width: 38, height: 10 },
  });
  if (owner) {
    marks.push(
      text({ x: textX + 26, y: signY + 1, width: 40, height: 4 }, `（${owner}）`, 7.5, {
        align: 'center',
        colour: colours.soft,
        field: 'serviceOwner.name',
      }),
    );
  }
  if (!individual) unitSeal(marks, zones, input, textX + 74, signY);
  else individualExtras(marks, zones, input, textX + 74, middle + 15);
  const dateArea = { x: right - 56, y: bottom - 9, width: 52, height: 6 };
  marks.push(text(dateArea, `日期：${emptyDate}`, 9.5, { valign: 'bottom', align: 'right' }));
  zones.push({ kind: 'date', by: 'provider', area: dateArea });
  return bottom;
}

function unitSeal(marks: Mark[], zones: Zone[], input: PackInput, x: number, y: number): void {
  const hasNoSeal = input.factsFile.facts['entity.hasSeal'] === false;
  marks.push(...blank('单位盖章：', x, y, 60));
  if (hasNoSeal) {
    marks.push(
      text({ x: x + 18, y: y - 6.5, width: 42, height: 6 }, '个体工商户无公章', 9.5, {
        valign: 'bottom',
        align: 'center',
      }),
    );
    return;
  }
  zones.push({ kind: 'seal', by: 'entity', area: { x: x + 14, y: y - 24, width: 42, height: 42 } });
}

/** Individuals have no seal; some regions want something by hand instead. */
function individualExtras(marks: Mark[], zones: Zone[], input: PackInput, x: number, y: number): void {
  if (wantsFingerprint(input)) {
    const area = { x: x + 20, y: y - 1, width: 22, height: 22 };
    marks.push(
      rect(area, { stroke: colours.hairline, widthPt: 0.5, dashMm: 1 }),
      text({ ...area, y: area.y + 8.5, height: 5 }, '手印', 8, { align: 'center', colour: colours.soft }),
    );
    zones.push({ kind: 'fingerprint', by: 'service-owner', area });
  }
  if (input.factsFile.region === '440000') {
    const area = { x, y: y + 1, width: right - x - 4, height: 18 };
    marks.push(
      text({ ...area, height: 5 }, '手抄承诺书：', 9),
      ...[1, 2].map((row) =>
        line(area.x, area.y + 5 + row * 6.2, area.x + area.width, area.y + 5 + row * 6.2, { widthPt: 0.4 }),
      ),
    );
    zones.push({
      kind: 'handwriting',
      by: 'service-owner',
      area: { ...area, y: area.y + 5, height: 13 },
    });
  }
}

function wantsFingerprint(input: PackInput): boolean {
  return isIndividual(input) && ['650000', '360000'].includes(input.factsFile.region);
}

function blank(label: string, x: number, bottom: number, width: number): Mark[] {
  const labelWidth = label.length * 3.45;
  return [
    text({ x, y: bottom - 6, width: labelWidth + 1, height: 6 }, label, 9.5, { valign: 'bottom' }),
    line(x + labelWidth, bottom, x + width, bottom, { widthPt: 0.5 }),
  ];
}
