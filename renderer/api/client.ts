import type {
  AppEvent,
  Bridge,
  Failure,
  Input,
  Method,
  Output,
  PickedFile,
  ReceivedFile,
  Result,
} from '../../preload/contract/index.ts';

/** A failure the window can show: `failure.code` selects the sentence, `failure.params` fills it. */
export class ApiError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/** The failure in something caught. A host that does not answer counts as an unexpected error. */
export function failureOf(caught: unknown): Failure {
  if (caught instanceof ApiError) return caught.failure;
  return { code: 'internal.unexpected', params: { incidentId: caught instanceof Error ? caught.name : '-' } };
}

/** What main tells, and what this window tells its own screens: `dossierId: null` when a person or setting changed. */
export type ClientEvent = AppEvent | { type: 'undone'; dossierId: string | null };

export interface Client {
  /** Calls a method of the contract. Accepts `$state` values: they are read as JSON. @throws ApiError */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Listens to what main tells; returns unsubscribe. */
  subscribe(listener: (event: ClientEvent) => void): () => void;
  /** Tells this window's own listeners. */
  announce(event: ClientEvent): void;
  /** Hands files to main one after the other. Those it refused come back with the reason. */
  upload(files: readonly PickedFile[]): Promise<Upload>;
}

export interface Upload {
  received: ReceivedFile[];
  refused: { fileName: string; failure: Failure }[];
}

export function createClient(bridge: Bridge): Client {
  const listeners = new Set<(event: ClientEvent) => void>();
  const announce = (event: ClientEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  bridge.subscribe((json) => announce(JSON.parse(json) as AppEvent));

  return {
    async call<M extends Method>(method: M, input: Input<M>) {
      const result = JSON.parse(await bridge.call(method, JSON.stringify(input))) as Result<Output<M>>;
      if (!result.ok) throw new ApiError(result.error);
      return result.value;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce,
    async upload(files) {
      const upload: Upload = { received: [], refused: [] };
      for (const file of files) {
        const result = JSON.parse(await bridge.upload(file)) as Result<ReceivedFile>;
        if (result.ok) upload.received.push(result.value);
        else upload.refused.push({ fileName: file.name, failure: result.error });
      }
      return upload;
    },
  };
}
