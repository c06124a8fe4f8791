import type { FieldNote } from '../components/field.ts';

/** What the fields of a record need to know and to tell. Paths are those of the contract: `entity.name`. */
export interface Form {
  readonly readOnly: boolean;
  value(path: string): unknown;
  note(path: string): FieldNote | null;
  /** Text on its way: saved a moment later. */
  type(path: string, value: unknown): void;
  /** A choice: saved at once. */
  choose(path: string, value: unknown): void;
  /** The person left the field: what it holds is saved at once. */
  leave(path: string): void;
}

export function textAt(form: Form, path: string): string | null {
  const value = form.value(path);
  return typeof value === 'string' ? value : null;
}

export function listAt(form: Form, path: string): string[] {
  const value = form.value(path);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** `主体备注（…）` shows its bracket as a hint, not as part of the label. */
export function splitLabel(name: string): { label: string; hint: string | undefined } {
  const parts = /^(.+?)\s*[（(](.+)[）)]\s*$/.exec(name);
  if (!parts?.[1] || !parts[2]) return { label: name, hint: undefined };
  return { label: parts[1], hint: parts[2].charAt(0).toUpperCase() + parts[2].slice(1) };
}

/** Puts the cursor into the field of a path, and makes sure it is seen. */
export function focusField(path: string) {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
  const control = field?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]');
  field?.scrollIntoView({ block: 'center' });
  control?.focus();
}
