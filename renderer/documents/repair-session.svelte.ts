import type {
  Corner,
  Corners,
  DossierView,
  Failure,
  ImageFinding,
  RepairedCopy,
  RepairKind,
  RepairOffer,
  RepairOptions,
  RepairPlan,
  Task,
} from '../../preload/contract/index.ts';
import { failureOf, type Client, type ClientEvent } from '../api/client.ts';
import { boxOf, cornersOf, moveBoxCorner, moveCorner, wholePicture } from './handles.ts';

/** Which handles lie on the original. */
export type RepairTool = 'none' | 'corners' | 'crop';

/** A drag is over when nothing has moved for this long. */
const settleMs = 250;

/**
 * The repair of one document: a plan that is changed step by step, a copy that main makes of it anew after each change,
 * and nothing accepted until the person says so.
 */
export class RepairSession {
  options = $state.raw<RepairOptions | null>(null);
  plan = $state.raw<RepairPlan | null>(null);
  /** Made by the present plan or, while `isWorking`, by an earlier one. */
  copy = $state.raw<RepairedCopy | null>(null);
  tool = $state<RepairTool>('none');
  failure = $state.raw<Failure | null>(null);
  progress = $state.raw<{ done: number; total: number }>({ done: 0, total: 1 });
  isWorking = $state(false);
  readonly dossierId: string;
  readonly attachmentId: string;
  #client: Client;
  #taskId: string | null = null;
  /** Ends of tasks that came before the answer which named them. */
  #ended: Task[] = [];
  #isRunning = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** What can still be done: of the copy once there is one. */
  readonly offers: readonly RepairOffer[] = $derived(this.copy?.offers ?? this.options?.offers ?? []);
  readonly isChanged = $derived(
    this.plan !== null && JSON.stringify(this.plan) !== JSON.stringify(this.options?.plan),
  );
  readonly canAccept = $derived(this.isChanged && !this.isWorking && !this.failure && this.copy !== null);

  constructor(client: Client, dossierId: string, attachmentId: string) {
    this.#client = client;
    this.dossierId = dossierId;
    this.attachmentId = attachmentId;
  }

  /** @param first the repair a finding asked for */
  async open(first: RepairKind | null): Promise<void> {
    try {
      const { dossierId, attachmentId } = this;
      this.options = await this.#client.call('attachments.repairOptions', { dossierId, attachmentId });
      this.plan = this.options.plan;
      if (first === null) return;
      const offer = this.options.offers.find(({ kind }) => kind === first);
      if (offer) this.take(offer);
      else if (first === 'straighten') this.tool = 'corners';
      else if (first === 'crop') this.tool = 'crop';
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  take({ kind, plan }: RepairOffer): void {
    if (kind === 'crop') this.tool = 'crop';
    if (kind === 'straighten') this.tool = 'corners';
    this.#change(plan);
  }

  change(change: Partial<RepairPlan>): void {
    if (this.plan) this.#change({ ...this.plan, ...change });
  }

  turn(by: 1 | 3): void {
    if (!this.plan) return;
    const quarterTurns = ((this.plan.quarterTurns + by) % 4) as RepairPlan['quarterTurns'];
    // What was cropped is no longer where it was.
    this.change({ quarterTurns, crop: null });
  }

  /** Where the handles lie, clockwise from the top left one; on the whole picture before a first use. */
  readonly handles: Corners | null = $derived.by(() => {
    if (this.tool === 'corners') return this.plan?.corners ?? cornersOf(wholePicture);
    return this.tool === 'crop' ? cornersOf(this.plan?.crop ?? wholePicture) : null;
  });

  /** Moves one handle as far as the others allow. */
  move(index: number, to: Corner): void {
    if (!this.plan || !this.handles) return;
    if (this.tool === 'corners') {
      const corners = moveCorner(this.handles, index, to);
      // A first corner begins anew: what was turned and cropped before lies elsewhere on the flat page.
      this.change(this.plan.corners ? { corners } : { corners, skewDegrees: null, crop: null });
    } else this.change({ crop: boxOf(moveBoxCorner(this.handles, index, to)) });
  }

  /** Takes back what a tool has done. */
  clear(tool: 'corners' | 'crop'): void {
    if (this.tool === tool) this.tool = 'none';
    this.change(tool === 'corners' ? { corners: null } : { crop: null });
  }

  async accept(): Promise<DossierView | null> {
    if (!this.canAccept || !this.#taskId) return null;
    try {
      const { dossierId } = this;
      const view = await this.#client.call('attachments.acceptRepair', { dossierId, taskId: this.#taskId });
      this.#client.announce({ type: 'dossier-changed', dossierId });
      return view;
    } catch (error) {
      this.failure = failureOf(error);
      return null;
    }
  }

  /** Stops the making of a copy; the plan stays and the copy before it is shown again. */
  async cancel(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asked++;
    if (this.isWorking) this.plan = this.copy?.plan ?? this.options?.plan ?? null;
    this.isWorking = false;
    await this.#stop();
  }

  hear(event: ClientEvent): void {
    if (event.type !== 'task' || event.task.kind !== 'repair') return;
    if (event.task.id === this.#taskId) this.#follow(event.task);
    else if (event.task.state !== 'running') this.#ended.push(event.task);
  }

  #change(plan: RepairPlan): void {
    this.plan = plan;
    this.failure = null;
    this.isWorking = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#make(), settleMs);
  }

  async #make(): Promise<void> {
    const asked = ++this.#asked;
    const { dossierId, attachmentId, plan } = this;
    if (!plan) return;
    try {
      await this.#stop();
      this.progress = { done: 0, total: 1 };
      const { taskId } = await this.#client.call('attachments.repair', { dossierId, attachmentId, plan });
      this.#taskId = taskId;
      this.#isRunning = true;
      // Something newer was asked for meanwhile.
      if (asked !== this.#asked) return await this.#stop();
      const ended = this.#ended.find(({ id }) => id === taskId);
      this.#ended = [];
      if (ended) this.#follow(ended);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.failure = failureOf(error);
      this.isWorking = false;
    }
  }

  async #stop(): Promise<void> {
    if (this.#isRunning && this.#taskId)
      await this.#client.call('tasks.cancel', { taskId: this.#taskId }).catch(() => undefined);
    this.#isRunning = false;
  }

  #follow(task: Task): void {
    this.progress = { done: task.done, total: task.total };
    if (task.state === 'running') return;
    this.#isRunning = false;
    // A copy that was made by an earlier plan is followed by one of the present.
    if (task.repaired && JSON.stringify(task.repaired.plan) !== JSON.stringify(this.plan)) return;
    this.isWorking = false;
    if (task.state === 'done') this.copy = task.repaired;
    else if (task.state === 'failed') this.failure = task.failure;
  }
}

/** What a repair does to the findings: by code, as each is one thing to be put right. */
export interface Outcome {
  gone: ImageFinding[];
  stays: ImageFinding[];
  appears: ImageFinding[];
}

export function outcomeOf(before: readonly ImageFinding[], after: readonly ImageFinding[]): Outcome {
  const has = (findings: readonly ImageFinding[], { code }: ImageFinding) =>
    findings.some((one) => one.code === code);
  return {
    gone: before.filter((finding) => !has(after, finding)),
    stays: after.filter((finding) => has(before, finding)),
    appears: after.filter((finding) => !has(before, finding)),
  };
}
