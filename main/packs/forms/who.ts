import { factText, isIndividual, personFacts, servicesOf, type PackInput } from '../input.ts';
import type { TableRow } from './form.ts';
import type { Signer } from './statement.ts';

/** Words and rows that most forms begin with. */

export function selfWord(input: PackInput): string {
  return isIndividual(input) ? '本人' : '本单位';
}

/** 网站, App, 小程序 ... */
export function serviceWord({ catalogue, factsFile: { service } }: PackInput): string {
  return catalogue.serviceTypes[service]?.['zh-CN'] ?? '网站';
}

export function authorityOf(input: PackInput): string {
  return input.catalogue.regions[input.factsFile.region]?.authority['zh-CN'] ?? '';
}

export function unitRows(input: PackInput): TableRow[] {
  const facts = input.factsFile.facts;
  const individual = isIndividual(input);
  return [
    {
      label: individual ? '姓名' : '单位名称',
      value: factText(facts, 'entity.name'),
      field: 'entity.name',
      height: 13,
    },
    {
      label: individual ? '证件号码' : '统一社会信用代码\n（证件号码）',
      value: factText(facts, 'entity.certificate.number'),
      field: 'entity.certificate.number',
      height: 12,
    },
  ];
}

export function siteRows(input: PackInput): TableRow[] {
  const services = servicesOf(input.factsFile.facts);
  const names = services.map(({ name }) => name).filter(Boolean);
  const domains = services.flatMap((service) => service.domains);
  return [
    { label: `${serviceWord(input)}名称`, value: names.join('、'), field: 'service.name', height: 12 },
    { label: '域名', value: domains.join('、'), field: 'domain.name', height: 12 },
  ];
}

export function factRow(input: PackInput, label: string, key: string, height = 11): TableRow {
  return { label, value: factText(input.factsFile.facts, key), field: key, height };
}

export function providerRow(input: PackInput): TableRow {
  const value = input.provider?.name['zh-CN'] ?? factText(input.factsFile.facts, 'access.provider');
  return { label: '接入服务单位', value, field: 'access.provider' };
}

export function ipText(input: PackInput): string {
  const ranges = input.factsFile.facts['access.ipRanges'];
  if (!Array.isArray(ranges)) return '';
  return (ranges as { from?: string; to?: string }[])
    .map(({ from = '', to = '' }) => (from === to ? from : `${from}–${to}`))
    .join('、');
}

/** The legal representative; an individual signs as such. */
export function head(input: PackInput): Signer {
  return isIndividual(input) ? self(input) : person(input, 'legalRepresentative');
}

export function principal(input: PackInput): Signer {
  return isIndividual(input) ? self(input) : person(input, 'principal');
}

export function serviceOwner(input: PackInput): Signer {
  return isIndividual(input) ? self(input) : person(input, 'serviceOwner');
}

function self(input: PackInput): Signer {
  const { facts } = input.factsFile;
  const name = personFacts(facts, 'principal').name || factText(facts, 'entity.name');
  return { by: 'principal', label: '本人签字', name };
}

const signers = {
  legalRepresentative: { by: 'legal-representative', label: '法定代表人签字' },
  principal: { by: 'principal', label: '主体负责人签字' },
  serviceOwner: { by: 'service-owner', label: '网站负责人签字' },
} as const;

function person(input: PackInput, role: keyof typeof signers): Signer {
  return { ...signers[role], name: personFacts(input.factsFile.facts, role).name };
}
