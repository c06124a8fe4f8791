import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '../../../renderer/api/client.ts';
import type { ClipboardPage } from '../../../renderer/dossier/clipboard-guard.ts';
import { FilingPassword } from '../../../renderer/dossier/filing-password.svelte.ts';
import { AnsweringBridge, dossierView, Refuse } from './walk-builders.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openPassword(host: { copied?: boolean; noKeychain?: boolean } = {}) {
  const bridge = new AnsweringBridge({
    'passwords.set': () => {
      if (host.noKeychain)
        throw new Refuse({ code: 'passwords.no-keychain', params: { reason: 'no-service' } });
      return dossierView();
    },
    'passwords.reveal': () => ({ password: 'S3cret 备案' }),
    'passwords.copy': () => ({ copied: host.copied ?? false, clearsAfterSeconds: 30 }),
    'passwords.remove': () => dossierView(),
  });
  const views: unknown[] = [];
  return {
    password: new FilingPassword(createClient(bridge), randomUUID(), (view) => views.push(view)),
    bridge,
    views,
  };
}

/** A browser page with a clipboard that another application can write too. */
class Page implements ClipboardPage {
  text = '';
  mayRead = false;
  focused = true;
  #lost: () => void = () => {};
  write = async (text: string) => void (this.text = text);
  read = async () => (this.mayRead ? this.text : null);
  hasFocus = () => this.focused;
  onLostSight = (listener: () => void) => {
    this.#lost = listener;
    return () => (this.#lost = () => {});
  };
  leave() {
    this.focused = false;
    this.#lost();
  }
}

test('hides a revealed password by itself after 20 seconds', async () => {
  const { password } = openPassword();
  await password.reveal();
  expect(password.shown).toBe('S3cret 备案');
  await vi.advanceTimersByTimeAsync(19_000);
  expect(password.secondsLeft).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(password.shown).toBeNull();
});

test('forgets what was shown and typed when the dialog closes', async () => {
  const { password } = openPassword();
  await password.reveal();
  password.typed = 'half typed';
  password.close();
  expect(password.shown).toBeNull();
  expect(password.typed).toBe('');
});

test('hands a typed password to the keychain and forgets it', async () => {
  const { password, bridge, views } = openPassword();
  expect(await password.save()).toBe(false);
  expect(password.isMissing).toBe(true);
  password.typed = 'S3cret 备案';
  expect(await password.save()).toBe(true);
  expect(bridge.inputsOf('passwords.set')).toMatchObject([{ password: 'S3cret 备案' }]);
  expect(password.typed).toBe('');
  expect(views).toHaveLength(1);
});

test('says so when there is no keychain, and keeps what was typed', async () => {
  const { password } = openPassword({ noKeychain: true });
  password.typed = 'S3cret';
  expect(await password.save()).toBe(false);
  expect(password.failure?.code).toBe('passwords.no-keychain');
  expect(password.typed).toBe('S3cret');
});

test('leaves copying to main where main has a clipboard', async () => {
  const { password, bridge } = openPassword({ copied: true });
  const page = new Page();
  expect(await password.copy(page)).toEqual({ seconds: 30, end: null });
  expect(page.text).toBe('');
  expect(bridge.inputsOf('passwords.reveal')).toEqual([]);
});

test('copies in the page and clears after 30 seconds while nobody looked away', async () => {
  const { password } = openPassword();
  const page = new Page();
  const copied = await password.copy(page);
  expect(page.text).toBe('S3cret 备案');
  await vi.advanceTimersByTimeAsync(29_999);
  expect(page.text).toBe('S3cret 备案');
  await vi.advanceTimersByTimeAsync(1);
  expect(await copied?.end).toBe('cleared');
  expect(page.text).toBe('');
});

test('leaves alone what another application has put on the clipboard since', async () => {
  const { password } = openPassword();
  const page = new Page();
  page.mayRead = true;
  const copied = await password.copy(page);
  page.text = 'a note';
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await copied?.end).toBe('replaced');
  expect(page.text).toBe('a note');
});

test('touches nothing and says so when it cannot know what the clipboard holds', async () => {
  const { password } = openPassword();
  const page = new Page();
  const copied = await password.copy(page);
  page.leave();
  page.text = 'a note';
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await copied?.end).toBe('unsure');
  expect(page.text).toBe('a note');
});

test('says so when the browser refuses the clipboard', async () => {
  const { password } = openPassword();
  const page = new Page();
  page.write = async () => {
    throw new DOMException('not allowed', 'NotAllowedError');
  };
  expect(await password.copy(page)).toBeNull();
  expect(password.copyRefused).toBe(true);
});
