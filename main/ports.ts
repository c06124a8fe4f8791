import type { AppStatus, Language } from '../preload/contract/index.ts';

/** What the application needs from its surroundings. Each port has a real and an in-memory adapter. */
export interface Ports {
  host: AppStatus['host'];
  version: string;
  systemLanguage: Language;
  clock: Clock;
  log: Log;
  secrets: SecretStore;
  /** `null` where the host has none that main may write (the loopback page copies by itself). */
  clipboard: Clipboard | null;
  folders: Folders;
  /** Absolute path of `resources/`. */
  resourcesDir: string;
  /** Absolute path of the folder that holds the application's own files (recent workspaces, logs, inbox). */
  dataDir: string;
  workers: WorkerScript;
}

export interface Clock {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  today(): string;
  /** ISO instant in UTC. */
  now(): string;
}

/** Messages and causes must not hold personal data; paths and stacks are for this log alone. */
export interface Log {
  error(message: string, cause: unknown): void;
}

/** Passwords in the operating system's keychain, one per account name. */
export interface SecretStore {
  /** Asks the keychain itself, because a module that loads may still have no service to talk to. */
  status(): Promise<AppStatus['keychain']>;
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  remove(account: string): Promise<void>;
}

export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
  clear(): void;
}

export interface Folders {
  /** Where a first workspace is proposed. */
  suggestedWorkspace: string;
  canChoose: boolean;
  /** Shows the system's dialog; `null` when cancelled or when `canChoose` is false. */
  choose(): Promise<string | null>;
}

/** How a worker thread is started: the built script in production, the source under a loader in tests. */
export interface WorkerScript {
  file: string;
  execArgv: string[];
}
