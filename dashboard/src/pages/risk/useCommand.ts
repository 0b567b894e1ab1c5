import { useState } from 'preact/hooks';
import { ApiFailure } from '../../api/client';
import { command } from '../../api/command';
import { queries, type Query } from '../../api/queries';
import { pollerOf } from '../../api/use-reading';

export interface Said {
  readonly ok: boolean;
  readonly text: string;
}

/** What shows the guard of an account, empty for the desk's own. */
export const stateOf = (account: string): readonly Query<unknown>[] => [queries.risk(account), queries.strategies()];

/** What a command names its account by. */
export const whose = (account: string) => (account === '' ? {} : { account });

/** One command at a time; what the desk said to the last one, and the state (the guard's, if no other is named) read anew at once. */
export function useCommand<T>(words: (answer: T) => string, changed = stateOf('')) {
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const order = async (path: string, body: object): Promise<boolean> => {
    setBusy(true);
    try {
      setSaid({ ok: true, text: words(await command<T>(path, body)) });
      return true;
    } catch (cause) {
      setSaid({ ok: false, text: cause instanceof ApiFailure ? cause.message : String(cause) });
      return false;
    } finally {
      setBusy(false);
      for (const query of changed) pollerOf(query).refresh();
    }
  };
  return { said, busy, order };
}
