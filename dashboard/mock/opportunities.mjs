import { Refusal } from './refusal.mjs';
import { idOf, seeded } from './random.mjs';
import { time } from './tape.mjs';

const CYCLES = [
  ['USD', 'BTC', 'ETH', 50_000, 0.0401, 2_011],
  ['EUR', 'SOL', 'BTC', 139, 0.00233, 60_100],
  ['USD', 'XRP', 'ETH', 0.52, 0.000168, 3_110],
];
const OFFSETS = [50, 100, 250, 500, 1000, 2000, 5000];
const ENDINGS = ['no_edge', 'no_edge', 'no_edge', 'stale', 'eaten_by_lots'];
const EVERY_MS = 40_000;
const LASTING_MS = 290_600;

/** Triangles that pay for a while, one after the other, and one that pays for the last five minutes. */
export function opportunitiesOf({ scenario, lastMs }, seed) {
  if (scenario !== 'full') return [];
  const random = seeded(seed + 5);
  const found = [];
  for (let seenMs = lastMs - 60 * 60_000; seenMs < lastMs; seenMs += EVERY_MS) {
    found.push(opportunity(seenMs, random));
  }
  const lasting = opportunity(lastMs - LASTING_MS, random);
  return [...found, { ...lasting, goneMs: lastMs + LASTING_MS }].sort((a, b) => a.seenMs - b.seenMs);
}

function opportunity(seenMs, random) {
  const [start, second, third, ...prices] = CYCLES[Math.floor(random.next() * CYCLES.length)];
  const edge = 4 + random.exponential(14);
  const lasts = Math.round(120 + random.exponential(900));
  const ending = ENDINGS[Math.floor(random.next() * ENDINGS.length)];
  const assets = [start, second, third, start];
  const books = prices.map((price, leg) => book(assets, leg, price, random));
  return {
    seenMs,
    goneMs: seenMs + lasts,
    ending,
    cycle: assets.join('>'),
    id: idOf('opportunity', 'kraken', assets.join('>'), seenMs),
    start,
    edge,
    best: edge * (1 + random.next() / 3),
    looks: 2 + Math.floor(random.next() * 30),
    legs: books.map((one, leg) => ({
      pair: one.pair,
      side: one.side === 'asks' ? 'BUY' : 'SELL',
      qty: one.levels[0][1],
      limit: one.levels[one.used - 1][0],
      spend: '999.99',
      receive: '1000.82',
      book_age_ms: [180, 40, 0][leg],
      levels: one.used,
    })),
    books,
  };
}

function book(assets, leg, price, random) {
  const buys = leg < 2;
  const [from, to] = [assets[leg], assets[leg + 1]];
  const used = 1 + Math.floor(random.next() * 3);
  const step = price * 0.0001 * (buys ? 1 : -1);
  const levels = Array.from({ length: used + 3 }, (_, rank) => [(price + rank * step).toPrecision(7), (0.01 + random.next()).toFixed(8)]);
  return { pair: buys ? `${to}/${from}` : `${from}/${to}`, side: buys ? 'asks' : 'bids', used, levels };
}

/** What is known of one as of `nowMs`. */
function view(one, nowMs) {
  const gone = one.goneMs <= nowMs;
  const decay = Object.fromEntries(OFFSETS.filter((ms) => one.seenMs + ms <= nowMs).map((ms) => [ms, ms < one.goneMs - one.seenMs ? 0.97 - ms / 9_000 : 0]));
  return {
    opportunity_id: one.id,
    venue: 'kraken',
    synthetic: true,
    cycle: one.cycle,
    start_asset: one.start,
    seen_at: time(one.seenMs),
    last_at: time(Math.min(nowMs, one.goneMs)),
    gone_at: gone ? time(one.goneMs) : null,
    lasted_ms: gone ? one.goneMs - one.seenMs : null,
    ending: gone ? one.ending : null,
    state: gone ? 'gone' : 'confirmed',
    edge_bps: Number(one.edge.toFixed(4)),
    best_edge_bps: Number(one.best.toFixed(4)),
    spend: '999.99',
    profit: (one.edge / 10).toFixed(4),
    worst_loss: '4.21',
    looks: one.looks,
    legs: one.legs,
    decay,
    not_taken: 'triangles are watched, not traded',
    plan_id: null,
  };
}

const seen = (world, nowMs) => world.opportunities.filter((one) => one.seenMs <= nowMs).reverse();

export function opportunitiesAt(world, nowMs, params) {
  return seen(world, nowMs)
    .map((one) => view(one, nowMs))
    .filter((one) => params.get('live') === null || String(one.gone_at === null) === params.get('live'))
    .filter((one) => params.get('cycle') === null || one.cycle === params.get('cycle'));
}

export function opportunityAt(world, nowMs, id) {
  const one = seen(world, nowMs).find((o) => o.id === id);
  if (one === undefined) throw new Refusal(404, 'not_found', `opportunity_id '${id}' is unknown`);
  return { ...view(one, nowMs), books: one.books, as_of: time(nowMs) };
}

