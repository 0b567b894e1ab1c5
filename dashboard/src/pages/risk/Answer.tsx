import type { Said } from './useCommand';

/** What the desk said to a command; read out by screen readers. */
export function Answer({ said }: { said: Said | null }) {
  return (
    <p class={`answer ${said === null ? '' : said.ok ? 'ok' : 'bad'}`} role="status">
      {said === null ? '' : said.text}
    </p>
  );
}
