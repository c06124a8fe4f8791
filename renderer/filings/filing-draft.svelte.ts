import type { Dossier, Filing, Input } from '../../preload/contract/index.ts';
import type { NewFiling } from './filings-section.svelte.ts';

/** What somebody is about to do: put something online, change what is filed, or end it. */
export type Purpose = 'online' | 'change' | 'end';

/** What the dialog of a filing holds until it is confirmed. */
export class FilingDraft {
  type = $state<string | null>(null);
  /** The person chose the type; advice no longer changes it. */
  typeChosen = $state(false);
  serviceIds = $state<string[]>([]);
  provider = $state<string | null>(null);
  plannedSubmissionOn = $state<string | null>(null);
  /** `null` also for a draft, which has no limits to count. */
  stateSince = $state<string | null>(null);
  purpose = $state<Purpose>('online');
  /** Fact keys. */
  changedFields = $state<string[]>([]);
  cancelReason = $state<string | null>(null);
  /** To the questions of an advice, by their ids. */
  answers = $state<Record<string, string>>({});
  /** Confirmed without a type: said beside the field. */
  typeMissing = $state(false);

  /** For a new filing of an entity: the type that fits it, and its only service. */
  begin(dossier: Dossier, provider: string | null): void {
    this.type = dossier.entity.licenceNumber ? 'new-service' : 'first';
    this.typeChosen = false;
    this.serviceIds = dossier.services.length === 1 ? dossier.services.map((service) => service.id) : [];
    this.provider = provider;
    this.plannedSubmissionOn = null;
    this.stateSince = null;
    this.purpose = 'online';
    this.changedFields = [];
    this.cancelReason = null;
    this.answers = {};
    this.typeMissing = false;
  }

  take(filing: Filing): void {
    this.type = filing.type;
    this.typeChosen = true;
    this.serviceIds = [...filing.serviceIds];
    this.provider = filing.provider;
    this.plannedSubmissionOn = filing.plannedSubmissionOn;
    this.stateSince = filing.stateSince;
    this.purpose = purposeOf(filing.type);
    this.changedFields = [...filing.changedFields];
    this.cancelReason = filing.cancelReason;
    this.answers = {};
    this.typeMissing = false;
  }

  toggleService(serviceId: string): void {
    this.serviceIds = toggled(this.serviceIds, serviceId);
  }

  toggleChange(field: string): void {
    this.changedFields = toggled(this.changedFields, field);
  }

  choose(type: string | null): void {
    this.type = type;
    this.typeChosen = true;
  }

  /** Takes the advised type over unless the person has chosen one. */
  follow(advised: string): void {
    if (!this.typeChosen && advised !== 'none') this.type = advised;
  }

  /** Takes the advised type over after all, and follows from now on. */
  takeAdvice(advised: string): void {
    this.typeChosen = false;
    this.follow(advised);
  }

  /** What is to be advised on. @param reason stands for a reason that is not given yet */
  question(reason: string): Omit<Input<'filings.advise'>, 'dossierId'> {
    const { serviceIds, provider, plannedSubmissionOn, purpose, changedFields, cancelReason, answers } = this;
    const isChange = purpose === 'change';
    return {
      serviceIds: [...serviceIds],
      provider,
      plannedSubmissionOn,
      changedFields: isChange && changedFields.length === 0 ? null : isChange ? [...changedFields] : [],
      cancelReason: purpose === 'end' ? cancelReason?.trim() || reason : null,
      answers: { ...answers },
    };
  }

  /** The filing as wanted, or `null` while the type is missing, which is then shown. */
  complete(): NewFiling | null {
    const { type, serviceIds, provider, plannedSubmissionOn, purpose, changedFields, cancelReason } = this;
    this.typeMissing = type === null;
    if (type === null) return null;
    return {
      type,
      serviceIds,
      provider,
      plannedSubmissionOn,
      changedFields: purpose === 'change' ? changedFields : [],
      cancelReason: purpose === 'end' ? cancelReason?.trim() || null : null,
    };
  }
}

function purposeOf(type: string): Purpose {
  if (type.startsWith('change-')) return 'change';
  return type.startsWith('cancel-') ? 'end' : 'online';
}

const toggled = (list: string[], item: string): string[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
