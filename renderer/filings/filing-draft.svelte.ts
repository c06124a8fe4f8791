import type { Dossier, Filing } from '../../preload/contract/index.ts';

/** What the dialog of a filing holds until it is confirmed. */
export class FilingDraft {
  type = $state<string | null>(null);
  serviceIds = $state<string[]>([]);
  provider = $state<string | null>(null);
  plannedSubmissionOn = $state<string | null>(null);
  /** `null` also for a draft, which has no limits to count. */
  stateSince = $state<string | null>(null);
  /** Confirmed without a type: said beside the field. */
  typeMissing = $state(false);

  /** For a new filing of an entity: the type that fits it, and its only service. */
  begin(dossier: Dossier, provider: string | null): void {
    this.type = dossier.entity.licenceNumber ? 'new-service' : 'first';
    this.serviceIds = dossier.services.length === 1 ? dossier.services.map((service) => service.id) : [];
    this.provider = provider;
    this.plannedSubmissionOn = null;
    this.stateSince = null;
    this.typeMissing = false;
  }

  take(filing: Filing): void {
    this.type = filing.type;
    this.serviceIds = [...filing.serviceIds];
    this.provider = filing.provider;
    this.plannedSubmissionOn = filing.plannedSubmissionOn;
    this.stateSince = filing.stateSince;
    this.typeMissing = false;
  }

  toggleService(serviceId: string): void {
    this.serviceIds = this.serviceIds.includes(serviceId)
      ? this.serviceIds.filter((id) => id !== serviceId)
      : [...this.serviceIds, serviceId];
  }

  /** The filing as wanted, or `null` while the type is missing, which is then shown. */
  complete() {
    const { type, serviceIds, provider, plannedSubmissionOn } = this;
    this.typeMissing = type === null;
    return type === null ? null : { type, serviceIds, provider, plannedSubmissionOn };
  }
}
