import type { Rule } from '../rules/schema.ts';

/** What the rules in force say of a form: how it is called, what it has to show, and whether words are copied by hand. */
export interface RegionalForm {
  title: string | null;
  fields: string[];
  isHandCopied: boolean;
}

/** By material. Where several rules speak of one form, the first that names something has its way. */
export function regionalForms(rules: Rule[]): Record<string, RegionalForm> {
  const forms: Record<string, RegionalForm> = {};
  for (const { check } of rules) {
    const params = check?.params ?? {};
    const said: RegionalForm = {
      title: typeof params['template'] === 'string' ? titleOf(params['template']) : null,
      fields: strings(params['formFields']),
      isHandCopied: params['handwritten'] === true,
    };
    for (const material of [...strings(params['materials']), ...strings(params['commitmentMaterials'])]) {
      const before = forms[material];
      forms[material] = {
        title: before?.title ?? said.title,
        fields: before?.fields.length ? before.fields : said.fields,
        isHandCopied: (before?.isHandCopied ?? false) || said.isHandCopied,
      };
    }
  }
  return forms;
}

/** Without the note in brackets; of alternatives the one that fits everywhere stands last. */
function titleOf(template: string): string {
  return template
    .split(' / ')
    .at(-1)!
    .replace(/（[^）]*）$/, '');
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
