import type {
  Attachment,
  DocumentView,
  DossierView,
  Failure,
  Filing,
  PickedFile,
  Walk,
  WalkItem,
  WalkStep,
} from '../../preload/contract/index.ts';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import { concerns } from '../api/concerns.ts';
import { FileIntake, type FilePurpose } from '../documents/file-intake.svelte.ts';
import { documentOwner } from './item-words.ts';
import { isOpen, itemsOfStep, nextOpen } from './walk-order.ts';

/** Where the person stopped, kept while the window lives. */
export interface WalkMemory {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

export interface AttachedDocument {
  attachment: Attachment;
  view: DocumentView | null;
}

/** Which part is shown: one of the five steps, or the pack at their end. */
export type WalkPlace = WalkStep | 'pack';

/** State of the walk of one filing. */
export class WalkPage {
  walk = $state.raw<Walk | null>(null);
  view = $state.raw<DossierView | null>(null);
  failure = $state.raw<Failure | null>(null);
  place = $state<WalkPlace>('gather');
  selectedId = $state<string | null>(null);

  readonly items = $derived(
    this.walk && this.place !== 'pack' ? itemsOfStep(this.walk.items, this.place) : [],
  );
  readonly open = $derived(this.items.filter(isOpen));
  readonly settled = $derived(this.items.filter((item) => !isOpen(item)));
  readonly selected = $derived(this.walk?.items.find((item) => item.id === this.selectedId) ?? null);
  readonly filing: Filing | null = $derived(
    this.view?.dossier.filings.find((filing) => filing.id === this.filingId) ?? null,
  );
  /** Files that belong to the selected item. */
  readonly documents: AttachedDocument[] = $derived.by(() => {
    const { view, selected } = this;
    if (!view || !selected) return [];
    return view.dossier.attachments
      .filter((attachment) => selected.attachmentIds.includes(attachment.id))
      .map((attachment) => ({
        attachment,
        view: view.documents.find((document) => document.attachmentId === attachment.id) ?? null,
      }));
  });

  readonly dossierId: string;
  readonly filingId: string;
  readonly intake: FileIntake;
  #client: Client;
  #memory: WalkMemory;

  constructor(client: Client, dossierId: string, filingId: string, memory: WalkMemory) {
    this.#client = client;
    this.dossierId = dossierId;
    this.filingId = filingId;
    this.#memory = memory;
    this.intake = new FileIntake(client, dossierId, () => {});
  }

  /**
   * Reads walk and dossier; keeps the selection, or takes it up where the person stopped. When the last thing that
   * the pack needs is done, the pack is offered.
   */
  async load(): Promise<void> {
    await this.#guard(async () => {
      const [walk, view] = await Promise.all([
        this.#client.call('checklist.get', { dossierId: this.dossierId, filingId: this.filingId }),
        this.#client.call('dossiers.get', { dossierId: this.dossierId }),
      ]);
      const before = this.walk;
      this.walk = walk;
      this.view = view;
      if (before === null) this.#resume(walk);
      else if (walk.readyForPack && !before.readyForPack) this.show('pack');
      else if (!this.selected && this.place !== 'pack') this.select(nextOpen(walk.items, null));
    });
  }

  /** Judges anew when the dossier has changed, here or elsewhere. */
  hear(event: ClientEvent): void {
    if (event.type === 'task') this.intake.follow(event.task);
    else if (concerns(event, this.dossierId)) void this.load();
  }

  select(item: WalkItem | null): void {
    this.selectedId = item?.id ?? null;
    if (item) this.place = item.step;
    this.intake.dismiss();
    this.#remember();
  }

  /** Shows a step (its first item selected) or the pack. */
  show(place: WalkPlace): void {
    this.place = place;
    this.intake.dismiss();
    this.selectedId = place === 'pack' ? null : (this.items[0]?.id ?? null);
    this.#remember();
  }

  /** Jumps to the next thing to do anywhere in the walk; to the pack when nothing is left. */
  next(): void {
    if (!this.walk) return;
    const item = nextOpen(this.walk.items, this.selectedId);
    if (item) this.select(item);
    else this.show('pack');
  }

  /** Moves the selection within the step, stopping at its ends. */
  move(by: 1 | -1): void {
    const at = this.items.findIndex((item) => item.id === this.selectedId);
    const item = this.items[Math.min(Math.max(at + by, 0), this.items.length - 1)];
    if (item) this.select(item);
  }

  attach(item: WalkItem, files: readonly PickedFile[]): Promise<void> {
    return this.intake.add(files, this.#purposeOf(item));
  }

  /** `null` takes the answer back. */
  answer(item: WalkItem, value: 'yes' | 'no' | null, note: string): Promise<void> {
    return this.#change(() =>
      this.#client.call('filings.answer', {
        dossierId: this.dossierId,
        filingId: this.filingId,
        itemId: item.id,
        value,
        note: note.trim() || null,
      }),
    );
  }

  /** `null` takes the waiver back. */
  waive({ id }: Pick<WalkItem, 'id'>, reason: string | null): Promise<void> {
    return this.#change(() =>
      this.#client.call('filings.waive', {
        dossierId: this.dossierId,
        filingId: this.filingId,
        itemId: id,
        reason,
      }),
    );
  }

  changeKind(type: string): Promise<void> {
    return this.#change(() =>
      this.#client.call('filings.update', {
        dossierId: this.dossierId,
        filingId: this.filingId,
        patch: { type },
      }),
    );
  }

  /** Goes on with the stated kind of filing, whatever speaks against it; `null` takes that back. */
  async keepKind(reason: string | null): Promise<void> {
    for (const id of this.walk?.kindNotice?.itemIds ?? []) await this.waive({ id }, reason);
  }

  async #change(call: () => Promise<DossierView>): Promise<void> {
    await this.#guard(async () => {
      this.view = await call();
      this.#client.announce({ type: 'dossier-changed', dossierId: this.dossierId });
    });
  }

  #purposeOf(item: WalkItem): FilePurpose {
    return { material: item.materials[0] ?? null, owner: documentOwner(item), serviceId: item.serviceId };
  }

  #resume(walk: Walk): void {
    const kept = this.#memory.read(this.#key);
    const item =
      walk.items.find(({ id }) => id === kept) ?? (kept === 'pack' ? null : nextOpen(walk.items, null));
    if (item) this.select(item);
    else if (walk.items.length > 0) this.show('pack');
  }

  #remember(): void {
    const value = this.place === 'pack' ? 'pack' : this.selectedId;
    if (value) this.#memory.write(this.#key, value);
  }

  get #key(): string {
    return `walk:${this.filingId}`;
  }

  async #guard(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.failure = null;
      return true;
    } catch (error) {
      this.failure = failureOf(error);
      return false;
    }
  }
}
