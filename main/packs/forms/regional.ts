import { factText, type PackInput } from '../input.ts';
import type { TableRow } from './form.ts';
import { factRow, ipText } from './who.ts';

export function regionalTitle(input: PackInput, material: string): string | null {
  return input.regionalForms[material]?.title ?? null;
}

/** Said in the sentences or the table of every form. */
const alwaysShown = ['网站名称', '域名', '仅作门户或只售自营产品', '无第三方商家入驻和第三方付款'];

/** What the region wants to see beyond the usual; a row stays empty for what only a person knows. */
export function regionalRows(input: PackInput, material: string): TableRow[] {
  const fields = input.regionalForms[material]?.fields ?? [];
  return fields.filter((field) => !alwaysShown.includes(field)).map((field) => rowOf(input, field));
}

function rowOf(input: PackInput, field: string): TableRow {
  if (field === '网站内容') return factRow(input, field, 'service.plannedUse', 14);
  if (field === '主营业务') {
    // The scope of a licence has hundreds of characters: the business that matters is written by hand.
    const scope = factText(input.factsFile.facts, 'entity.businessScope');
    return {
      label: field,
      value: scope.length <= 120 ? scope : '',
      field: 'entity.businessScope',
      height: 16,
    };
  }
  if (field === '解析IP') return { label: field, value: ipText(input), field: 'access.ipRanges' };
  return { label: field, value: '', field };
}
