import { describe, expect, test } from 'vitest';
import { adviseFiling } from '../../../main/rules/advise.ts';
import { evaluateFactsFile, type CompleteFactsFile } from '../../../main/rules/evaluate.ts';
import { parseFactsFile } from '../../../main/rules/facts.ts';
import { isAboutKind } from '../../../main/rules/kind-of-filing.ts';
import { book } from './the-book.ts';
import { cleanFacts, guangdong, shanghai, withFacts, type Place } from './evaluators/clean-facts.ts';

type Changes = Record<string, unknown>;

const advise = (file: CompleteFactsFile) => {
  const { filing: _none, ...rest } = file;
  return adviseFiling(book, { ...parseFactsFile(book, rest), on: file.on });
};
const at = (changes: Changes, { place = shanghai as Place, filed = true, more = {} } = {}) =>
  advise({ ...withFacts(cleanFacts(place, filed ? 'new-service' : 'first'), changes), ...more });
const fresh = (changes: Changes) => at(changes, { filed: false });

const own = '沪ICP备2021004711号';
const thisSite = (changes: Changes = {}) => ({
  type: 'website',
  name: '云帆澜官网',
  domain: 'yunfanlan.cn',
  licenceNumber: `${own}-2`,
  provider: 'huawei-cloud',
  ...changes,
});
const filedHere = { 'ledger.filedServices': [thisSite()], 'order.changedFields': [] };
const access = { domain: 'yunfanlan.cn', provider: 'huawei-cloud', account: 'b' };
const codes = (lines: { code: string }[]) => lines.map(({ code }) => code);
const order = {
  provider: 'alibaba-cloud',
  filingType: 'first',
  submittedOn: '2026-11-01',
  state: 'authority-review',
};

