import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Input, Walk } from '../../preload/contract/index.ts';
import { runCli } from '../helpers/run-cli.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { testApp } from '../helpers/test-app.ts';
import { creditCode, residentId } from './rules/evaluators/clean-facts.ts';

type Fields = Input<'people.create'>['fields'];

/** Both firms are led by one person; everybody is invented. */
const lin: Fields = {
  name: '林知远',
  idType: 'resident-id-card',
  idNumber: residentId('440305', '19800412', '317'),
  origin: 'mainland',
  idRegion: '440305',
  idLongTerm: true,
  mobile: '13912340011',
  emergencyPhone: '13912340022',
  email: 'lin@yunfanlan.cn',
};
const zhou: Fields = {
  name: '周若溪',
  idType: 'resident-id-card',
  idNumber: residentId('120103', '19910723', '284'),
  origin: 'mainland',
  idRegion: '120103',
  idLongTerm: true,
  mobile: '13912340033',
  emergencyPhone: '13912340044',
  email: 'zhou@yunfanlan.cn',
};

const firms = {
  guangdong: { county: '440305', name: '深圳云帆澜科技有限公司', domain: 'yunfanlan-sz.cn', no: 'MA5FX7K3' },
  tianjin: { county: '120103', name: '天津云帆澜科技有限公司', domain: 'yunfanlan-tj.cn', no: 'MA06X7K3' },
};
type Firm = keyof typeof firms;

/** A user enters the two firms, their common head, a website each, and begins both first filings. */
async function twoFirms() {
  const { client } = await testApp();
  const folder = join(await tempFolder(), 'two');
  await client.call('workspaces.create', { folder, name: '云帆澜集团' });
  const head = (await client.call('people.create', { fields: lin })).person.id;
  const employee = (await client.call('people.create', { fields: zhou })).person.id;
  const ids = {} as Record<Firm, { dossierId: string; serviceId: string; filingId: string }>;
  for (const [firm, { county, name, domain, no }] of Object.entries(firms) as [
    Firm,
    (typeof firms)[Firm],
  ][]) {
    const created = await client.call('dossiers.create', { name, creditCode: creditCode('91', county, no) });
    const dossierId = created.dossier.id;
    const patch = { region: county, group: 'enterprise', nature: 'enterprise', investor: '林知远' };
    await client.call('dossiers.update', { dossierId, patch });
    const assignment = { personId: head, position: '总经理' };
    for (const role of ['legal-representative', 'principal'] as const)
      await client.call('dossiers.assignRole', { dossierId, role, assignment });
    const { serviceId } = await client.call('services.create', { dossierId, type: 'website' });
    await client.call('services.update', {
      dossierId,
      serviceId,
      patch: {
        name: '云帆澜服务平台',
        homeUrl: `www.${domain}`,
        domain: { name: domain },
        owner: assignment,
      },
    });
    const { filingId } = await client.call('filings.create', {
      dossierId,
      type: 'first',
      serviceIds: [serviceId],
      provider: null,
      plannedSubmissionOn: null,
    });
    ids[firm] = { dossierId, serviceId, filingId };
  }
  const walk = ({ dossierId, filingId }: { dossierId: string; filingId: string }): Promise<Walk> =>
    client.call('checklist.get', { dossierId, filingId });
  const employ = async (firm: Firm) => {
    const { dossierId, serviceId } = ids[firm];
    const owner = { personId: employee, position: '信息部主管' };
    await client.call('services.update', { dossierId, serviceId, patch: { owner } });
  };
  return {
    folder,
    guangdong: () => walk(ids.guangdong),
    tianjin: () => walk(ids.tianjin),
    employ,
  };
}

const errorsOf = (walk: Walk): string[] =>
  walk.items.flatMap(({ ruleId, findings }) =>
    findings.filter(({ severity }) => severity === 'error').map(({ code }) => `${ruleId} ${code}`),
  );
const demands = (walk: Walk): string[] =>
  walk.items.flatMap(({ materials, severity, state }) =>
    severity === 'required' && state === 'missing' && materials.length > 0 ? [materials[0]!] : [],
  );

