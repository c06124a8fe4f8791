import type { DocumentOwner, Person } from '../../preload/contract/index.ts';
import {
  drawBusinessLicence,
  drawDomainCertificate,
  drawIdBack,
  drawIdFront,
  drawLetter,
  drawPerson,
  renderDrawing,
  type IdCardDrawing,
} from './drawn-images.ts';
import type { DemoEntity } from './group.ts';

export interface DrawnDocument {
  fileName: string;
  bytes: Uint8Array;
  material: string;
  owner: DocumentOwner;
  /** Only of letters. */
  issuedOn: string | null;
}

interface People {
  legalRepresentative: Person;
  serviceOwner: Person;
}

/** The documents of one sample entity, drawn anew; `faulty` ones have what the inspection is there to find. */
export async function drawnDocuments(
  demo: DemoEntity,
  people: People,
  today: string,
): Promise<DrawnDocument[]> {
  const isFaulty = demo.documents === 'faulty';
  return [
    await licence(demo, people, isFaulty),
    ...(await idCard(people.legalRepresentative, 'principal')),
    ...(isFaulty ? [] : await idCard(people.serviceOwner, 'service-owner')),
    await ownerPhoto(people.serviceOwner, isFaulty),
    ...(isFaulty ? [] : [await domainCertificate(demo), await realNameScreenshot(demo)]),
    ...(await letters(demo, people, today, isFaulty)),
  ];
}

async function licence(
  { entity }: DemoEntity,
  { legalRepresentative }: People,
  isFaulty: boolean,
): Promise<DrawnDocument> {
  const svg = drawBusinessLicence({
    company: entity.name ?? '',
    creditCode: entity.certificate.number ?? '',
    legalRepresentative: legalRepresentative.name ?? '',
    address: entity.certificate.address ?? '',
    capital: '壹仟万元整（样例）',
    establishedOn: entity.certificate.validFrom ?? '',
    registrar: '样例市场监督管理局',
  });
  return {
    fileName: '营业执照.jpg',
    bytes: await renderDrawing(svg, { densityDpi: 200, ...(isFaulty && { skewDegrees: 5, blurPx: 2.4 }) }),
    material: 'cert-business-licence',
    owner: 'entity',
    issuedOn: null,
  };
}

async function idCard(person: Person, owner: DocumentOwner): Promise<DrawnDocument[]> {
  const [year, month, day] = (person.birthDate ?? '1980-01-01').split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const card: IdCardDrawing = {
    name: person.name ?? '',
    sex: person.gender === 'female' ? '女' : '男',
    born: { year, month, day },
    address: '样例省样例市样例区样例路100号（样例地址）',
    number: person.idNumber ?? '',
    issuer: '样例市公安局样例分局',
    validity: `${dotted(person.idValidFrom)}-${person.idLongTerm ? '长期' : dotted(person.idValidTo)}`,
  };
  const options = { densityDpi: 300, jpegQuality: 92 };
  return [
    {
      fileName: `${card.name} 身份证 人像面.jpg`,
      bytes: await renderDrawing(drawIdFront(card), options),
      material: 'id-resident-front',
      owner,
      issuedOn: null,
    },
    {
      fileName: `${card.name} 身份证 国徽面.jpg`,
      bytes: await renderDrawing(drawIdBack(card), options),
      material: 'id-resident-back',
      owner,
      issuedOn: null,
    },
  ];
}

async function ownerPhoto(person: Person, isFaulty: boolean): Promise<DrawnDocument> {
  const svg = isFaulty
    ? drawPerson({ widthPx: 720, heightPx: 960, background: { kind: 'stripes' } })
    : drawPerson({ widthPx: 1200, heightPx: 1600, background: { kind: 'plain', colour: '#f4f5f7' } });
  return {
    fileName: `${person.name} 核验照.jpg`,
    bytes: await renderDrawing(svg, { jpegQuality: 90 }),
    material: 'photo-backdrop',
    owner: 'service-owner',
    issuedOn: null,
  };
}

async function domainCertificate(demo: DemoEntity): Promise<DrawnDocument> {
  return {
    fileName: '域名证书.png',
    bytes: await renderDrawing(certificateSvg(demo), { format: 'png' }),
    material: 'domain-certificate',
    owner: 'domain',
    issuedOn: null,
  };
}

async function realNameScreenshot(demo: DemoEntity): Promise<DrawnDocument> {
  return {
    fileName: '域名实名认证截图.png',
    bytes: await renderDrawing(certificateSvg(demo), { format: 'png' }),
    material: 'domain-real-name-screenshot',
    owner: 'domain',
    issuedOn: null,
  };
}

function certificateSvg({ service, entity }: DemoEntity): string {
  return drawDomainCertificate({
    domain: service?.domain.name ?? '',
    holder: service?.domain.holderName ?? entity.name ?? '',
    registrar: service?.domain.registrar ?? '',
    registeredOn: service?.domain.realNameVerifiedOn ?? '',
    expiresOn: service?.domain.expiresOn ?? '',
  });
}

/** Letters of the complete filing are signed and sealed; the faulty one lacks its seal. */
async function letters(
  { entity, service }: DemoEntity,
  { legalRepresentative, serviceOwner }: People,
  today: string,
  isFaulty: boolean,
): Promise<DrawnDocument[]> {
  const company = entity.name ?? '';
  const common = {
    addressee: '样例省通信管理局',
    company,
    dateText: today.replace(/(\d+)-(\d+)-(\d+)/, (_all, y, m, d) => `${y}年${Number(m)}月${Number(d)}日`),
    isSealed: !isFaulty,
  };
  const drawings: { material: string; fileName: string; title: string; text: string; signedBy: string }[] = [
    {
      material: 'form-poa-owner',
      fileName: '服务负责人授权书.jpg',
      title: '互联网信息服务负责人授权书',
      text: `兹授权${serviceOwner.name ?? ''}（证件号码：${serviceOwner.idNumber ?? ''}，职务：信息技术部经理）为我单位网站（域名：${service?.domain.name ?? ''}）的互联网信息服务负责人，办理备案事宜，所提交资料真实有效。`,
      signedBy: legalRepresentative.name ?? '',
    },
    {
      material: 'form-verification',
      fileName: '真实性核验单.jpg',
      title: '网站备案信息真实性核验单（样例）',
      text: `网站主办者：${company}。域名：${service?.domain.name ?? ''}。本单位已核对所填备案信息，承诺其真实、准确。`,
      signedBy: serviceOwner.name ?? '',
    },
    {
      material: 'form-shanghai-commitment',
      fileName: '备案承诺书.jpg',
      title: '互联网信息服务备案承诺书',
      text: '我单位承诺遵守国家有关互联网信息服务的规定，如实填报备案信息，信息变更时及时办理变更手续。',
      signedBy: legalRepresentative.name ?? '',
    },
  ];
  const wanted = isFaulty ? drawings.slice(0, 1) : drawings;
  return Promise.all(
    wanted.map(async ({ material, fileName, title, text, signedBy }) => ({
      fileName,
      bytes: await renderDrawing(drawLetter({ ...common, title, paragraphs: [text], signedBy }), {
        densityDpi: 200,
      }),
      material,
      owner: 'entity' as const,
      issuedOn: today,
    })),
  );
}

function dotted(day: string | null): string {
  return (day ?? '').replaceAll('-', '.');
}
