import type {
  Bilingual,
  Facts,
  FactsFile,
  Finding,
  MaterialDemand,
  PackManifest,
  PackWaiver,
  PackOptions,
  Unchecked,
} from '../../preload/contract/index.ts';
import { packIn } from '../rule-packs/overlay.ts';
import type { Material, Provider, RuleBook } from '../rules/book.ts';
import { natureIn } from '../rules/evaluate.ts';
import type { Rule } from '../rules/schema.ts';
import { selectRules } from '../rules/select.ts';
import { watermarkPolicy, type WatermarkPolicy } from '../rules/watermark.ts';
import type { FontFiles } from './fonts.ts';
import { regionalForms, type RegionalForm } from './regional-forms.ts';

/** A file that goes into the pack. The file is only read. */
export interface PackDocument {
  /** Absolute path. */
  file: string;
  fileName: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  /** `null` while nobody has said what it is: such a file is left out and reported. */
  material: string | null;
  owner: string | null;
  attachmentId: string | null;
  issuedOn: string | null;
  /** What the inspection has found in an image with this hash; then it is not decoded to see that again. */
  inspected?: InspectedPage[];
}

/** One page of an image as it stands upright. */
export interface InspectedPage {
  widthPx: number;
  heightPx: number;
  isColour: boolean;
}

export interface PackDemand extends MaterialDemand {
  /** Set where a filing has several services and each needs a document of its own. */
  service?: { id: string; name: string };
}

export interface PackEvaluation {
  findings: Finding[];
  materials: PackDemand[];
  unchecked: Unchecked[];
}

/** The part of the rule book that pages are made of. */
export interface PackCatalogue {
  materials: Record<string, PackMaterial>;
  regions: Record<string, { name: Bilingual; authority: Bilingual }>;
  filingTypes: Record<string, Bilingual>;
  serviceTypes: Record<string, Bilingual>;
  certificateTypes: Record<string, Bilingual>;
  personIdTypes: Record<string, Bilingual>;
}

export type PackMaterial = Pick<
  Material,
  'name' | 'kind' | 'origin' | 'copies' | 'colour' | 'validity' | 'signature' | 'seal' | 'originalByCourier'
>;

export type ProviderProfile = Pick<Provider, 'id' | 'name' | 'files' | 'verificationForm'>;

export interface OfficialInterface extends Pick<
  RuleBook['packLimits']['officialInterface'],
  'provider' | 'kinds' | 'materials'
> {
  files: Provider['files'];
}

/** Everything a pack is made of; structured-cloneable. The same input gives the same bytes. */
export interface PackInput {
  factsFile: FactsFile;
  /** Of a stored filing: its forms carry a code by which their signed scans are recognised. */
  filingId?: string;
  evaluation: PackEvaluation;
  documents: PackDocument[];
  /** What a person has set aside; absent where there is no filing to keep it. */
  waivers?: PackWaiver[];
  /** The rules that ask for a material, for the manifest. */
  ruleIdsByMaterial: Record<string, string[]>;
  /** An incomplete pack is allowed; every page says that it is a draft. */
  draft: boolean;
  options: PackOptions;
  /** Day of the pack, `YYYY-MM-DD`: the only date in it. */
  on: string;
  fonts: FontFiles;
  catalogue: PackCatalogue;
  /** `null`: none chosen, or nothing known about it. */
  provider: ProviderProfile | null;
  /** Limits where the provider has published none. */
  offlineTargets: RuleBook['offlineTargets'];
  /** The pack of rules it is judged by; `null`: the built-in ones. */
  rulePack: PackManifest['rulePack'];
  /** `null`: no rule in force accepts one. */
  watermarkPolicy: WatermarkPolicy | null;
  legibility: RuleBook['packLimits']['legibility'];
  /** What the official interface takes, to which providers compress every picture again. */
  official: OfficialInterface;
  /** What the rules in force say of printed forms, by material. */
  regionalForms: Record<string, RegionalForm>;
}

type FromBook =
  | 'rulePack'
  | 'catalogue'
  | 'provider'
  | 'offlineTargets'
  | 'ruleIdsByMaterial'
  | 'watermarkPolicy'
  | 'legibility'
  | 'official'
  | 'regionalForms';

