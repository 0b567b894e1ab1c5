import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure, getJson } from './client';

function answering(status: number, body: string, headers: Record<string, string> = {}): void {
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers }));
}

async function failure(): Promise<ApiFailure> {
  const cause = await getJson('/x').catch((error: unknown) => error);
  expect(cause).toBeInstanceOf(ApiFailure);
  return cause as ApiFailure;
}

afterEach(() => vi.unstubAllGlobals());

describe('the API client', () => {
  it('asks below /api/v1 and gives the answer', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: string) => (asked.push(url), new Response('{"items":[]}')));
    expect(await getJson('/rates')).toEqual({ items: [] });
    expect(asked).toEqual(['/api/v1/rates']);
  });

  it('takes the health of a recovering desk as health', async () => {
    answering(503, '{"status":"RECOVERING","mode":"paper"}');
    expect(await getJson('/health')).toMatchObject({ status: 'RECOVERING' });
  });

  it('says RECOVERING for any other 503, with the pause it was asked for', async () => {
    answering(503, '{"error":{"code":"recovering","message":"rebuilding windows"}}', { 'retry-after': '3' });
    expect(await failure()).toMatchObject({ kind: 'recovering', message: 'rebuilding windows', retryAfterMs: 3000 });
  });

  it('passes on what the desk says about a missing thing', async () => {
    answering(404, '{"error":{"code":"not_found","message":"order id is 7, expected one of the list"}}');
    expect(await failure()).toMatchObject({ kind: 'not_found', message: 'order id is 7, expected one of the list' });
  });

  it('calls a refused connection and a gateway error unreachable', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('fetch failed')));
    expect(await failure()).toMatchObject({ kind: 'unreachable', message: 'The API does not answer.' });
    answering(502, '<html>bad gateway</html>');
    expect(await failure()).toMatchObject({ kind: 'unreachable' });
  });

  it('says so when the answer is not JSON', async () => {
    answering(200, '{"items": [');
    expect(await failure()).toMatchObject({ kind: 'malformed', message: '/x answered 200 without JSON.' });
  });

  it('gives up on a desk that hangs', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new DOMException('too slow', 'TimeoutError')));
    expect((await failure()).message).toBe('No answer within 8 s.');
  });

  it('survives an error body of an unknown shape', async () => {
    answering(500, '"oops"');
    expect(await failure()).toMatchObject({ kind: 'refused', message: 'The API answered 500.' });
  });
});
