import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';

/** Which account the page is about, where the desk has more than one. Empty is its own. */
export function AccountChoice({ account, choose }: { account: string; choose: (account: string) => void }) {
  const accounts = useReading(queries.accounts()).data?.items ?? [];
  if (accounts.length < 2) return null;
  return (
    <label class="field account-choice">
      <span>Account</span>
      <select value={account} onChange={(event) => choose(event.currentTarget.value)}>
        {accounts.map((one) => (
          <option key={one.account} value={one.follows === null ? '' : one.account}>
            {one.account}
          </option>
        ))}
      </select>
    </label>
  );
}
