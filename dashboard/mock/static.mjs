import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

/** The same policy as the desk's: nothing inline, nothing from elsewhere. */
export const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Serves a built dashboard; unknown addresses get index.html, since every view is a URL. */
export function serveStatic(folder, request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://desk').pathname));
  const asked = join(folder, path);
  const file = path !== '/' && existsSync(asked) && statSync(asked).isFile() ? asked : join(folder, 'index.html');
  const hashed = path.startsWith('/assets/');
  if (hashed && !existsSync(asked)) return response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': CSP,
    'x-content-type-options': 'nosniff',
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-store',
  });
  createReadStream(file).pipe(response);
}
