import type { Bridge, PickedFile } from '../../../../preload/contract/index.ts';

/** The same `window.beian` as the Electron preload gives, over HTTP to the host that served the page. */
const bridge: Bridge = {
  call: (method, inputJson) =>
    post(`/call/${encodeURIComponent(method)}`, {
      headers: { 'Content-Type': 'application/json' },
      body: inputJson,
      // A last save while the tab closes; the browser allows 64 KB of such requests.
      keepalive: document.visibilityState === 'hidden' && inputJson.length < 16_000,
    }),
  subscribe(listener) {
    const source = new EventSource('/events');
    source.onmessage = ({ data }) => listener(String(data));
    return () => source.close();
  },
  upload: (file: PickedFile) =>
    post(`/upload?name=${encodeURIComponent(file.name)}`, {
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file as File,
    }),
};

async function post(path: string, init: RequestInit): Promise<string> {
  const response = await fetch(path, { method: 'POST', ...init });
  if (!response.ok) throw new Error(`the application answered ${response.status}`);
  return response.text();
}

Object.defineProperty(window, 'beian', { value: Object.freeze(bridge) });
