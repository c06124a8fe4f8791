/**
 * Runs in the page, once in its own world and once in the preload's isolated world, and carries what
 * `contextBridge` would carry between them: values by structured clone, functions and promises by proxy. The two worlds
 * share nothing but the document, so DOM events are the wire. `connectWorlds` is put into both by `page.ts`.
 */
// eslint-disable-next-line @typescript-eslint/no-unused-vars
function connectWorlds(own, other, nonce, beforeCall) {
  const functions = new Map();
  const promises = new Map();
  const results = new Map();
  let lastId = 0;

  const send = (message) => document.dispatchEvent(new CustomEvent(`${nonce}-${other}`, { detail: message }));

  function encode(value) {
    if (typeof value === 'function') {
      functions.set(++lastId, value);
      return { type: 'function', id: lastId };
    }
    if (value instanceof Promise) {
      const id = ++lastId;
      value.then(
        (settled) => send({ kind: 'settle', id, ok: true, value: encode(settled) }),
        (cause) => send({ kind: 'settle', id, ok: false, message: String(cause?.message ?? cause) }),
      );
      return { type: 'promise', id };
    }
    if (Array.isArray(value)) return { type: 'array', items: value.map(encode) };
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
      return { type: 'object', entries: Object.entries(value).map(([key, item]) => [key, encode(item)]) };
    return { type: 'value', value };
  }

  function decode(coded) {
    switch (coded.type) {
      case 'function':
        return (...args) => callOther(coded.id, args);
      case 'promise':
        return new Promise((resolve, reject) => promises.set(coded.id, { resolve, reject }));
      case 'array':
        return coded.items.map(decode);
      case 'object':
        return Object.freeze(Object.fromEntries(coded.entries.map(([key, item]) => [key, decode(item)])));
      default:
        return coded.value;
    }
  }

  /** Listeners run while the event is dispatched, so the other world's answer is there when `send` returns. */
  function callOther(fn, args) {
    const id = ++lastId;
    send({ kind: 'call', id, fn, args: args.map(encode) });
    const result = results.get(id);
    results.delete(id);
    if (!result) throw new Error('the other world did not answer');
    if (!result.ok) throw new Error(result.message);
    return decode(result.value);
  }

  document.addEventListener(`${nonce}-${own}`, ({ detail: message }) => {
    if (message.kind === 'expose') {
      Object.defineProperty(window, message.key, { value: decode(message.value), enumerable: true });
    } else if (message.kind === 'call') {
      try {
        const args = message.args.map(decode);
        const work = () => functions.get(message.fn)(...args);
        const waiting = beforeCall(args);
        send({
          kind: 'result',
          id: message.id,
          ok: true,
          value: encode(waiting ? waiting.then(work) : work()),
        });
      } catch (cause) {
        send({ kind: 'result', id: message.id, ok: false, message: String(cause?.message ?? cause) });
      }
    } else if (message.kind === 'result') {
      results.set(message.id, message);
    } else if (message.kind === 'settle') {
      const { resolve, reject } = promises.get(message.id);
      promises.delete(message.id);
      if (message.ok) resolve(decode(message.value));
      else reject(new Error(message.message));
    }
  });

  return { expose: (key, api) => send({ kind: 'expose', key, value: encode(api) }) };
}
