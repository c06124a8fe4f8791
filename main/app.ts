import type { AppEvent, ReceivedFile } from '../preload/contract/index.ts';

/** What a host gets to work with. One application, three hosts. */
export interface App {
  /** The single entry of the window. Never rejects: the answer is always a JSON `Result`. */
  call(method: string, inputJson: string): Promise<string>;
  subscribe(listener: (event: AppEvent) => void): () => void;
  /**
   * Takes in a file from outside, streamed to disk and bounded; the handle is good until the application closes.
   *
   * @throws AppError `files.too-large`, `files.empty`
   */
  receiveFile(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<ReceivedFile>;
  /** Answers `GET` for `/preview/...` (a PNG or JPEG) and `/download/...`; `null` when there is no such thing. */
  resource(path: string): Promise<Resource | null>;
  /** Resolves when everything accepted so far is on disk. */
  flush(): Promise<void>;
  /** Flushes, releases the workspace's lock and stops the workers. */
  close(): Promise<void>;
}

export interface Resource {
  mediaType: string;
  /** Absolute path of the file to send. */
  file: string;
  /** Set for downloads: the name the browser should save it under. */
  downloadName: string | null;
}
