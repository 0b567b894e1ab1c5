/** Why a reading could not be taken. `recovering` and `unreachable` pass by themselves; the others need a person. */
export type FailureKind = 'unreachable' | 'recovering' | 'not_found' | 'refused' | 'malformed';

export class ApiFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}

/** A hung desk must look like one: a request that takes longer is given up. */
export const TIMEOUT_MS = 8_000;
export const BASE = '/api/v1';

/** Reads one path below /api/v1. Throws `ApiFailure` and nothing else. */
export async function getJson<T>(path: string): Promise<T> {
  const response = await request(path);
  const body = await parse(response, path);
  if (response.ok) return body as T;
  // While RECOVERING, /health answers 503 with the health itself, which is what we came for.
  if (response.status === 503 && isHealth(body)) return body as T;
  throw failureOf(response, body);
}

async function request(path: string): Promise<Response> {
  try {
    return await fetch(BASE + path, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    const late = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new ApiFailure('unreachable', late ? `No answer within ${TIMEOUT_MS / 1000} s.` : 'The API does not answer.');
  }
}

async function parse(response: Response, path: string): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch {
    const kind = response.ok ? 'malformed' : kindOf(response.status);
    throw new ApiFailure(kind, `${path} answered ${response.status} without JSON.`, retryAfter(response));
  }
}

/** What an answer that is not a success says. */
export function failureOf(response: Response, body: unknown): ApiFailure {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const said = typeof error['message'] === 'string' ? error['message'] : `The API answered ${response.status}.`;
  return new ApiFailure(kindOf(response.status), said, retryAfter(response));
}

function kindOf(status: number): FailureKind {
  if (status === 404) return 'not_found';
  if (status === 503) return 'recovering';
  return status >= 502 ? 'unreachable' : 'refused';
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}

function isHealth(body: unknown): boolean {
  return isRecord(body) && typeof body['status'] === 'string' && typeof body['mode'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
