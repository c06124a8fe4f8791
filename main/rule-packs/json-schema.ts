import { toJsonSchema } from '@valibot/to-json-schema';
import type { RuleBook } from '../rules/book.ts';
import { mostOf } from '../rules/check-params.ts';
import type { CheckParam, CheckSpec } from '../rules/data-schema.ts';
import { RulePack } from './schema.ts';

type JsonSchema = Record<string, unknown>;

/**
 * Rule packs as JSON Schema 2020-12, for editors: the shape that importing enforces, with the closed lists of the
 * application and the parameters of every check. What needs other rules to be seen, such as ids, only importing tells.
 */
export function rulePackJsonSchema(book: RuleBook): JsonSchema {
  const schema = toJsonSchema(RulePack, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // A reversed interval of dates, and spaces around a text, cannot be said in JSON Schema.
    ignoreActions: ['check', 'trim'],
  }) as JsonSchema;
  const properties = schema['properties'] as Record<string, JsonSchema>;
  const rule = properties['add']!['items'] as JsonSchema;
  closeLists(rule['properties'] as Record<string, JsonSchema>, book);
  for (const list of ['add', 'replace']) properties[list]!['items'] = { $ref: '#/$defs/rule' };
  return {
    title: 'Beian rule pack',
    ...schema,
    $defs: { rule, material: { enum: [...book.materials.keys()] } },
  };
}

const material = { $ref: '#/$defs/material' };

function closeLists(rule: Record<string, JsonSchema>, book: RuleBook): void {
  const { entityGroups, filingTypes, serviceTypes, ruleSubjects, regions } = book.enumerations;
  const of = (list: { id: string }[]) => ({ enum: list.map(({ id }) => id) });
  const cases = rule['appliesTo']!['properties'] as Record<string, JsonSchema>;
  for (const [part, list] of [
    ['entity', entityGroups],
    ['filing', filingTypes],
    ['service', serviceTypes],
  ] as const)
    cases[part]!['items'] = of(list);
  Object.assign(rule['subject']!, of(ruleSubjects));
  rule['statedFor']!['items'] = of(regions);
  rule['materials']!['items'] = material;
  rule['check'] = {
    description: rule['check']!['description'],
    anyOf: [{ type: 'null' }, ...[...book.checks.values()].map(checkSchema)],
  };
}

function checkSchema({ id, meaning, params }: CheckSpec): JsonSchema {
  return {
    type: 'object',
    description: `${meaning.en} ${meaning['zh-CN']}`,
    properties: {
      name: { const: id },
      params: {
        type: 'object',
        properties: Object.fromEntries(params.map((param) => [param.id, paramSchema(param)])),
        required: params.filter((param) => param.required && param.default === undefined).map((p) => p.id),
        additionalProperties: false,
      },
    },
    required: ['name', 'params'],
    additionalProperties: false,
  };
}

function paramSchema({ name, type, unit, values, items, default: preset }: CheckParam): JsonSchema {
  const text = { type: 'string', minLength: 1 };
  const listOf = (item: JsonSchema) => ({ type: 'array', items: item, minItems: 1 });
  const shape: JsonSchema = (() => {
    switch (type) {
      case 'string':
        return text;
      case 'enum':
        return { enum: values };
      case 'enumArray':
        return listOf({ enum: values });
      case 'stringArray':
        return listOf(text);
      case 'materialArray':
        return listOf(material);
      case 'objectArray':
        return listOf({
          type: 'object',
          properties: Object.fromEntries(
            Object.entries(items ?? {}).map(([key, kind]) => [
              key,
              kind === 'stringArray'
                ? { type: 'array', items: text }
                : kind === 'string'
                  ? text
                  : { type: kind },
            ]),
          ),
          required: Object.keys(items ?? {}),
          additionalProperties: false,
        });
      case 'integer':
      case 'number':
        return { type, minimum: 0, maximum: mostOf({ unit }) };
      default:
        return { type };
    }
  })();
  return {
    description: `${name.en} ${name['zh-CN']}${unit ? ` (${unit})` : ''}`,
    ...shape,
    ...(preset !== undefined && { default: preset }),
  };
}
