import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds a desk; `npm run dev:mock` puts the fake backend there. */
const desk = process.env['SEXTANT_DESK'] ?? 'http://127.0.0.1:8787';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { proxy: { '/api': desk } },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // a strict Content-Security-Policy serves no inline script, style or font
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  test: { include: ['src/**/*.test.ts', 'mock/**/*.test.mjs'], environment: 'node' },
});
