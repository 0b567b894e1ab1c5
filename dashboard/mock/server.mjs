import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createDesk } from './handler.mjs';
import { serveStatic } from './static.mjs';
import { makeWorld } from './world.mjs';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

const worlds = new Map();

/** Making a market takes a second; the same one serves every desk of this process. */
function worldOf(scenario, seed) {
  const key = `${scenario} ${seed}`;
  if (!worlds.has(key)) worlds.set(key, makeWorld({ scenario, seed }));
  return worlds.get(key);
}

/** Starts the fake desk with the built dashboard on a loopback port; 0 picks a free one. */
export async function startMock({ port = 0, scenario, seed, at, speed, fault } = {}) {
  const handle = createDesk(worldOf(scenario, seed), { at, speed, fault });
  const server = createServer((request, response) => handle(request, response) || serveStatic(DIST, request, response));
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** MOCK_PORT, MOCK_SCENARIO (full, short), MOCK_AT (ISO time), MOCK_SPEED, MOCK_FAULT. */
export function optionsFrom(env) {
  return {
    port: Number(env.MOCK_PORT ?? 8787),
    scenario: env.MOCK_SCENARIO,
    at: env.MOCK_AT === undefined ? null : Date.parse(env.MOCK_AT),
    speed: Number(env.MOCK_SPEED ?? 1),
    fault: env.MOCK_FAULT,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startMock(optionsFrom(process.env));
  console.log(`the fake desk answers at ${url}`);
}