describe('the rows of the decision table', () => {
  test('an open order stops everything and is named', () => {
    const advice = fresh({ 'ledger.openOrders': [order] });
    expect(advice.filing).toBe('none');
    expect(codes(advice.blockers)).toEqual(['open-order']);
    expect(advice.blockers[0]!.message['zh-CN']).toContain('2026-11-01');
  });

  test('an order that has ended does not', () => {
    expect(fresh({ 'ledger.openOrders': [{ ...order, state: 'approved' }] }).filing).toBe('first');
  });

  test('a changed certificate is put on the old record first', () => {
    const advice = fresh({ 'entity.previousNumber': '310000000000001' });
    expect(advice.filing).toBe('change-entity');
    expect(codes(advice.because)).toContain('certificateChanged');
  });

  test('nothing filed is a first filing', () => {
    const advice = fresh({});
    expect(advice).toMatchObject({ filing: 'first', then: null, blockers: [] });
    expect(codes(advice.because)).toEqual(['openOrder', 'entityFiled', 'serviceFiled', 'decision']);
  });

  test('a shell is cancelled first where the nation’s rule holds', () => {
    const advice = at({ 'entity.isShell': true, 'ledger.filedServices': [] }, { place: guangdong });
    expect(advice).toMatchObject({ filing: 'cancel-entity', then: 'first' });
    expect(advice.because.find(({ code }) => code === 'shellAllowed')!.sources).not.toEqual([]);
  });

  test('a shell takes a new service where the region lets it, also with a proposal', () => {
    const shell = { 'entity.isShell': true, 'ledger.filedServices': [], 'ledger.filedDomains': [] };
    expect(at(shell).filing).toBe('new-service');
    expect(at(shell, { more: { region: '430000' } }).filing).toBe('new-service');
  });

  test('an entity with services here, or elsewhere, adds one', () => {
    expect(at({}).because.find(({ code }) => code === 'accessedHere')!.message.en).toContain('yes');
    expect(at({}).filing).toBe('new-service');
    const elsewhere = at({ 'ledger.accesses': [] }, { more: { provider: 'alibaba-cloud' } });
    expect(elsewhere.filing).toBe('new-service');
    expect(elsewhere.because.at(-1)!.message['zh-CN']).toContain('无主体');
  });

  test('a filed service that is reached elsewhere takes a new access', () => {
    const elsewhere = { 'ledger.filedServices': [thisSite({ provider: 'alibaba-cloud' })] };
    expect(at(elsewhere).filing).toBe('new-access');
    expect(
      at({ ...filedHere, 'ledger.accesses': [{ ...access, provider: 'alibaba-cloud' }] }).filing,
    ).not.toBe('first');
  });

  test('a filed service in another account of the provider is moved', () => {
    const accounts = [{ provider: 'huawei-cloud', account: 'a', entity: shanghai.company }];
    const facts = { ...filedHere, 'ledger.accesses': [access], 'ledger.providerAccounts': accounts };
    expect(at(facts).filing).toBe('transfer-account');
    accounts[0]!.account = 'b';
    expect(at(facts).filing).toBe('none');
  });

  test('a service on record with the provider but in no account is claimed', () => {
    const advice = at({ ...filedHere, 'ledger.accesses': [{ ...access, claimed: false }] });
    expect(advice.filing).toBe('claim');
    expect(advice.because.map(({ message }) => message.en).join(' ')).toContain('in no account');
  });

  test('every filing of the table can be advised, and every filing type is in the table or ends a service', () => {
    const advised = book.lifecycle.decisionTable.rows.flatMap(({ result }) => result);
    const byReason = ['cancel-entity', 'cancel-service', 'cancel-access'];
    const known = book.enumerations.filingTypes.map(({ id }) => id);
    expect(known.filter((id) => !advised.includes(id) && !byReason.includes(id))).toEqual([]);
  });

  test.each([
    [['entity.name'], 'change-entity'],
    [['principal.mobile'], 'change-entity'],
    [['service.name', 'serviceOwner.mobile'], 'change-service'],
    [['entity.name', 'service.name'], 'change-both'],
    [['access.ipRanges'], 'change-access'],
  ])('changing %j is %s', (changed, filing) => {
    const advice = at({ ...filedHere, 'order.changedFields': changed });
    expect(advice.filing).toBe(filing);
    expect(codes(advice.because)).toContain('changed');
  });

  test('a difference from the record is a change', () => {
    const record = {
      name: '上海旧帆科技有限公司',
      certificateNumber: cleanFacts(shanghai).facts['entity.certificate.number'],
    };
    const facts = { ...filedHere, 'order.changedFields': undefined, 'record.entity': record };
    expect(at(facts).filing).toBe('change-entity');
  });

  test('another entity’s service is migrated where the region offers it, else cancelled by that entity', () => {
    const theirs = { 'service.licenceNumber': '粤ICP备2020001234号-1', 'record.service': {} };
    const migrated = at(theirs, { place: guangdong });
    expect(migrated.filing).toBe('migrate');
    const app = at({ ...theirs, 'app.name': '云帆' }, { place: guangdong, more: { service: 'app' } });
    expect(app.filing).toBe('cancel-service');
    expect(codes(app.blockers)).toContain('other-entity');
  });

  test('the holder’s name on the record tells whose it is', () => {
    const record = { 'record.service': { entityName: '广州他人科技有限公司' }, 'ledger.filedServices': [] };
    expect(at(record, { place: guangdong }).filing).toBe('migrate');
  });

  test('nothing to do is said', () => {
    const advice = at(filedHere);
    expect(advice).toMatchObject({ filing: 'none', blockers: [] });
    expect(codes(advice.because)).toContain('nothing');
  });
});

describe('ending a service', () => {
  const ending = { 'order.cancelReason': '1', 'ledger.filedServices': [thisSite()] };

  test('cancels the access while another one remains', () => {
    expect(
      at({ ...ending, 'ledger.accesses': [access, { ...access, provider: 'alibaba-cloud' }] }).filing,
    ).toBe('cancel-access');
  });

  test('cancels the service while the entity has others, else the entity', () => {
    const others = [thisSite(), thisSite({ domain: 'other.cn', licenceNumber: `${own}-1` })];
    expect(at({ ...ending, 'ledger.filedServices': others, 'ledger.accesses': [access] }).filing).toBe(
      'cancel-service',
    );
    expect(at({ ...ending, 'ledger.accesses': [access] }).filing).toBe('cancel-entity');
  });
});

