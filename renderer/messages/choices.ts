import type { Bilingual, Catalogue } from '../../preload/contract/index.ts';
import type { Option } from '../components/field.ts';
import { say } from './language.svelte.ts';
import { provinceOf } from './names.ts';

/** A list of the catalogue as choices, in its own order. Both languages can be searched for. */
export function optionsOf(items: readonly { id: string; name: Bilingual }[] | undefined): Option[] {
  return (items ?? []).map(({ id, name }) => ({
    value: id,
    label: say(name),
    keywords: `${name['zh-CN']} ${name.en}`,
  }));
}

/** What a region's badge needs; both `null` while the region is unknown. */
export function badgeOf(catalogue: Catalogue | null, region: string | null) {
  const province = provinceOf(catalogue, region);
  return { prefix: province?.licencePrefix ?? null, name: province ? say(province.name) : null };
}
