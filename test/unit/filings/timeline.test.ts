import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { emptyDossier, emptyFiling, emptyPerson, emptyService } from '../../../main/dossiers/empty.ts';
import { daysToActBy, timelineOf } from '../../../main/filings/timeline.ts';
import type { Dossier, Filing, Person } from '../../../preload/contract/index.ts';
import { TODAY, testApp } from '../../helpers/test-app.ts';
import { book } from '../rules/the-book.ts';

interface Parts {
  filing?: Partial<Filing>;
  people?: Person[];
  change?: (dossier: Dossier) => void;
}

/** The timeline of an otherwise empty dossier, with no rules. */
function timeline({ filing, people = [], change }: Parts) {
  const dossier = emptyDossier(randomUUID(), '2026-11-01T00:00:00.000Z');
  change?.(dossier);
  const filings = filing ? [{ ...emptyFiling(randomUUID(), 'first', '2026-11-01'), ...filing }] : [];
  return timelineOf({ book, dossier, people, filings, judgement: null, today: TODAY });
}

const said = ({ events }: ReturnType<typeof timeline>) =>
  events.map(({ on, kind, code, params }) => [on, kind, params['limit'] ?? code]);

describe('what expires', () => {
  test('a certificate and an ID are void from the day after their last, a domain on the day itself', () => {
    const person = { ...emptyPerson(randomUUID()), name: '陆样例', idValidTo: '2027-02-28' };
    const days = timeline({
      people: [person],
      change(dossier) {
        dossier.entity.certificate.validTo = '2028-02-29';
        dossier.principal = { personId: person.id, position: null };
        const service = emptyService(randomUUID(), 'website');
        Object.assign(service.domain, { name: 'yangli.cn', expiresOn: '2026-12-31' });
        dossier.services.push(service);
      },
    });
    expect(said(days)).toEqual([
      ['2026-12-31', 'problem', 'domain-expires'],
      ['2027-03-01', 'problem', 'id-expires'],
      ['2028-03-01', 'problem', 'certificate-expires'],
    ]);
    expect(days.events[1]!.message['zh-CN']).toContain('陆样例');
  });

  test('a long-term certificate and ID do not', () => {
    const person = { ...emptyPerson(randomUUID()), idValidTo: '2027-02-28', idLongTerm: true };
    const days = timeline({
      people: [person],
      change(dossier) {
        dossier.principal = { personId: person.id, position: null };
        Object.assign(dossier.entity.certificate, { validTo: '2027-01-01', longTerm: true });
      },
    });
    expect(days.events).toEqual([]);
  });

  test('the ID of somebody with several roles is said once, in the role that counts most', () => {
    const person = { ...emptyPerson(randomUUID()), idValidTo: '2027-02-28' };
    const roles = { personId: person.id, position: null };
    const both = timeline({
      people: [person],
      change: (dossier) => Object.assign(dossier, { legalRepresentative: roles, principal: roles }),
    });
    expect(both.events).toMatchObject([{ path: 'principal.idValidTo', severity: 'error' }]);
    const representative = timeline({
      people: [person],
      change: (dossier) => Object.assign(dossier, { legalRepresentative: roles }),
    });
    expect(representative.events).toMatchObject([
      { path: 'legalRepresentative.idValidTo', severity: 'warning' },
    ]);
  });
});