describe('unknown facts', () => {
  const bare = { region: '310000', entityGroup: 'enterprise', service: 'website', on: '2026-11-21' };

  test('are asked for instead of guessed', () => {
    const advice = adviseFiling(book, { ...bare, facts: {} });
    expect(advice.filing).toBe('none');
    expect(codes(advice.blockers)).toEqual(['cannot-tell']);
    expect(advice.blockers[0]!.facts).toEqual(
      expect.arrayContaining(['entity.licenceNumber', 'record.service', 'ledger.filedServices']),
    );
  });

  test('that every row would bear are not asked for', () => {
    const facts = { 'entity.licenceNumber': null, 'record.service': null };
    const advice = adviseFiling(book, { ...bare, facts });
    expect(advice.filing).toBe('first');
    const assumed = advice.because.filter(({ message }) => message.en.includes('assumed'));
    expect(codes(assumed)).toEqual(['openOrder', 'certificateChanged']);
  });

  test('of a change are asked for', () => {
    const advice = at({ ...filedHere, 'order.changedFields': undefined, 'record.entity': undefined });
    expect(advice.filing).toBe('none');
    expect(advice.blockers[0]!.facts).toEqual(['order.changedFields']);
  });
});

test('what the record forbids stands in the way', () => {
  const record = { name: '上海旧帆科技有限公司', certificateNumber: '91310115MA1K00000X' };
  const advice = at({ 'record.entity': record, 'order.changedFields': [] }, { place: shanghai });
  expect(advice.filing).toBe('new-service');
  expect(advice.blockers.length).toBeGreaterThan(0);
  for (const { message, sources } of advice.blockers) {
    expect(message.en).not.toBe('');
    expect(sources).not.toEqual([]);
  }
});

describe('a stated filing against the advised one', () => {
  const judged = (filing: string, changes: Changes, filed = true) => {
    const file = withFacts(cleanFacts(shanghai, filed ? 'new-service' : 'first'), changes);
    return evaluateFactsFile(book, { ...file, filing })
      .findings.filter(isAboutKind)
      .map(({ code, severity, params }) => [code, severity, params['advised'] ?? null]);
  };
  const nothing = { 'record.entity': null, 'record.service': null, 'ledger.filedServices': [] };
  const theirs = {
    'service.licenceNumber': '粤ICP备2020000001号-1',
    'ledger.filedServices': [],
    'record.service': undefined,
  };

  test('nothing on record: only a first filing', () => {
    expect(judged('first', nothing, false)).toEqual([]);
    expect(judged('new-access', { ...nothing, 'entity.licenceNumber': null })).toContainEqual([
      'record.service-none',
      'error',
      null,
    ]);
    const known = { ...nothing, 'record.entity': undefined, 'entity.licenceNumber': null };
    expect(judged('new-service', known)).toEqual([['order.other-filing', 'error', ['first']]]);
  });

  test('a service of another entity is neither changed nor accessed, but may be taken over', () => {
    const found = [['order.other-filing', 'error', ['migrate', 'cancel-service']]];
    expect(judged('new-access', theirs)).toEqual(found);
    expect(judged('change-access', theirs)).toEqual(found);
    expect(judged('claim', theirs)).toEqual(found);
    expect(judged('cancel-entity', { ...theirs, 'order.cancelReason': '1' })).toEqual([]);
  });

  test('a record in another account is transferred before it is changed', () => {
    const accounts = {
      ...filedHere,
      'service.licenceNumber': `${own}-2`,
      'record.service': undefined,
      'ledger.accesses': [access],
      'ledger.providerAccounts': [{ provider: 'huawei-cloud', account: 'a', entity: shanghai.company }],
    };
    expect(judged('change-service', accounts)).toEqual([
      ['order.other-filing', 'error', ['transfer-account']],
    ]);
    expect(judged('transfer-account', accounts)).toEqual([]);
    // The holder of the record says so; the ledger may not know.
    expect(judged('claim', accounts)).toEqual([]);
  });

  test('a number of the papers that has changed is a question in a first filing', () => {
    const changed = { ...nothing, 'entity.previousNumber': '310000000000001' };
    expect(judged('first', changed, false)).toEqual([['order.other-filing', 'warning', ['change-entity']]]);
  });

  test('what is only taken for granted decides nothing', () => {
    const unknown = { 'record.service': undefined, 'ledger.filedServices': undefined };
    expect(judged('new-access', unknown).filter(([code]) => code === 'order.other-filing')).toEqual([]);
  });
});