/** Fills in from the rule book what every host fills in alike. */
export function packInput(book: RuleBook, rest: Omit<PackInput, FromBook>): PackInput {
  const provider = book.providers.get(rest.factsFile.provider ?? '');
  const rules = rulesOf(book, rest);
  return {
    ...rest,
    catalogue: packCatalogue(book),
    provider: provider
      ? {
          id: provider.id,
          name: provider.name,
          files: provider.files,
          ...(provider.verificationForm ? { verificationForm: provider.verificationForm } : {}),
        }
      : null,
    offlineTargets: book.offlineTargets,
    rulePack: packIn(book),
    watermarkPolicy: watermarkPolicy(book, { on: rest.on, provider: rest.factsFile.provider ?? null }, rules),
    legibility: book.packLimits.legibility,
    official: officialInterface(book),
    regionalForms: regionalForms(rules),
    ruleIdsByMaterial: ruleIdsByMaterial(rest.evaluation.materials),
  };
}

function officialInterface(book: RuleBook): OfficialInterface {
  const { provider, kinds, materials } = book.packLimits.officialInterface;
  return { provider, kinds, materials, files: book.providers.get(provider)!.files };
}

function rulesOf(book: RuleBook, { factsFile, on }: Pick<PackInput, 'factsFile' | 'on'>): Rule[] {
  const { region, entityGroup, filing, service, facts } = factsFile;
  const entityNature = natureIn(facts);
  return selectRules(book, { region, entityGroup, filing: filing ?? '', service, on, entityNature });
}

function ruleIdsByMaterial(demands: MaterialDemand[]): Record<string, string[]> {
  const ids: Record<string, string[]> = {};
  for (const demand of demands) {
    for (const material of [demand.material, ...demand.alternatives]) {
      ids[material] = [...new Set([...(ids[material] ?? []), ...demand.ruleIds])].sort();
    }
  }
  return ids;
}

export function packCatalogue(book: RuleBook): PackCatalogue {
  const names = (items: Iterable<{ id: string; name: Bilingual }>) =>
    Object.fromEntries([...items].map(({ id, name }) => [id, name]));
  return {
    materials: Object.fromEntries([...book.materials.values()].map((material) => [material.id, material])),
    regions: Object.fromEntries(
      book.enumerations.regions.map(({ code, name, authority }) => [code, { name, authority }]),
    ),
    filingTypes: names(book.enumerations.filingTypes),
    serviceTypes: names(book.enumerations.serviceTypes),
    certificateTypes: names(book.enumerations.certificateTypes),
    personIdTypes: names(book.enumerations.personIdTypes),
  };
}

/** A fact as text; empty while unknown or known to be none. */
export function factText(facts: Facts, key: string): string {
  const value = facts[key];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

export interface PersonFacts {
  name: string;
  idType: string;
  idNumber: string;
  position: string;
  origin: string;
}

export function personFacts(
  facts: Facts,
  role: 'legalRepresentative' | 'principal' | 'serviceOwner',
): PersonFacts {
  const of = (key: string) => factText(facts, `${role}.${key}`);
  return {
    name: of('name'),
    idType: of('idType'),
    idNumber: of('idNumber'),
    position: of('position'),
    origin: of('origin'),
  };
}

/** The websites or apps of this order; the service of the facts when the order lists none. */
export function servicesOf(facts: Facts): { name: string; domains: string[] }[] {
  const own = {
    name: factText(facts, 'service.name') || factText(facts, 'app.name'),
    domains: [factText(facts, 'domain.name') || factText(facts, 'service.domain')].filter(Boolean),
  };
  const listed = Array.isArray(facts['order.services']) ? (facts['order.services'] as unknown[]) : [];
  const services = listed.flatMap((item) => {
    if (typeof item !== 'object' || item === null) return [];
    const { name, domain, domains } = item as { name?: unknown; domain?: unknown; domains?: unknown };
    const all = [domain, ...(Array.isArray(domains) ? domains : [])].filter((x) => typeof x === 'string');
    return [{ name: typeof name === 'string' ? name : '', domains: [...new Set(all as string[])] }];
  });
  return services.length > 0 ? services : [own];
}

export function isIndividual(input: PackInput): boolean {
  return (
    input.factsFile.entityGroup === 'individual' || input.factsFile.facts['entity.nature'] === 'individual'
  );
}