export function summaryAt(world, nowMs, params) {
  const all = seen(world, nowMs).map((one) => view(one, nowMs));
  const gone = all.filter((one) => one.gone_at !== null);
  const lasted = gone.map((one) => one.lasted_ms).sort((a, b) => a - b);
  const measured = all.length === 0 ? NOT_MEASURED : MEASURED;
  const decay = all.length === 0 ? [] : OFFSETS.map((ms) => point(all, ms));
  return {
    opportunities: all.length,
    live: all.length - gone.length,
    taken: 0,
    synthetic: all.length === 0 ? null : true,
    first_seen_at: all.at(-1)?.seen_at ?? null,
    last_seen_at: all[0]?.seen_at ?? null,
    endings: counts(gone, (one) => one.ending),
    not_taken: [{ reason: 'triangles are watched, not traded', opportunities: all.length }],
    cycles: Object.entries(counts(all, (one) => one.cycle)).map(([cycle, opportunities]) => ({ cycle, opportunities })),
    lasted_ms: { median: lasted[Math.floor(lasted.length / 2)] ?? null, p90: lasted[Math.floor(lasted.length * 0.9)] ?? null, longest: lasted.at(-1) ?? null },
    decay,
    measured,
    capture: captureAt(decay, params.get('latency_ms'), measured),
    watch: world.scenario === 'full' ? watch(nowMs) : null,
    as_of: time(nowMs),
  };
}

function point(all, ms) {
  const followed = all.filter((one) => one.decay[ms] !== undefined);
  const shares = followed.map((one) => one.decay[ms]);
  return { offset_ms: ms, mean_share: shares.reduce((sum, share) => sum + share, 0) / shares.length, opportunities: followed.length, profitable: shares.filter((share) => share > 0).length };
}

/** How late the desk itself comes; its plans are those of the mock. */
const MEASURED = { claimed_ms: { median: 9, p90: 21, plans: 31 }, filled_ms: { median: 84, p90: 131, plans: 24 } };
const NO_PLANS = { median: null, p90: null, plans: 0 };
const NOT_MEASURED = { claimed_ms: NO_PLANS, filled_ms: NO_PLANS };

function captureAt(decay, asked, measured) {
  if (asked === null) return null;
  const latency = asked === 'measured' ? (measured.filled_ms.median ?? 100) : asked;
  const found = decay.find((one) => one.offset_ms >= Number(latency));
  const probability = found === undefined ? null : found.profitable / found.opportunities;
  return { latency_ms: Number(latency), offset_ms: found?.offset_ms ?? null, probability, opportunities: found?.opportunities ?? 0 };
}

function counts(items, key) {
  return items.reduce((sums, item) => ({ ...sums, [key(item)]: (sums[key(item)] ?? 0) + 1 }), {});
}

function watch(nowMs) {
  return {
    venue: 'kraken',
    synthetic: true,
    connected: true,
    pairs: 34,
    live_books: 34,
    cycles: 72,
    settings: { depth: 10, starts: ['USD', 'EUR'], assets: [], legs: 3, fee_bps: 26, buffer_bps: 0, max_edge_bps: 500, haircut_bps: 50, max_notional: '1000', stale_ms: 1000 },
    feed: { connections: 1, messages: 48_210, book_messages: 47_911, wrong_checksums: 2, crossed: 0, unreadable: 0, refused: 0, resubscribed: 2, stalls: 0, trades: 2_104, tickers: 9_377, trade_gaps: 0, unanswered_pings: 1, round_trip_ms: 14 },
    markets: markets(nowMs),
    missed: { too_small: 3, eaten_by_lots: 41, absurd: 1, stale: 9, closed: 0 },
    opportunities: 90,
    left_to_others: 0,
    changes_lost: 0,
    as_of: time(nowMs),
  };
}

/** Base, quote, decimals of the price, its middle; the pairs that no dollars are in cost less. */
const MARKETS = [
  ['ADA', 'USD', 6, 0.6431],
  ['BTC', 'EUR', 1, 57_020],
  ['BTC', 'USD', 1, 61_810],
  ['ETH', 'BTC', 5, 0.0512],
  ['ETH', 'EUR', 2, 2_919],
  ['ETH', 'USD', 2, 3_164],
  ['EUR', 'USD', 5, 1.084],
  ['SOL', 'BTC', 7, 0.002311],
  ['SOL', 'ETH', 6, 0.04514],
  ['SOL', 'USD', 2, 142.84],
  ['XRP', 'EUR', 5, 0.4983],
  ['XRP', 'USD', 5, 0.5401],
];

function markets(nowMs) {
  return MARKETS.map(([base, quote, digits, middle], index) => {
    const step = 10 ** -digits;
    const last = middle + step * ((Math.floor(nowMs / 2_000) * (index + 3)) % 17);
    const told = base !== 'SOL' || quote !== 'ETH';
    return {
      pair: `${base}/${quote}`,
      live: told,
      fee_bps: quote === 'USD' ? 26 : 19,
      last: told ? last.toFixed(digits) : null,
      last_qty: told ? (0.05 + index / 8).toFixed(8) : null,
      trade_age_ms: told ? (nowMs + index * 1_700) % (9_000 * (index + 1)) : null,
      bid: told ? (last - step).toFixed(digits) : null,
      ask: told ? (last + step).toFixed(digits) : null,
    };
  });
}