describe('what an order brings', () => {
  test('a plan is followed by the provider’s and the authority’s working days, over the holidays', () => {
    const days = timeline({ filing: { plannedSubmissionOn: '2026-09-24' } });
    // Mid-autumn is 25 September, National Day 1 to 7 October; 10 October is worked.
    expect(said(days)).toEqual([
      ['2026-09-24', 'due', 'planned-submission'],
      ['2026-09-29', 'forecast', 'provider-review'],
      ['2026-11-02', 'forecast', 'authority-review-legal'],
    ]);
    expect(days.events.map(({ isEstimate }) => isEstimate)).toEqual([false, false, false]);
    expect(days.events[2]!.sources[0]!.publisher).toBe('MIIT');
  });

  test('beyond the published calendar it is an estimate', () => {
    const days = timeline({ filing: { plannedSubmissionOn: '2026-12-24' } });
    expect(days.events.map(({ on, isEstimate }) => [on, isEstimate])).toEqual([
      ['2026-12-24', false],
      ['2026-12-28', false],
      ['2027-01-25', true],
    ]);
  });

  test('a record that moves between accounts meets no authority', () => {
    const days = timeline({ filing: { type: 'transfer-account', plannedSubmissionOn: '2026-11-23' } });
    expect(said(days).map(([, , what]) => what)).toEqual(['planned-submission', 'provider-review']);
  });

  test('a draft without a plan brings nothing, and no provider’s limit on drafts it does not have yet', () => {
    expect(timeline({ filing: { provider: 'ucloud' } }).events).toEqual([]);
  });

  test('the authority’s limit is counted from the day the order went to it', () => {
    const days = timeline({ filing: { state: 'authority-review', stateSince: '2026-11-02' } });
    expect(said(days)).toEqual([['2026-11-30', 'expected', 'authority-review-legal']]);
  });

  test('a returned order has the time that its provider gives, and no other’s', () => {
    const returned = { state: 'returned-by-provider', stateSince: '2026-11-20' };
    expect(said(timeline({ filing: { ...returned, provider: 'tencent-cloud' } }))).toEqual([
      ['2027-01-04', 'due', 'correction-tencent'],
    ]);
    expect(said(timeline({ filing: { ...returned, provider: 'ucloud' } }))).toEqual([
      ['2027-05-20', 'due', 'draft-ucloud'],
    ]);
    expect(said(timeline({ filing: { ...returned, provider: 'alibaba-cloud' } }))).toEqual([]);
  });

  test('an SMS deadline is a day by the clock of China', () => {
    const days = timeline({ filing: { state: 'sms-verification', smsDeadline: '2026-11-21T17:00:00.000Z' } });
    expect(said(days)).toEqual([['2026-11-22', 'due', 'sms-deadline']]);
  });

  test('approval brings the public-security filing, for as long as it is news', () => {
    const approved = (stateSince: string) =>
      said(timeline({ filing: { state: 'approved', stateSince } })).map(([on, , what]) => [on, what]);
    expect(approved('2026-11-10')).toContainEqual(['2026-12-10', 'public-security-filing']);
    expect(approved('2026-08-10')).toEqual([]);
  });
});

describe('a change that may follow the access', () => {
  const approved = (region: string, filing: Partial<Filing>) =>
    timeline({
      filing: { type: 'new-access', state: 'approved', stateSince: '2026-11-16', ...filing },
      change: (dossier) =>
        Object.assign(dossier.entity, { region, group: 'enterprise', nature: 'enterprise' }),
    }).events.filter(({ code }) => code === 'change-after-approval');

  test('has ten working days in Beijing and Jiangsu, by their rules', () => {
    expect(approved('110105', {})).toMatchObject([
      { on: '2026-11-30', kind: 'due', ruleId: '110000-access-then-change', severity: 'info' },
    ]);
    expect(approved('320106', {})).toMatchObject([{ on: '2026-11-30', ruleId: '320000-access-change-10wd' }]);
  });

  test('has none elsewhere, in other filings, before the approval and long after it', () => {
    expect(approved('440106', {})).toEqual([]);
    expect(approved('320106', { type: 'first' })).toEqual([]);
    expect(approved('110105', { state: 'authority-review' })).toEqual([]);
    expect(approved('110105', { stateSince: '2026-08-10' })).toEqual([]);
  });
});

describe('the days to act by', () => {
  const certificate = (validTo: string) =>
    timeline({ change: (dossier) => void (dossier.entity.certificate.validTo = validTo) });

  test('reach as far as asked, and into the past', () => {
    expect(daysToActBy(certificate('2027-05-19'), TODAY, 180)).toHaveLength(1);
    expect(daysToActBy(certificate('2027-05-20'), TODAY, 180)).toHaveLength(0);
    expect(daysToActBy(certificate('2026-01-01'), TODAY, 180)).toHaveLength(1);
  });
});

