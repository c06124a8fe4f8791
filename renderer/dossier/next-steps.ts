import type { Dossier } from '../../preload/contract/index.ts';
import type { DossierSection } from '../router.svelte.ts';

/** One thing to do next, and where. `name`: the service it is about. */
export interface NextStep {
  what:
    | 'code'
    | 'name'
    | 'region'
    | 'legal-representative'
    | 'principal'
    | 'service'
    | 'owner'
    | 'domain'
    | 'provider'
    | 'filing'
    | 'walk';
  section: DossierSection;
  part: string | null;
  /** Field to put the cursor into. */
  field: string | null;
  name: string | null;
}

/** What a dossier still needs, in the order a person would do it. */
export function nextSteps(dossier: Dossier, openFilingId: string | null): NextStep[] {
  const { entity, services } = dossier;
  const step = (what: NextStep['what'], section: DossierSection, more: Partial<NextStep> = {}): NextStep => ({
    what,
    section,
    part: null,
    field: null,
    name: null,
    ...more,
  });
  const steps: NextStep[] = [];
  if (!entity.certificate.number) steps.push(step('code', 'details', { field: 'entity.certificate.number' }));
  if (!entity.name) steps.push(step('name', 'details', { field: 'entity.name' }));
  if (!entity.region) steps.push(step('region', 'details', { field: 'entity.region' }));
  const isIndividual = entity.group === 'individual';
  if (!dossier.legalRepresentative && !isIndividual)
    steps.push(step('legal-representative', 'people', { field: 'roles.legal-representative' }));
  if (!dossier.principal) steps.push(step('principal', 'people', { field: 'roles.principal' }));
  if (services.length === 0) steps.push(step('service', 'services'));
  for (const service of services) {
    const here = { part: service.id, name: service.name };
    const root = `services.${service.id}`;
    if (!service.owner) steps.push(step('owner', 'services', { ...here, field: `${root}.owner` }));
    if (service.type === 'website' && !service.domain.name)
      steps.push(step('domain', 'services', { ...here, field: `${root}.domain.name` }));
    if (!service.accesses.some((access) => access.provider))
      steps.push(step('provider', 'services', { ...here, field: `${root}.accesses` }));
  }
  if (openFilingId) steps.push(step('walk', 'filings', { part: openFilingId }));
  else if (services.length > 0 && services.some((service) => !service.licenceNumber))
    steps.push(step('filing', 'filings'));
  return steps;
}
