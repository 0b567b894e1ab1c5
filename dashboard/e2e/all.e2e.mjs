// One process and one browser for all suites; each suite has its own desk and its own browser context.
import { after } from 'node:test';
import { quit } from './chromium.mjs';

await import('./pages.e2e.mjs');
if (process.env.BASE_URL === undefined) {
  for (const suite of ['decisions', 'orders', 'market', 'opportunities', 'backtesting', 'risk', 'keyboard', 'choices', 'faults', 'hostile', 'pace']) {
    await import(`./${suite}.e2e.mjs`);
  }
}

after(quit);
