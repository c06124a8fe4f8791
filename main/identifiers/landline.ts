import { checkMobile } from './mobile.ts';
import { problem, respelled, toHalfWidth, type Problem } from './problem.ts';

/** Three digits for the big cities, four elsewhere. */
const AREA_CODE = /^0(10|2[0-57-9]|[3-9]\d\d)/;

/** `(010) 8765 4321 转 123` -> `010-87654321-123`; `+86 10 87654321` -> `01087654321`; the providers' own `086-` is kept. */
export function spellLandline(text: string): string {
  return toHalfWidth(text)
    .replace(/^\s*(?:\+|00)86[\s-]*\(?0?/, '0')
    .replace(/转|分机|ext\.?/gi, '-')
    .replace(/[()（）—–－]/g, '-')
    .replace(/\s+/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A number of 7 or 8 digits with its area code and, perhaps, an extension; several are parted by `;`. */
export function checkLandline(text: string): Problem[] {
  const spelled = toHalfWidth(text).split(';').map(spellLandline).join(';');
  return [...respelled(text, spelled), ...spelled.split(';').flatMap(checkOne)];
}

function checkOne(text: string): Problem[] {
  const foreign = [...text].find((c) => !/[\d-]/.test(c));
  if (foreign !== undefined) return [problem('landline.character', { character: foreign })];
  const number = text.replace(/^0?86-/, '');
  if (/^1\d{10}$/.test(number) && checkMobile(number).length === 0)
    return [problem('landline.is-mobile', {}, 'warning')];
  if (/^[2-9]\d{6,7}(-\d+)?$/.test(number)) return [problem('landline.no-area-code', {})];
  const area = AREA_CODE.exec(number)?.[0];
  if (area === undefined)
    return [problem('landline.area-code', { found: number.split('-')[0]!.slice(0, 4) })];
  const [subscriber = '', ...extension] = number.slice(area.length).replace(/^-/, '').split('-');
  const isComplete = area.length === 3 ? /^[2-9]\d{7}$/.test(subscriber) : /^[2-9]\d{6,7}$/.test(subscriber);
  if (!isComplete || extension.length > 1)
    return [
      problem('landline.number', { digits: subscriber.length, expected: area.length === 3 ? '8' : '7–8' }),
    ];
  return [];
}
