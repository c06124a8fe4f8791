import type { App } from '../../main/app.ts';
import { AppError } from '../../main/errors.ts';
import type { AppEvent } from '../../preload/contract/index.ts';

export interface FakeApp extends App {
  calls: [method: string, inputJson: string][];
  received: { name: string; text: string }[];
  flushed: number;
  closed: number;
  emit(event: AppEvent): void;
}

/** An `App` for tests of a host: echoes calls, keeps what it is given, serves the resources it is told. */
export function fakeApp(
  resources: Record<string, { file: string; downloadName: string | null }> = {},
): FakeApp {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    calls: [],
    received: [],
    flushed: 0,
    closed: 0,
    async call(method, inputJson) {
      this.calls.push([method, inputJson]);
      return JSON.stringify({ ok: true, value: { method, input: inputJson } });
    },
    isSource: () => false,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async receiveFile(fileName, bytes) {
      const chunks: Uint8Array[] = [];
      let total = 0;
      for await (const chunk of bytes) {
        total += chunk.length;
        if (total > 1_000_000) throw new AppError('files.too-large', { fileName, maxMb: 1 });
        chunks.push(chunk);
      }
      this.received.push({ name: fileName, text: Buffer.concat(chunks).toString('utf8') });
      return { handle: `handle-${this.received.length}`, fileName, bytes: total };
    },
    async resource(path) {
      const found = resources[path];
      return found ? { mediaType: 'application/pdf', ...found } : null;
    },
    async flush() {
      this.flushed++;
    },
    async close() {
      this.closed++;
    },
    emit: (event) => listeners.forEach((listener) => listener(event)),
  };
}
