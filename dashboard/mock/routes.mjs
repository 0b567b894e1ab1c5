import { lastPrice, pnlAt, positionsAt, tradeView } from './account.mjs';
import { overviewAt, reportAt } from './backtests.mjs';
import { createControl } from './control.mjs';
import { candles, STEPS_MS } from './bars.mjs';
import { explain } from './explain.mjs';
import { healthAt } from './health.mjs';
import { opportunitiesAt, opportunityAt, summaryAt } from './opportunities.mjs';
import { planSummaryAt, plansAt } from './plans.mjs';
import { viewOrder } from './orders.mjs';
import { Refusal } from './refusal.mjs';
import { ACCOUNTS, riskAt } from './risk.mjs';
import { STRATEGIES, strategyView, TRIANGLES } from './strategies.mjs';
import { countBefore, price, qty, SYMBOL, time } from './tape.mjs';

const INDICATOR_STEP_MS = 15_000;

/** Answers a GET of /api/v1 as of `nowMs`; throws `Refusal`. */
export function answer(world, nowMs, path, params, control = createControl()) {
  const limit = limitOf(params);
  const list = (items) => page(items, params, limit, nowMs);
  const market = /^\/market\/([^/]+)\/(candles|indicators|trades)$/.exec(path);
  if (market !== null) return marketAnswer(world, nowMs, market, params, limit);
  const one = path === '/orders/external' ? null : /^\/(decisions|orders)\/([^/]+)$/.exec(path);
  if (one !== null) return single(world, nowMs, one);
  const explained = /^\/decisions\/([^/]+)\/explain$/.exec(path);
  if (explained !== null) return explain(world, nowMs, single(world, nowMs, [path, 'decisions', explained[1]]), signalView);
  const opportunity = /^\/opportunities\/([0-9a-f]{64})$/.exec(path);
  if (opportunity !== null) return opportunityAt(world, nowMs, opportunity[1]);
  const report = /^\/backtests\/([0-9a-f]{64})$/.exec(path);
  if (report !== null) return reportAt(control.backtests, report[1], time(nowMs));
  switch (path) {
    case '/backtests':
      return overviewAt(control.backtests, time(nowMs));
    case '/health':
      return healthAt(world, nowMs, false);
    case '/rates':
      return list([rate(world, nowMs)]);
    case '/decisions':
      return list(decisions(world, nowMs).filter((d) => accepts(params, d, ['strategy', 'symbol', 'taken'])));
    case '/signals':
      return list(newestFirst(world.signals, nowMs).map((s) => signalView(s, nowMs)));
    case '/orders':
      return list(orders(world, nowMs).map((o) => viewOrder(o, nowMs, false)).filter((o) => accepts(params, o, ['state', 'symbol'])));
    case '/orders/external':
      return list(newestFirst(world.external, nowMs).map(externalView));
    case '/positions':
      return list(positionsAt(world, nowMs));
    case '/trades':
      return list(world.trades.filter((t) => t.openedMs <= nowMs).reverse().map((t) => tradeView(t, nowMs)).filter((t) => accepts(params, t, ['strategy'])));
    case '/pnl':
      return pnlAt(world, nowMs, world.scenario === 'short' ? 5_000 : 120_000);
    case '/risk':
      return riskAt(world, nowMs, control, params.get('account') ?? 'paper-main');
    case '/accounts':
      return list(ACCOUNTS);
    case '/plans':
      return list(plansAt(world, nowMs));
    case '/plans/summary':
      return planSummaryAt(world, nowMs);
    case '/opportunities':
      return list(opportunitiesAt(world, nowMs, params));
    case '/opportunities/summary':
      return summaryAt(world, nowMs, params);
    case '/gaps':
      return list(newestFirst(world.gaps, nowMs).map(gapView));
    case '/strategies':
      return list([...STRATEGIES, TRIANGLES].map((s) => ({ ...strategyView(s, world), ...stateOf(control, s) })));
    default:
      throw new Refusal(404, 'not_found', `no such path: ${path}`);
  }
}

/** What a person has made of it; who did is in the audit log alone. */
const stateOf = (control, strategy) => (({ by: _, ...shown }) => shown)(control.strategies[strategy.name] ?? {});

const newestFirst = (items, nowMs) => items.filter((item) => item.atMs <= nowMs).reverse();
const decisions = (world, nowMs) => newestFirst(world.decisions, nowMs).map(({ atMs, ...decision }) => decision);
const orders = (world, nowMs) => world.orders.filter((o) => o.createdMs <= nowMs).sort((a, b) => b.createdMs - a.createdMs);

