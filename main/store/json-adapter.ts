import type { Adapter } from 'lowdb';
import type { ByteFile } from './durable-file.ts';

/** lowdb adapter over a byte file. `read` rejects with `SyntaxError` for what is not JSON. */
export class JsonAdapter implements Adapter<unknown> {
  readonly #file: ByteFile;

  constructor(file: ByteFile) {
    this.#file = file;
  }

  async read(): Promise<unknown> {
    const bytes = await this.#file.read();
    return bytes === null ? null : JSON.parse(bytes.toString('utf8'));
  }

  async write(data: unknown): Promise<void> {
    await this.#file.write(Buffer.from(JSON.stringify(data, null, 1), 'utf8'));
  }
}
