import { span } from '../../format/time';

const MONTH_MS = 30 * 86_400_000;

/** Why some familiar figures are missing. */
export function NoSharpe({ recordMs }: { recordMs: number }) {
  if (recordMs >= MONTH_MS) {
    return (
      <p class="note no-sharpe">
        Sharpe, Sortino and CAGR come from the backtest report, which has daily returns (365 days a year); this page
        shows what the trades themselves say.
      </p>
    );
  }
  return (
    <p class="note no-sharpe">
      <strong>No Sharpe, Sortino, Calmar or CAGR here.</strong> The record covers {span(recordMs)}; stretching that to a
      year gives absurd numbers, so nothing is annualised before 30 days.
    </p>
  );
}