test('one head of a firm in Guangdong and one in Tianjin: each walk asks what its own region asks', async () => {
  const group = await twoFirms();
  const [guangdong, tianjin] = [await group.guangdong(), await group.tianjin()];

  const scopes = (walk: Walk) => new Set(walk.items.map(({ scope }) => scope));
  expect(scopes(guangdong)).toEqual(new Set(['national', '440000']));
  expect(scopes(tianjin)).toEqual(new Set(['national', '120000']));

  // Guangdong wants its commitment with every order and takes one person in every role.
  expect(demands(guangdong)).toContain('form-filing-commitment');
  expect(demands(tianjin)).not.toContain('form-filing-commitment');
  expect(errorsOf(guangdong)).not.toContain('120000-persons-differ person.owner-must-not-be-principal');
  // Tianjin wants two people, a name without 平台, and to know who answers the emergency number.
  expect(errorsOf(tianjin)).toEqual(
    expect.arrayContaining([
      '120000-persons-differ person.owner-must-not-be-principal',
      '120000-name-words name.forbidden-word',
    ]),
  );
  expect(errorsOf(guangdong).filter((error) => error.includes('name.forbidden-word'))).toEqual([]);
  const emergency = tianjin.items.find(({ ruleId }) => ruleId === '120000-emergency-contact')!;
  expect(emergency.missingFacts).toContain('principal.emergencyContact');
  expect(guangdong.items.some(({ check }) => check === 'emergencyPhoneMustDiffer')).toBe(true);
  for (const { items } of [guangdong, tianjin])
    for (const { sources, requirement, confidence } of items)
      expect([sources.length > 0, requirement.en !== '', /high|medium|low/.test(confidence)]).toEqual([
        true,
        true,
        true,
      ]);
});

test('the head may lead both firms for Guangdong, and not for Tianjin', async () => {
  const group = await twoFirms();
  const used = (walk: Walk) =>
    walk.items
      .flatMap(({ findings }) => findings)
      .filter(({ code }) => code === 'group.used-by-other-entity');
  expect(used(await group.guangdong())).toEqual([]);
  const inTianjin = used(await group.tianjin());
  expect(
    inTianjin.map(({ ruleId, severity, params }) => [ruleId, severity, params['field'], params['entity']]),
  ).toEqual([
    ['120000-person-unique', 'error', 'id-number', firms.guangdong.name],
    ['120000-person-unique', 'error', 'mobile', firms.guangdong.name],
  ]);
  expect(inTianjin[0]!.message['zh-CN']).toContain(firms.guangdong.name);
  expect(inTianjin[0]!.message.en).not.toContain(lin.idNumber!);
});

test('an employee as service owner needs a letter in Tianjin only, and may not serve both firms there', async () => {
  const group = await twoFirms();
  await group.employ('tianjin');
  const alone = await group.tianjin();
  expect(errorsOf(alone)).not.toContain('120000-persons-differ person.owner-must-not-be-principal');
  expect(demands(alone)).toContain('form-poa-owner');

  await group.employ('guangdong');
  expect(demands(await group.guangdong())).not.toContain('form-poa-owner');
  const roles = (walk: Walk) =>
    walk.items.flatMap(({ findings }) =>
      findings.filter(({ code, severity }) => code === 'group.used-by-other-entity' && severity === 'error'),
    );
  expect(roles(await group.guangdong())).toEqual([]);
  expect(new Set(roles(await group.tianjin()).map(({ params }) => params['role']))).toEqual(
    new Set(['principal', 'service-owner']),
  );
});

test('the command line says the same of the stored filings', async () => {
  const group = await twoFirms();
  const { code, json } = await runCli(['check', '--workspace', group.folder, '--json']);
  const { findings } = json() as { findings: { ruleId: string; entity: string; severity: string }[] };
  expect(code).toBe(1);
  const of = (ruleId: string) =>
    new Set(findings.filter((x) => x.ruleId === ruleId).map(({ entity }) => entity));
  expect(of('120000-person-unique').size).toBe(1);
  expect(of('120000-persons-differ')).toEqual(of('120000-person-unique'));
  expect(of('440000-org-commitment-letter').size).toBe(1);
  expect(of('440000-org-commitment-letter')).not.toEqual(of('120000-person-unique'));
});
