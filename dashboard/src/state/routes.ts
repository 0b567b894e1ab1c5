export type PageName = 'overview' | 'market' | 'decisions' | 'orders' | 'positions' | 'opportunities' | 'backtesting' | 'risk' | 'system';

export interface Route {
  readonly page: PageName | 'nowhere';
  /** The symbol, decision or order that the URL names. */
  readonly id: string | null;
}

export interface PageInfo {
  readonly name: PageName;
  readonly title: string;
  /** Where there is little room; the title where this is absent. */
  readonly short?: string;
  readonly href: string;
  /** Typed after `g`. */
  readonly key: string;
}

export const PAGES: readonly PageInfo[] = [
  { name: 'overview', title: 'Overview', href: '/', key: 'o' },
  { name: 'market', title: 'Market', href: '/market', key: 'm' },
  { name: 'decisions', title: 'Decisions', href: '/decisions', key: 'd' },
  { name: 'orders', title: 'Orders', href: '/orders', key: 'r' },
  { name: 'positions', title: 'Positions & PnL', short: 'Positions', href: '/positions', key: 'p' },
  { name: 'opportunities', title: 'Opportunities', short: 'Triangles', href: '/opportunities', key: 't' },
  { name: 'backtesting', title: 'Backtesting', short: 'Backtest', href: '/backtesting', key: 'b' },
  { name: 'risk', title: 'Risk', href: '/risk', key: 'k' },
  { name: 'system', title: 'System', href: '/system', key: 's' },
];

/** Addresses that people know from the desks before this one. */
const ALIASES: Readonly<Record<string, PageName>> = {
  '': 'overview',
  dashboard: 'overview',
  kline: 'market',
  signals: 'decisions',
  trades: 'positions',
  paper: 'positions',
  live: 'positions',
  history: 'positions',
  triangles: 'opportunities',
  arbitrage: 'opportunities',
  backtest: 'backtesting',
  backtests: 'backtesting',
  server: 'system',
};

export function routeOf(path: string): Route {
  const [first = '', ...rest] = path.replace(/^\/(?:dashboard\/)?/, '').replace(/\/$/, '').split('/');
  const page = PAGES.find((p) => p.name === first)?.name ?? (Object.hasOwn(ALIASES, first) ? ALIASES[first] : undefined);
  if (page === undefined || rest.length > 1) return { page: 'nowhere', id: null };
  return { page, id: rest[0] === undefined ? null : decode(rest[0]) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const part = encodeURIComponent;

export const hrefs = {
  market: (symbol: string) => `/market/${part(symbol)}`,
  marketAt: (symbol: string, tradeId: string) => `/market/${part(symbol)}?trade=${part(tradeId)}`,
  decision: (id: string) => `/decisions/${part(id)}`,
  opportunity: (id: string) => `/opportunities/${part(id)}`,
  backtest: (id: string) => `/backtesting/${part(id)}`,
  order: (id: string) => `/orders/${part(id)}`,
};
