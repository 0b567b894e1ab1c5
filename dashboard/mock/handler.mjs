import { adjust, carryOut, delayOf, errorBody, hostile, knownFault, send } from './faults.mjs';
import { createControl, order } from './control.mjs';
import { healthAt } from './health.mjs';
import { Refusal } from './refusal.mjs';
import { answer } from './routes.mjs';

const BASE = '/api/v1';

/** The fake desk behind one `handle(request, response)`; false when the address is not its own. */
export function createDesk(world, { at = null, speed = 1, fault = 'none' } = {}) {
  const startMs = at ?? world.firstMs + 60_000;
  const begun = Date.now();
  const ordered = createControl();
  let general = knownFault(fault);
  const now = () => Math.min(world.lastMs, Math.round(startMs + (Date.now() - begun) * speed));

  function control(url, response) {
    general = knownFault(url.searchParams.get('fault') ?? general);
    send(response, 200, { fault: general, now: new Date(now()).toISOString() });
  }

  function reply(url, response, own) {
    const path = url.pathname.slice(BASE.length);
    const nowMs = now();
    if (carryOut(own, path, response, (recovering) => healthAt(world, nowMs, recovering))) return;
    const evil = own === 'hostile';
    const params = new URLSearchParams([...url.searchParams].map(([name, value]) => [name, evil ? hostile.inward(value) : value]));
    try {
      const text = JSON.stringify(adjust(own, path, answer(world, nowMs, path, params, ordered)));
      send(response, 200, evil ? hostile.outward(text) : text);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      send(response, cause.status, errorBody(cause.code, cause.message));
    }
  }

  async function write(url, request, response) {
    let text = '';
    for await (const part of request) text += part;
    try {
      send(response, 200, order(ordered, url.pathname.slice(BASE.length), request.headers, JSON.parse(text), now()));
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      send(response, cause.status, errorBody(cause.code, cause.message));
    }
  }

  return function handle(request, response) {
    const url = new URL(request.url, 'http://desk');
    if (url.pathname === '/__mock') return control(url, response), true;
    if (!url.pathname.startsWith(`${BASE}/`)) return false;
    const own = knownFault(url.searchParams.get('__fault') ?? general);
    if (request.method === 'POST') return void write(url, request, response), true;
    if (request.method !== 'GET') return send(response, 405, errorBody('method_not_allowed', 'the fake desk only answers GET and POST')), true;
    setTimeout(() => reply(url, response, own), delayOf(own));
    return true;
  };
}
