// Says what a first visit downloads, and fails when it grows past what the dashboard promises.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const MOST_BYTES = 200 * 1024;
const dist = new URL('../dist/', import.meta.url).pathname;

const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const sizes = files.map((entry) => {
  const path = join(entry.parentPath, entry.name);
  return { name: path.slice(dist.length), bytes: gzipSync(readFileSync(path), { level: 9 }).length };
});
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
for (const { name, bytes } of sizes) console.log(`${kb(bytes).padStart(9)}  ${name}`);
console.log(`${kb(total).padStart(9)}  dashboard, gzip`);
if (total > MOST_BYTES) {
  console.error(`The dashboard has grown past ${kb(MOST_BYTES)} (gzip).`);
  process.exit(1);
}
