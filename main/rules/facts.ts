import type { FactsFile } from '../../preload/contract/index.ts';
import type { RuleBook } from './book.ts';
import { entityCodes, entityGroupOf, filingTypes, regionCodes, serviceTypes } from './codes.ts';
import { FACT_ITEMS, type ItemKey } from './fact-items.ts';
import type { Fact } from './data-schema.ts';
import { jsonSchemaOf, requireShape, type JsonSchema, type Shape } from './shapes.ts';

/** A day of the calendar, leap years included, so that the JSON Schema can say it too. */
const DAY =
  '(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))' +
  '|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)';
const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)';

const day: Shape = { is: 'pattern', pattern: `^${DAY}$`, rule: 'iso_date' };
const dateTime: Shape = { is: 'pattern', pattern: `^${DAY}T${CLOCK}$`, rule: 'iso_timestamp' };
const regionCode: Shape = { is: 'pattern', pattern: '^[1-9]\\d{5}$', rule: 'region_code' };
const string: Shape = { is: 'string' };
const anObject: Shape = { is: 'object', keys: {}, required: [], isOpen: true };

function listIds(book: RuleBook, name: string): string[] {
  const list = book.enumerations[name];
  return Array.isArray(list) ? list.map((item: { id: string }) => item.id) : [];
}

function itemShape(book: RuleBook, key: ItemKey): Shape {
  switch (key.type) {
    case 'date':
      return day;
    case 'stringArray':
      return { is: 'array', items: string };
    case 'enum':
      return {
        is: 'known',
        values: [
          ...(key.isMaterial ? book.materials.keys() : []),
          ...(key.enumeration ? listIds(book, key.enumeration) : []),
          ...(key.values ?? []),
        ],
      };
    default:
      return { is: key.type };
  }
}

function itemsShape(book: RuleBook, fact: string): Shape {
  const keys = FACT_ITEMS[fact] ?? {};
  const required = Object.keys(keys).filter((key) => keys[key]?.isRequired);
  return {
    is: 'object',
    keys: Object.fromEntries(
      Object.entries(keys).map(([key, item]) => {
        const shape = itemShape(book, item);
        return [key, item.isRequired ? shape : { is: 'nullable', shape }];
      }),
    ),
    required,
    isOpen: true,
  };
}

function factShape(book: RuleBook, fact: Fact): Shape {
  if (fact.id === 'order.region') return { is: 'known', values: regionCodes(book) };
  switch (fact.type) {
    case 'string':
    case 'boolean':
    case 'integer':
      return { is: fact.type };
    case 'date':
      return day;
    case 'dateTime':
      return dateTime;
    case 'regionCode':
      return regionCode;
    case 'enum':
      return { is: 'known', values: listIds(book, fact.enumeration!) };
    case 'enumArray':
      return { is: 'array', items: { is: 'known', values: listIds(book, fact.enumeration!) } };
    case 'stringArray':
      return { is: 'array', items: string };
    case 'objectArray':
      return { is: 'array', items: itemsShape(book, fact.id) };
    case 'object':
      return anObject;
    // A path or measured facts; the picture itself is never inside.
    case 'image':
      return { is: 'either', shapes: [string, anObject] };
    // Whether one is kept, or its name in the keychain.
    case 'secret':
      return { is: 'either', shapes: [{ is: 'boolean' }, string] };
    case 'external':
      return { is: 'any' };
  }
}

/** Thousands of facts files may come in one run. */
const envelopes = new WeakMap<RuleBook, Shape>();

function envelope(book: RuleBook): Shape {
  const shape = envelopes.get(book) ?? makeEnvelope(book);
  envelopes.set(book, shape);
  return shape;
}

function makeEnvelope(book: RuleBook): Shape {
  const known = (values: Iterable<string>): Shape => ({ is: 'known', values: [...values] });
  return {
    is: 'object',
    keys: {
      region: known(regionCodes(book)),
      entityGroup: known(entityCodes(book)),
      filing: known(filingTypes(book)),
      service: known(serviceTypes(book)),
      provider: { is: 'nullable', shape: known(book.providers.keys()) },
      on: day,
      facts: {
        is: 'object',
        keys: Object.fromEntries(
          [...book.facts.values()].map((fact) => [fact.id, { is: 'nullable', shape: factShape(book, fact) }]),
        ),
        required: [],
        isOpen: false,
      },
    },
    required: ['region', 'entityGroup', 'service', 'facts'],
    isOpen: false,
  };
}

/**
 * One facts file. The id of a nature in `entityGroup` becomes its group. Nothing is asked of the facts beyond their
 * types: what is absent stays unknown.
 *
 * @throws AppError `input.invalid` or `input.unknown-value`, the field being the key: `entity.nature`, `documents[0].owner`
 */
export function parseFactsFile(book: RuleBook, json: unknown): FactsFile {
  const { keys, ...shape } = envelope(book) as Extract<Shape, { is: 'object' }>;
  const { facts, ...rest } = keys;
  requireShape({ ...shape, keys: { ...rest, facts: anObject } }, json, '');
  const file = json as FactsFile;
  // Facts are named by their keys alone, which is what people look for.
  requireShape(facts!, file.facts, '');
  return { ...file, entityGroup: entityGroupOf(book, 'entityGroup', file.entityGroup) };
}

/** The facts file as JSON Schema 2020-12, made from the same shapes that `parseFactsFile` enforces. */
export function factsJsonSchema(book: RuleBook): JsonSchema {
  const schema = jsonSchemaOf(envelope(book));
  const properties = schema['properties'] as Record<string, JsonSchema>;
  const facts = properties['facts']!['properties'] as Record<string, JsonSchema>;
  for (const fact of book.facts.values())
    facts[fact.id] = { title: fact.name.en, description: fact.name['zh-CN'], ...facts[fact.id] };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Beian facts file',
    description: 'An absent key is unknown; null is known to be none.',
    ...schema,
  };
}
