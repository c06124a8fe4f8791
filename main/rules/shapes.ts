import { AppError } from '../errors.ts';

/**
 * What a value of the facts file may be. One description serves the parser and the published JSON Schema, so that the
 * two are equally strict.
 */
export type Shape =
  | { is: 'any' }
  | { is: 'string' | 'boolean' }
  /** Zero or more. */
  | { is: 'integer' }
  /** `rule`: kind of the broken rule in `input.invalid`. */
  | { is: 'pattern'; pattern: string; rule: string }
  | { is: 'known'; values: string[] }
  | { is: 'either'; shapes: Shape[] }
  | { is: 'array'; items: Shape }
  | { is: 'object'; keys: Record<string, Shape>; required: string[]; isOpen: boolean }
  | { is: 'nullable'; shape: Shape };

const TYPE_NAMES = { string: 'string', boolean: 'boolean' } as const;

function invalid(field: string, rule: string): never {
  throw new AppError('input.invalid', { field, rule });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fits(shape: Shape, value: unknown): boolean {
  try {
    requireShape(shape, value, '');
    return true;
  } catch {
    return false;
  }
}

/**
 * Passes when `value` has the shape.
 *
 * @throws AppError `input.invalid` or `input.unknown-value`, naming the deepest field that is wrong
 */
export function requireShape(shape: Shape, value: unknown, field: string): void {
  switch (shape.is) {
    case 'any':
      return;
    case 'string':
    case 'boolean':
      if (typeof value !== TYPE_NAMES[shape.is]) invalid(field, shape.is);
      return;
    case 'integer':
      if (!Number.isInteger(value) || (value as number) < 0) invalid(field, 'integer');
      return;
    case 'pattern':
      if (typeof value !== 'string') invalid(field, 'string');
      if (!new RegExp(shape.pattern, 'u').test(value)) invalid(field, shape.rule);
      return;
    case 'known':
      if (typeof value !== 'string') invalid(field, 'string');
      if (!shape.values.includes(value))
        throw new AppError('input.unknown-value', { field, value, known: shape.values });
      return;
    case 'either':
      if (!shape.shapes.some((one) => fits(one, value))) invalid(field, 'type');
      return;
    case 'array':
      if (!Array.isArray(value)) invalid(field, 'array');
      value.forEach((item, i) => requireShape(shape.items, item, `${field}[${i}]`));
      return;
    case 'nullable':
      if (value !== null) requireShape(shape.shape, value, field);
      return;
    case 'object':
      if (!isObject(value)) invalid(field, 'object');
      return requireObject(shape, value, field);
  }
}

function requireObject(
  { keys, required, isOpen }: Extract<Shape, { is: 'object' }>,
  value: Record<string, unknown>,
  field: string,
): void {
  const path = (key: string): string => (field === '' ? key : `${field}.${key}`);
  for (const key of required) if (!Object.hasOwn(value, key)) invalid(path(key), 'required');
  for (const [key, x] of Object.entries(value)) {
    const shape = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (shape) requireShape(shape, x, path(key));
    else if (!isOpen) invalid(path(key), 'known');
  }
}

export type JsonSchema = Record<string, unknown>;

/** The same shape as JSON Schema 2020-12. */
export function jsonSchemaOf(shape: Shape): JsonSchema {
  switch (shape.is) {
    case 'any':
      return {};
    case 'string':
    case 'boolean':
      return { type: shape.is };
    case 'integer':
      return { type: 'integer', minimum: 0 };
    case 'pattern':
      return { type: 'string', pattern: shape.pattern };
    case 'known':
      return { enum: shape.values };
    case 'either':
      return { anyOf: shape.shapes.map(jsonSchemaOf) };
    case 'array':
      return { type: 'array', items: jsonSchemaOf(shape.items) };
    case 'nullable':
      return nullable(jsonSchemaOf(shape.shape));
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(shape.keys).map(([key, x]) => [key, jsonSchemaOf(x)])),
        ...(shape.required.length > 0 ? { required: shape.required } : {}),
        additionalProperties: shape.isOpen,
      };
  }
}

function nullable(schema: JsonSchema): JsonSchema {
  if (Object.keys(schema).length === 0) return schema;
  if (Array.isArray(schema['enum'])) return { ...schema, enum: [...schema['enum'], null] };
  if (typeof schema['type'] === 'string') return { ...schema, type: [schema['type'], 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}