function accepts(params, item, names) {
  return names.every((name) => params.get(name) === null || String(item[name]) === params.get(name));
}

function limitOf(params) {
  const limit = Number(params.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new Refusal(400, 'bad_request', `limit is ${params.get('limit')}, expected 1–500`);
  return limit;
}

function page(items, params, limit, nowMs) {
  const from = Number(params.get('cursor') ?? 0);
  const next = from + limit < items.length ? String(from + limit) : null;
  return { items: items.slice(from, from + limit), next_cursor: next, as_of: time(nowMs) };
}

function marketAnswer(world, nowMs, [, symbol, what], params, limit) {
  if (decodeURIComponent(symbol) !== SYMBOL) throw new Refusal(404, 'not_found', `symbol is ${symbol}, expected ${SYMBOL}`);
  if (what === 'trades') {
    const end = countBefore(world.tape, nowMs + 1);
    return page(world.tape.slice(Math.max(0, end - limit), end).reverse().map(tapeView), new URLSearchParams(), limit, nowMs);
  }
  const from = Date.parse(params.get('from') ?? time(0));
  const to = Date.parse(params.get('to') ?? time(nowMs));
  const items = what === 'candles' ? candleItems(world, nowMs, params, from, to, limit) : indicatorItems(world, nowMs, from, to, limit);
  return { items: items.slice(-limit), next_cursor: null, as_of: time(nowMs) };
}

function candleItems(world, nowMs, params, from, to, limit) {
  const step = STEPS_MS[params.get('interval') ?? '15s'];
  if (step === undefined) throw new Refusal(400, 'bad_request', `interval is ${params.get('interval')}, expected 15s, 1m or 5m`);
  const end = Math.min(to, nowMs);
  return candles(world, step, Math.max(from, end - (limit + 20) * step), end, nowMs);
}

function indicatorItems(world, nowMs, from, to, limit) {
  const end = Math.floor(Math.min(to, nowMs) / INDICATOR_STEP_MS) * INDICATOR_STEP_MS;
  const first = Math.max(from, world.firstMs + 1, end - (limit - 1) * INDICATOR_STEP_MS);
  const rows = [];
  for (let at = Math.ceil(first / INDICATOR_STEP_MS) * INDICATOR_STEP_MS; at <= end; at += INDICATOR_STEP_MS) {
    if (world.row(at) !== null) rows.push(world.row(at));
  }
  return rows;
}

function single(world, nowMs, [, kind, id]) {
  if (kind === 'decisions') {
    const found = decisions(world, nowMs).find((d) => d.decision_id === id);
    if (found !== undefined) return { ...found, as_of: time(nowMs) };
  } else {
    const found = orders(world, nowMs).find((o) => o.base.intent_id === id);
    if (found !== undefined) return { ...viewOrder(found, nowMs, true), as_of: time(nowMs) };
  }
  throw new Refusal(404, 'not_found', `${kind.slice(0, -1)} id is ${id}, expected one of the list`);
}

function rate(world, nowMs) {
  const last = lastPrice(world, nowMs);
  return { symbol: SYMBOL, price: price(last), mark_price: price(last - 3), index_price: null, funding_rate: '0.00010000', next_funding_at: '2024-08-09T00:00:00.000Z', synthetic: ['mark_price', 'funding_rate'] };
}

const tapeView = (t) => ({ agg_id: t.id, at: time(t.ms), price: price(t.tenths), qty: qty(t.thousandths), side: t.buy ? 'BUY' : 'SELL' });
const externalView = ({ atMs, ...order }) => ({ symbol: SYMBOL, ...order, first_seen_at: time(atMs), changed_at: time(atMs) });

const gapView = (g) => ({ symbol: SYMBOL, from_agg_id: g.from, to_agg_id: g.to, size: g.to - g.from + 1, seen_at: time(g.atMs), filled: g.filled });

function signalView({ decision, refused, intent_id, tier, atMs }, nowMs) {
  const { signal_id, decision_id, strategy, symbol, direction, score, price: at } = decision;
  const outcome = nowMs < atMs + 100 ? 'pending' : refused ? 'refused: max_positions_per_symbol' : 'approved';
  return { signal_id, decision_id, strategy, symbol, direction, score, tier, price: at, at: time(atMs), expires_at: time(atMs + 10_000), outcome, intent_id };
}