describe('in a workspace', () => {
  async function shanghai() {
    const testing = await testApp();
    const { client } = testing;
    const { dossier } = await client.call('dossiers.create', {
      name: '上海样例有限公司',
      creditCode: '91310115000000115Y',
    });
    const dossierId = dossier.id;
    await client.call('dossiers.update', {
      dossierId,
      patch: { certificate: { validTo: '2027-12-24', longTerm: false } },
    });
    const { filingId } = await client.call('filings.create', {
      dossierId,
      type: 'first',
      serviceIds: [],
      provider: 'huawei-cloud',
      plannedSubmissionOn: '2026-12-01',
    });
    return { ...testing, dossierId, filingId };
  }

  test('the region’s own figure has its day, with its rule, in walk, dossier and list', async () => {
    const { client, dossierId, filingId } = await shanghai();
    const { timeline: walked } = await client.call('checklist.get', { dossierId, filingId });
    const short = walked.events.find(({ code }) => code === 'remaining-too-short')!;
    // More than a year has to be left: a year before the last day it is one day too late.
    expect(short).toMatchObject({
      on: '2026-12-24',
      kind: 'problem',
      severity: 'error',
      ruleId: '310000-licence-12m',
    });
    expect(short.sources).not.toEqual([]);
    expect(walked.submitBy).toBe('2026-12-23');
    const view = await client.call('dossiers.get', { dossierId });
    expect(view.timeline).toEqual(walked);
    const [row] = await client.call('dossiers.list', {});
    expect(row!.dates.map(({ on, code, severity }) => [on, code, severity])).toEqual([
      ['2026-12-01', 'planned-submission', 'info'],
      // Two days over a month off.
      ['2026-12-24', 'remaining-too-short', 'info'],
    ]);
  });

  test('planned a day later it is a finding that says since when, and nothing is left to wait for', async () => {
    const { client, dossierId, filingId } = await shanghai();
    const at = { dossierId, filingId };
    const shortIn = async (plannedSubmissionOn: string) => {
      await client.call('filings.update', { ...at, patch: { plannedSubmissionOn } });
      const { items, timeline: walked } = await client.call('checklist.get', at);
      const found = items
        .flatMap(({ findings }) => findings)
        .find(({ code }) => code === 'document.remaining-too-short');
      return [found?.params['problemFrom'], walked.submitBy];
    };
    expect(await shortIn('2026-12-23')).toEqual([undefined, '2026-12-23']);
    expect(await shortIn('2026-12-24')).toEqual(['2026-12-24', null]);
  });

  test('a rule that is set aside has no last day of submission', async () => {
    const { client, dossierId, filingId } = await shanghai();
    const at = { dossierId, filingId };
    await client.call('filings.waive', { ...at, itemId: '310000-licence-12m', reason: '管局电话同意' });
    const { timeline: walked } = await client.call('checklist.get', at);
    expect(walked.submitBy).toBeNull();
    expect(walked.events.find(({ code }) => code === 'remaining-too-short')!.severity).toBe('info');
  });

  test('a change of state is dated, and the SMS has its 24 hours', async () => {
    const { client, dossierId, filingId } = await shanghai();
    const to = async (state: string) => {
      const { dossier } = await client.call('filings.update', { dossierId, filingId, patch: { state } });
      return dossier.filings[0]!;
    };
    expect(await to('provider-review')).toMatchObject({
      stateSince: TODAY,
      submittedOn: TODAY,
      smsDeadline: null,
    });
    await to('identity-verification');
    await to('waiting-to-submit');
    const { smsDeadline } = await to('sms-verification');
    expect(smsDeadline!.slice(0, 16)).toBe('2026-11-22T02:00');
    expect(await to('authority-review')).toMatchObject({ smsDeadline: null });
  });
});
