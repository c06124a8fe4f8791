import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { packOf } from '../../../main/rule-packs/export.ts';
import { rulePackJsonSchema } from '../../../main/rule-packs/json-schema.ts';
import { book } from '../rules/the-book.ts';
import { mistakes, newRule, pack } from './packs.ts';

const schema = rulePackJsonSchema(book);
const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

test('the published schema takes every rule of the product', () => {
  const all = packOf(book, 'all', { name: '全部', author: null, issuedOn: '2026-11-21' });
  expect(isValid(JSON.parse(JSON.stringify(all)))).toBe(true);
  expect(isValid(pack({ add: [newRule()] }))).toBe(true);
});

test.each<[string, unknown]>([
  ['another format', { ...pack(), format: 'rules' }],
  ['no name', { ...pack(), name: undefined }],
  ['a key too many', { ...pack(), files: [] }],
  ['no sources', pack({ add: [newRule({ sources: [] })] })],
  [
    'an unknown group',
    pack({ add: [newRule({ appliesTo: { entity: ['x'], filing: ['first'], service: ['app'] } })] }),
  ],
  ['an unknown subject', pack({ add: [newRule({ subject: 'x' })] })],
  ['an unknown check', pack({ add: [newRule({ check: { name: 'x', params: {} } })] })],
  [
    'an unknown parameter',
    pack({ add: [newRule({ check: { name: 'materialRequired', params: { x: 1 } } })] }),
  ],
  ['an unknown material', pack({ add: [newRule({ materials: ['x'] })] })],
  ['an end without its reason', { ...pack(), end: [{ id: 'national-sms', validTo: '2026-12-31' }] }],
])('it refuses what importing refuses: %s', (_what, value) => {
  const json: unknown = JSON.parse(JSON.stringify(value));
  expect(isValid(json)).toBe(false);
  expect(mistakes(json)).not.toEqual([]);
});

test('every key of a pack and of a rule says what it is for', () => {
  type Properties = Record<string, { description?: string; const?: unknown }>;
  const { properties, $defs } = schema as {
    properties: Properties;
    $defs: { rule: { properties: Properties } };
  };
  const all = Object.entries({ ...properties, ...$defs.rule.properties });
  expect(all.length).toBeGreaterThan(25);
  expect(all.filter(([, key]) => key.const === undefined && !key.description).map(([name]) => name)).toEqual(
    [],
  );
});
