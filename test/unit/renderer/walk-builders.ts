import { randomUUID } from 'node:crypto';
import { emptyEntity, emptyFiling } from '../../../main/dossiers/empty.ts';
import type {
  AppEvent,
  Attachment,
  Bridge,
  DossierView,
  Failure,
  Filing,
  Input,
  Method,
  Output,
  Result,
  RuleView,
  Task,
  Walk,
  WalkItem,
} from '../../../preload/contract/index.ts';

type Answers = { [M in Method]?: (input: Input<M>) => Output<M> | Promise<Output<M>> };

export class Refuse extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** A host that answers the given methods and keeps what it was asked. Anything else is an error of the test. */
export class AnsweringBridge implements Bridge {
  readonly calls: { method: string; input: unknown }[] = [];
  readonly refusedUploads = new Map<string, Failure>();
  readonly #answers: Answers;
  #listener: (eventJson: string) => void = () => {};

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  async call(method: string, inputJson: string): Promise<string> {
    const input = JSON.parse(inputJson) as never;
    this.calls.push({ method, input });
    const answer = this.#answers[method as Method] as ((input: never) => unknown) | undefined;
    if (!answer) throw new Error(`no answer prepared for ${method}`);
    return JSON.stringify(await resultOf(() => answer(input)));
  }

  subscribe(listener: (eventJson: string) => void): () => void {
    this.#listener = listener;
    return () => (this.#listener = () => {});
  }

  tell(event: AppEvent): void {
    this.#listener(JSON.stringify(event));
  }

  async upload(file: { name: string; size: number }): Promise<string> {
    const failure = this.refusedUploads.get(file.name);
    return JSON.stringify(
      failure
        ? { ok: false, error: failure }
        : { ok: true, value: { handle: `handle of ${file.name}`, fileName: file.name, bytes: file.size } },
    );
  }

  inputsOf(method: Method): unknown[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.input);
  }
}

async function resultOf(answer: () => unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await answer() };
  } catch (error) {
    if (!(error instanceof Refuse)) throw error;
    return { ok: false, error: error.failure };
  }
}

export function task(change: Partial<Task>): Task {
  return {
    id: randomUUID(),
    kind: 'inspect',
    dossierId: null,
    done: 0,
    total: 9,
    state: 'running',
    failure: null,
    pack: null,
    batch: null,
    repaired: null,
    added: [],
    refused: [],
    ...change,
  };
}

export function walkItem(change: Partial<WalkItem>): WalkItem {
  return {
    id: 'item',
    step: 'gather',
    kind: 'material',
    severity: 'required',
    state: 'missing',
    ruleId: 'national-business-licence',
    scope: 'national',
    requirement: { 'zh-CN': '交营业执照。', en: 'Submit the business licence.' },
    note: null,
    check: 'materialRequired',
    confidence: 'high',
    checkedOn: '2026-11-21',
    sources: [],
    origin: null,
    sourceAgeDays: 400,
    history: [],
    facts: [],
    materials: ['cert-business-licence'],
    owner: 'entity',
    serviceId: null,
    attachmentIds: [],
    findings: [],
    missingFacts: [],
    waiver: null,
    answer: null,
    answerNote: null,
    next: 'attach',
    ...change,
  };
}

export function walkOf(items: WalkItem[], change: Partial<Walk> = {}): Walk {
  return {
    dossierId: randomUUID(),
    filingId: randomUUID(),
    on: '2026-11-21',
    region: '310000',
    provider: 'aliyun',
    noRules: false,
    missing: [],
    kindNotice: null,
    items,
    steps: [],
    progress: { done: 0, total: items.length, needSignature: 0, waitForPerson: 0, errors: 0, warnings: 0 },
    readyForPack: false,
    timeline: { events: [], submitBy: null },
    ...change,
  };
}

export function filing(change: Partial<Filing> = {}): Filing {
  return {
    ...emptyFiling(randomUUID(), 'first', '2026-11-01'),
    provider: 'aliyun',
    ...change,
  };
}

export function attachment(change: Partial<Attachment> = {}): Attachment {
  return {
    id: randomUUID(),
    sha256: 'a'.repeat(64),
    fileName: 'licence.jpg',
    mediaType: 'image/jpeg',
    bytes: 240_000,
    addedAt: '2026-11-20T02:00:00.000Z',
    material: 'cert-business-licence',
    materialGuessed: false,
    owner: 'entity',
    serviceId: null,
    issuedOn: null,
    validTo: null,
    copies: null,
    watermark: null,
    watermarkCoversText: false,
    repairedFrom: null,
    ...change,
  };
}

export function dossierView(
  parts: {
    filings?: Filing[];
    attachments?: Attachment[];
    documents?: DossierView['documents'];
    dossierId?: string;
  } = {},
): DossierView {
  return {
    dossier: {
      schemaVersion: 1,
      id: parts.dossierId ?? randomUUID(),
      createdAt: '2026-11-01T00:00:00.000Z',
      entity: {
        ...emptyEntity(),
        name: '云杉示例科技有限公司',
        nature: 'enterprise',
        group: 'enterprise',
        hasSeal: true,
        region: '310115',
      },
      legalRepresentative: null,
      principal: null,
      services: [],
      filings: parts.filings ?? [],
      attachments: parts.attachments ?? [],
      filingPassword: null,
    },
    people: [],
    problems: [],
    timeline: { events: [], submitBy: null },
    documents: parts.documents ?? [],
    filingProblems: {},
  };
}

export function rule(change: Partial<RuleView>): RuleView {
  return {
    id: '310000-rule',
    scope: '310000',
    kind: 'constraint',
    subject: 'entity',
    severity: 'required',
    confidence: 'high',
    requirement: { 'zh-CN': '名称须与执照一致。', en: 'The name equals the one on the licence.' },
    note: null,
    history: [],
    check: null,
    materials: [],
    overrides: null,
    validFrom: null,
    validTo: null,
    checkedOn: '2026-11-21',
    sources: [],
    origin: null,
    ...change,
  };
}

/** What the walk remembers while the window lives. */
export function memory(kept: Record<string, string> = {}) {
  const values = new Map(Object.entries(kept));
  return {
    read: (key: string) => values.get(key) ?? null,
    write: (key: string, value: string) => void values.set(key, value),
  };
}
