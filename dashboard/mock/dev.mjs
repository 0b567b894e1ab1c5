// `npm run dev:mock`: the fake desk and Vite's development server in one process.
import { createServer } from 'vite';
import { optionsFrom, startMock } from './server.mjs';

const mock = await startMock(optionsFrom(process.env));
process.env.SEXTANT_DESK = mock.url;
const vite = await createServer();
await vite.listen();
console.log(`the fake desk answers at ${mock.url}; make it fail with ${mock.url}/__mock?fault=recovering`);
vite.printUrls();
