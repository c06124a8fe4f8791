import type { Finding } from '../../preload/contract/index.ts';
import { isPrintable } from './forms/index.ts';
import type { PackDemand, PackInput } from './input.ts';

/**
 * What an unattached material means for the pack: it stops it (`missing`), is printed in it for signature (`to-sign`),
 * is done in the provider's own procedure (`elsewhere`), would be good to have (`recommended`), or needs no paper.
 */
export type DemandState = 'missing' | 'to-sign' | 'elsewhere' | 'recommended' | 'settled';

export interface OpenDemand {
  demand: PackDemand;
  state: DemandState;
}

/** The demands that nothing attached answers. The rules' findings know what a person has set aside. */
export function openDemands(input: PackInput): OpenDemand[] {
  return input.evaluation.materials
    .filter((demand) => !demand.attached)
    .map((demand) => ({ demand, state: stateOf(input, demand) }));
}

function stateOf(input: PackInput, demand: PackDemand): DemandState {
  const { findings } = input.evaluation;
  const own = findings.filter((finding) => isAbout(finding, demand));
  const told = own.length > 0 ? own : findings.filter(({ ruleId }) => demand.ruleIds.includes(ruleId));
  if (told.length > 0 && told.every(({ severity }) => severity === 'info')) return 'settled';
  if (isPrintable(demand.material)) return 'to-sign';
  const origins = [demand.material, ...demand.alternatives].map(
    (id) => input.catalogue.materials[id]?.origin,
  );
  if (origins.every((origin) => origin === 'data-entry')) return 'settled';
  if (origins.includes('performed-elsewhere')) return 'elsewhere';
  const isMild = told.length > 0 && told.every(({ severity }) => severity !== 'error');
  return demand.required && !isMild ? 'missing' : 'recommended';
}

/** Whether a finding says no more than that the demanded material is not there. */
export function isAbout({ ruleId, path, params }: Finding, demand: PackDemand): boolean {
  if (!demand.ruleIds.includes(ruleId) || path !== 'documents') return false;
  const { materials, owner, serviceId } = params;
  if (owner !== undefined && owner !== demand.owner) return false;
  if (serviceId !== undefined && serviceId !== demand.service?.id) return false;
  return String(materials ?? '') === String([demand.material, ...demand.alternatives]);
}
