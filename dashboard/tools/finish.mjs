// The last step of the build: adds the licences of what is bundled, says what a first visit downloads, and fails when
// that grows past what the dashboard promises.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const MOST_BYTES = 200 * 1024;
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const bundled = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies);
const licences = bundled.map((name) => `${name}\n\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`);
writeFileSync(join(dist, 'licences.txt'), licences.join('\n----\n\n'));

const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const sizes = files.map((entry) => {
  const path = join(entry.parentPath, entry.name);
  return { name: path.slice(dist.length + 1), bytes: gzipSync(readFileSync(path), { level: 9 }).length };
});
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
for (const { name, bytes } of sizes) console.log(`${kb(bytes).padStart(9)}  ${name}`);
console.log(`${kb(total).padStart(9)}  in all, gzip`);
if (total > MOST_BYTES) {
  console.error(`The dashboard has grown past ${kb(MOST_BYTES)} (gzip).`);
  process.exit(1);
}
