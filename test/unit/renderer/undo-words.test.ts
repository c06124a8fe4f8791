import { afterEach, expect, test } from 'vitest';
import {
  Attachment,
  CertificateFields,
  DomainFields,
  EntityFields,
  FilingFields,
  PersonFields,
  ServiceFields,
  type Language,
} from '../../../preload/contract/index.ts';
import { actionText } from '../../../renderer/messages/actions.ts';
import { language } from '../../../renderer/messages/index.svelte.ts';
import { testApp } from '../../helpers/test-app.ts';

afterEach(() => void (language.current = 'zh-CN'));

/** Makes one edit of each kind, then takes all back: what the window says of each, the first edit first. */
async function undoneEdits(said: Language): Promise<string[]> {
  const { client } = await testApp();
  const catalogue = await client.call('rules.catalogue', {});
  const { dossier } = await client.call('dossiers.create', { name: '云杉样例公司', creditCode: null });
  const dossierId = dossier.id;
  await client.call('dossiers.update', { dossierId, patch: { region: '310115', group: 'enterprise' } });
  const { person } = await client.call('people.create', { fields: { name: '陆样例' } });
  await client.call('people.update', { personId: person.id, patch: { email: 'lu@yangli.cn' } });
  const assignment = { personId: person.id, position: null };
  await client.call('dossiers.assignRole', { dossierId, role: 'principal', assignment });
  const { serviceId } = await client.call('services.create', { dossierId, type: 'website' });
  await client.call('services.update', { dossierId, serviceId, patch: { name: '样例网站' } });
  const { filingId } = await client.call('filings.create', {
    dossierId,
    type: 'first',
    serviceIds: [serviceId],
    provider: null,
    plannedSubmissionOn: null,
  });
  const ids = { dossierId, filingId };
  await client.call('filings.update', { ...ids, patch: { plannedSubmissionOn: '2026-12-24' } });
  const itemId = 'material:photo-face-video@service-owner';
  await client.call('filings.answer', { ...ids, itemId, value: 'yes', note: null });
  await client.call('filings.answer', { ...ids, itemId, value: null, note: null });
  await client.call('filings.waive', { ...ids, itemId, reason: '管局电话同意' });
  await client.call('filings.waive', { ...ids, itemId, reason: null });
  await client.call('filings.remove', ids);
  await client.call('services.remove', { dossierId, serviceId });
  await client.call('dossiers.remove', { dossierId });

  language.current = said;
  const texts: string[] = [];
  for (;;) {
    const { undone } = await client.call('workspaces.undo', {});
    if (!undone) return texts.reverse();
    texts.push(actionText(undone.action, undone.params, catalogue));
  }
}

test('undo names what it took back, in Chinese', async () => {
  expect(await undoneEdits('zh-CN')).toEqual([
    '新建主体“云杉样例公司”',
    '修改主体信息（主体类别（含个体工商户）、所属区域（决定受理管局））',
    '新建人员“陆样例”',
    '修改人员“陆样例”（电子邮件）',
    '设置负责人（主体负责人）',
    '新增服务（网站）',
    '修改服务（服务名称（网站/App名称））',
    '新建备案（首次备案）',
    '修改备案（计划提交日）',
    '回答核对项（人脸识别 / 视频核验（活体）、是）',
    '收回核对项的回答（人脸识别 / 视频核验（活体））',
    '搁置清单项（人脸识别 / 视频核验（活体））',
    '恢复清单项（人脸识别 / 视频核验（活体））',
    '移除备案（首次备案）',
    '移除服务“样例网站”',
    '移除主体“云杉样例公司”',
  ]);
});

test('and in English', async () => {
  expect(await undoneEdits('en')).toEqual([
    'New entity “云杉样例公司”',
    'Entity details changed (Entity group (incl. individual business), Region of the filing (decides the authority))',
    'New person “陆样例”',
    'Person changed: “陆样例” (E-mail)',
    'Role assigned (Principal)',
    'New service (Website)',
    'Service changed (Service name)',
    'New filing (First filing)',
    'Filing changed (Planned day)',
    'Question answered (Face or video liveness check, Yes)',
    'Answer taken back (Face or video liveness check)',
    'Item set aside (Face or video liveness check)',
    'Item taken up again (Face or video liveness check)',
    'Filing removed (First filing)',
    'Service removed: “样例网站”',
    'Entity removed “云杉样例公司”',
  ]);
});

test('every field that can be edited has a name in both languages', async () => {
  const { client } = await testApp();
  const catalogue = await client.call('rules.catalogue', {});
  const under = (prefix: string, fields: object, but: string[] = []) =>
    Object.keys(fields)
      .filter((key) => !but.includes(key))
      .map((key) => prefix + key);
  const edits: Record<string, string[]> = {
    'dossiers.update': [
      ...under('entity.', EntityFields.entries, ['certificate']),
      ...under('entity.certificate.', CertificateFields.entries),
    ],
    'services.update': [
      ...under('service.', ServiceFields.entries, ['domain']),
      ...under('service.domain.', DomainFields.entries),
    ],
    'filings.update': under('filing.', FilingFields.entries),
    'people.update': under('person.', PersonFields.entries),
    'attachments.update': ['material', 'owner', 'serviceId', 'issuedOn', 'validTo', 'copies'].filter(
      (key) => key in Attachment.entries,
    ),
  };
  for (const said of ['zh-CN', 'en'] as const) {
    language.current = said;
    for (const [action, fields] of Object.entries(edits))
      for (const field of fields)
        expect(actionText(action, { fields: [field] }, catalogue), field).toMatch(/[（(].+[)）]$/);
  }
});
