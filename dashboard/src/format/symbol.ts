/** Longest first, so that BTCFDUSD is not read as BTCF and DUSD. */
const QUOTES = ['FDUSD', 'USDT', 'USDC', 'BUSD', 'USD', 'EUR', 'GBP', 'BTC', 'ETH'];

export interface Pair {
  readonly base: string;
  readonly quote: string;
}

/** Splits `BTCUSDT`, `BTC/USD` or `BTC-USD`; an unknown form has an empty quote, and then no unit is claimed. */
export function pairOf(symbol: string): Pair {
  const parts = symbol.split(/[/-]/);
  if (parts.length === 2) return { base: parts[0] ?? '', quote: parts[1] ?? '' };
  const quote = QUOTES.find((q) => symbol.endsWith(q) && symbol.length > q.length);
  return quote === undefined ? { base: symbol, quote: '' } : { base: symbol.slice(0, -quote.length), quote };
}
