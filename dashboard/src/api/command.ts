import { operatorToken } from '../state/operator';
import { ApiFailure, BASE, failureOf, TIMEOUT_MS } from './client';

/** Orders one thing of the desk, with the operator's token and a key of its own. Throws `ApiFailure` and nothing else. */
export async function command<T>(path: string, body: object): Promise<T> {
  const token = operatorToken.get();
  if (token === '') throw new ApiFailure('refused', 'Enter the operator token first; the desk prints it when it starts.');
  const response = await send(path, token, JSON.stringify(body));
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  throw failureOf(response, answer);
}

async function send(path: string, token: string, body: string): Promise<Response> {
  try {
    return await fetch(BASE + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new ApiFailure('unreachable', 'The API does not answer; whether it was done is not known. Look at the state below.');
  }
}
