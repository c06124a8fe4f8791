import type { Form } from './form.ts';

/**
 * A form over the inside of one saved value, e.g. a list of accesses: its fields have paths below `root`, and any
 * change saves the whole value at `root`.
 */
export function inside(form: Form, root: string): Form {
  const keysOf = (path: string) => path.slice(root.length + 1).split('.');
  return {
    get readOnly() {
      return form.readOnly;
    },
    value: (path) => keysOf(path).reduce<unknown>(read, form.value(root)),
    note: (path) => form.note(path),
    type: (path, value) => form.type(root, withValue(form.value(root), keysOf(path), value)),
    choose: (path, value) => form.choose(root, withValue(form.value(root), keysOf(path), value)),
    leave: () => form.leave(root),
  };
}

function read(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[key] : undefined;
}

/** A copy of `holder` in which the value at `keys` is another. */
export function withValue(holder: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...deeper] = keys;
  if (key === undefined) return value;
  if (Array.isArray(holder))
    return holder.map((item: unknown, index) =>
      String(index) === key ? withValue(item, deeper, value) : item,
    );
  return { ...(holder as object), [key]: withValue(read(holder, key), deeper, value) };
}
