import type { Bilingual } from '../../../preload/contract/index.ts';
import { factText, personFacts, servicesOf, type PackInput, type PersonFacts } from '../input.ts';
import { text, type Mark } from '../page.ts';
import {
  chineseDate,
  dataTable,
  emptyDate,
  formArea,
  heading,
  sealPlace,
  writingLine,
  type PrintedForm,
  type TableRow,
} from './form.ts';

interface Variant {
  material: string;
  heading: string;
  role: 'principal' | 'service-owner';
  /** What the person is authorised to be, inside the sentence. */
  asWhat: string;
  withPositionAndDomain: boolean;
  /** The version for a foreign legal representative is signed without a date. */
  isDated: boolean;
}

/** 主体负责人授权书; for a foreign legal representative one letter authorises both roles and carries no date. */
export function printPrincipalLetter(input: PackInput): PrintedForm[] {
  const isForeign = personFacts(input.factsFile.facts, 'legalRepresentative').origin === 'foreign';
  return [
    printLetter(input, {
      material: 'form-poa-principal',
      heading: isForeign ? '法定代表人授权书' : '主体负责人授权书',
      role: 'principal',
      asWhat: isForeign ? '主体负责人及互联网信息服务负责人' : '主体负责人',
      withPositionAndDomain: false,
      isDated: !isForeign,
    }),
  ];
}

/** 互联网信息服务负责人授权书; Shanghai's own version (2023) adds position and domain. */
export function printOwnerLetter(input: PackInput): PrintedForm[] {
  const isShanghai = input.factsFile.region === '310000';
  return [
    printLetter(input, {
      material: 'form-poa-owner',
      heading: isShanghai ? '非经营性互联网信息服务备案ICP负责人授权书' : '互联网信息服务负责人授权书',
      role: 'service-owner',
      asWhat: isShanghai ? '非经营性互联网信息服务备案的ICP负责人' : '互联网信息服务（网站/App）负责人',
      withPositionAndDomain: isShanghai,
      isDated: true,
    }),
  ];
}

function printLetter(input: PackInput, variant: Variant): PrintedForm {
  const facts = input.factsFile.facts;
  const legal = personFacts(facts, 'legalRepresentative');
  const key = variant.role === 'principal' ? 'principal' : 'serviceOwner';
  const person = personFacts(facts, key);
  const unit = dataTable(
    [
      { label: '授权单位名称', value: factText(facts, 'entity.name'), field: 'entity.name', height: 13 },
      {
        label: '统一社会信用代码\n（证件号码）',
        value: factText(facts, 'entity.certificate.number'),
        field: 'certificate',
        height: 12,
      },
      { label: '法定代表人', value: legal.name, field: 'legalRepresentative.name' },
      { label: '证件类型及号码', value: idText(input, legal), field: 'legalRepresentative.idNumber' },
    ],
    50,
  );
  const delegate = dataTable(delegateRows(input, variant, person, key), unit.bottom + 14);
  const marks: Mark[] = [
    heading(variant.heading, 26, variant.heading.length > 14 ? 16 : 20),
    part('授权单位', 43),
    ...unit.marks,
    part('被授权人', unit.bottom + 6.5),
    ...delegate.marks,
    text(
      { x: formArea.x, y: delegate.bottom + 7, width: formArea.width, height: 40 },
      `兹授权上述被授权人担任本单位${variant.asWhat}，代表本单位办理互联网信息服务备案相关事宜。被授权人提交的备案信息和材料均代表本单位的真实意思表示，真实、准确、有效，对本单位具有约束力，由此产生的法律责任由本单位承担。\n本授权自授权日期起生效；本单位变更被授权人时，将及时办理备案变更手续。`,
      12,
      { leading: 1.75, indentEm: 2, justify: true },
    ),
  ];
  const signY = Math.max(delegate.bottom + 76, 212);
  const seal = sealPlace(formArea.x + formArea.width - 38, signY + 6, 'entity');
  const dateArea = { x: formArea.x, y: signY + 17, width: 92, height: 8 };
  marks.push(
    ...seal.marks,
    ...writingLine(
      '法定代表人签字：',
      { x: formArea.x, y: signY - 12, width: 92, height: 12 },
      36,
      legal.name && `（${legal.name}）`,
    ),
    text({ x: formArea.x + 104, y: signY - 24, width: 30, height: 7 }, '单位盖章：', 11),
    text(dateArea, `授权日期：${variant.isDated ? chineseDate(input.on) : emptyDate}`, 11, {
      valign: 'bottom',
      ...(variant.isDated ? { field: 'date' } : {}),
    }),
  );
  return {
    material: variant.material,
    title: titleOf(input, variant),
    marks,
    zones: [
      {
        kind: 'signature',
        by: 'legal-representative',
        area: { x: formArea.x + 36, y: signY - 14, width: 56, height: 14 },
      },
      seal.zone,
      ...(variant.isDated ? [] : [{ kind: 'date' as const, by: 'legal-representative', area: dateArea }]),
    ],
    signing: {
      signer: 'legal-representative',
      signerName: legal.name,
      method: input.catalogue.materials[variant.material]?.signature?.method ?? 'handwritten',
      seal: 'official',
      date: variant.isDated ? 'printed' : 'blank',
    },
  };
}

function part(title: string, y: number): Mark {
  const area = { x: formArea.x, y, width: formArea.width, height: 7 };
  return text(area, title, 11.5, { weight: 'bold', isHeading: 'section' });
}

function delegateRows(input: PackInput, variant: Variant, person: PersonFacts, key: string): TableRow[] {
  const domains = servicesOf(input.factsFile.facts).flatMap((service) => service.domains);
  return [
    { label: '姓名', value: person.name, field: `${key}.name` },
    { label: '证件类型及号码', value: idText(input, person), field: `${key}.idNumber` },
    ...(variant.withPositionAndDomain
      ? [
          { label: '职务', value: person.position, field: `${key}.position` },
          { label: '域名', value: domains.join('、'), field: 'domain', height: 13 },
        ]
      : []),
  ];
}

function idText(input: PackInput, person: PersonFacts): string {
  const type = input.catalogue.personIdTypes[person.idType]?.['zh-CN'] ?? '';
  return [type, person.idNumber].filter(Boolean).join('　');
}

function titleOf(input: PackInput, variant: Variant): Bilingual {
  const en = input.catalogue.materials[variant.material]?.name.en ?? 'Power of attorney';
  return { 'zh-CN': variant.heading, en };
}
