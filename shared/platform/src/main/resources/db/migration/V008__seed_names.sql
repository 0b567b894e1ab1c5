-- The tables of the first plan under their names. Where the desk keeps a thing in one place that the plan had in several,
-- the name is a view: numbers stay exact, times are timestamptz, and nothing can diverge.

-- Funding received for a symbol from one time to another (NULL: until now), in the account's currency; negative when paid.
CREATE FUNCTION portfolio.funding_while(for_account text, for_symbol text, from_at timestamptz, to_at timestamptz) RETURNS numeric
LANGUAGE sql STABLE
RETURN (SELECT coalesce(sum(l.amount), 0) FROM portfolio.ledger l JOIN risk.accounts a ON a.account = l.account AND a.currency = l.asset
        WHERE l.account = for_account AND l.kind = 'funding' AND split_part(l.reference, '/', 2) = for_symbol
          AND l.at >= from_at AND (to_at IS NULL OR l.at <= to_at));

-- Round trips with their prices, for the views below.
CREATE VIEW execution.round_trips AS
SELECT t.*, a.mode, cost_opened / nullif(qty_opened, 0) AS entry_price,
    proceeds_closed / nullif(qty_closed, 0) AS exit_price,
    (SELECT d.body->'factors' FROM strategy.decisions d WHERE d.decision_id = t.decision_id) AS score_factors
FROM execution.trades t JOIN risk.accounts a USING (account);

CREATE VIEW execution.paper_trades AS
SELECT trade_id, account, symbol, direction, score, tier, round(entry_price, 8) AS entry_price, opened_at AS entry_at,
    round(exit_price, 8) AS exit_price, closed_at AS exit_at, tp1_price, tp2_price, sl_price, tp1_hit, status, pnl, pnl_r,
    atr_at_entry, score_factors, strategy, opened_at AS created_at
FROM execution.round_trips WHERE mode = 'paper';

CREATE VIEW execution.live_trades AS
SELECT trade_id, account, mode, symbol, strategy, direction, status, round(t.entry_price, 8) AS entry_price,
    round(exit_price, 8) AS exit_price, opened_at AS entry_at, closed_at AS exit_at, sl_price, tp1_price, tp2_price, tp1_hit,
    score, tier, pnl, pnl_r, fees AS fee_usdt,
    portfolio.funding_while(t.account, t.symbol, t.opened_at, t.closed_at) AS funding_fee_usdt,
    stop_distance AS risk_distance, atr_at_entry, score_factors, decision_id, e.source_id AS signal_id,
    e.venue_order_id AS binance_order_id, round(t.entry_price, 8) AS fill_price,
    round(CASE direction WHEN 'LONG' THEN 10000 ELSE -10000 END * (t.entry_price - signal_price) / signal_price, 2) AS slippage_bps,
    greatest(0, ops.ms(protected_at) - ops.ms(t.first_fill_at)) AS protection_gap_ms,
    ops.ms(ordered_at) - ops.ms(signal_at) AS signal_to_order_ms,
    ops.ms(t.first_fill_at) - ops.ms(ordered_at) AS order_to_fill_ms, qty_opened AS qty, opened_at AS created_at
FROM execution.round_trips t JOIN LATERAL (
    SELECT source_id, venue_order_id FROM execution.orders WHERE intent_id = t.trade_id) e ON true
WHERE mode <> 'paper';

CREATE VIEW strategy.signal_trades AS
SELECT trade_id, account, opened_at AS ts_open, closed_at AS ts_close, symbol, direction, round(entry_price, 8) AS entry_price,
    round(exit_price, 8) AS exit_price, qty_opened AS qty, score, pnl, sl_price, tp1_price, tp2_price,
    CASE WHEN closed_at IS NULL THEN 'open' WHEN exit_reason = 'sl' THEN 'stopped' ELSE 'closed' END AS status
FROM execution.round_trips;

-- The first signal system told of funding rates; its log is every settlement, a year's worth of it in percent.
CREATE VIEW strategy.signal_logs AS
SELECT symbol, funding_rate AS rate, funding_rate * 3 * 365 * 100 AS annualized, settled_at AS sent_at,
    'funding of ' || symbol || ' is ' || ops.dec(funding_rate * 10000) || ' bps' AS message
FROM market.funding_settlements;

-- Runtime configuration as keys and values; the typed columns are risk.accounts and risk.control.
CREATE VIEW risk.live_config AS
SELECT account, key, value, label
FROM risk.accounts JOIN risk.control c USING (account), LATERAL (VALUES
    ('risk_per_trade_usd', ops.dec(risk_per_trade), 'what a standard trade may lose'),
    ('max_positions', max_positions::text, 'symbols held or on their way at once'),
    ('circuit_break', CASE WHEN halted OR venue_halt IS NOT NULL OR kill_level <> 'none' THEN 'true' ELSE 'false' END,
     concat_ws(', ', CASE WHEN kill_level <> 'none' THEN 'kill switch at level ' || kill_level END, CASE WHEN halted THEN halt_reason END,
        'refused by the venue: ' || venue_halt)))
    AS setting(key, value, label);

-- The event log is the audit chain.
CREATE VIEW ops.live_events AS
SELECT account, seq, at AS ts,
    CASE WHEN action IN ('refused', 'blocked', 'expired_unsent', 'not_found', 'venue_rejected', 'outcome_unknown') THEN 'warning'
         ELSE 'info' END AS level,
    action AS category, subject, concat_ws(' ', actor, action, detail) AS message
FROM ops.audit;

-- Accounts of people.
CREATE SCHEMA auth;
CREATE TABLE auth.users (
    user_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email          text        NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '_%@_%'),
    password_hash  text        NOT NULL,
    discord_id     text UNIQUE,
    role           text        NOT NULL DEFAULT 'user' CHECK (role IN ('user', 'trader', 'admin')),
    banned         boolean     NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE auth.subscriptions (
    user_id     bigint PRIMARY KEY REFERENCES auth.users,
    tier        text NOT NULL DEFAULT 'free' CHECK (tier IN ('free', 'pro')),
    expires_at  timestamptz
);
CREATE TABLE auth.invite_codes (
    code_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code        text        NOT NULL UNIQUE,
    created_by  bigint REFERENCES auth.users,
    max_uses    int         NOT NULL DEFAULT 1 CHECK (max_uses > 0),
    used_count  int         NOT NULL DEFAULT 0 CHECK (used_count BETWEEN 0 AND max_uses),
    status      text        NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'revoked')),
    expires_at  timestamptz,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE auth.invite_usage (
    code_id  bigint      NOT NULL REFERENCES auth.invite_codes,
    user_id  bigint      NOT NULL REFERENCES auth.users,
    used_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (code_id, user_id)
);
-- Only a hash is kept; a rotated token names its successor, so that a reuse gives the whole family away.
CREATE TABLE auth.refresh_tokens (
    token_hash   text PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    user_id      bigint      NOT NULL REFERENCES auth.users,
    family       text        NOT NULL,
    replaced_by  text,
    revoked      boolean     NOT NULL DEFAULT false,
    expires_at   timestamptz NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX refresh_tokens_family ON auth.refresh_tokens (family);

-- Simulated runs: what was asked and what came out, neither of which ever changes.
CREATE SCHEMA backtest;
CREATE TABLE backtest.backtest_runs (
    run_id           text PRIMARY KEY,
    strategy         text        NOT NULL,
    strategy_version text        NOT NULL,
    config           jsonb       NOT NULL,
    data_version     text        NOT NULL,
    symbols          text[]      NOT NULL,
    from_at          timestamptz NOT NULL,
    to_at            timestamptz NOT NULL,
    timeframe        interval    NOT NULL,
    fee_model        jsonb       NOT NULL,
    initial_balance  numeric     NOT NULL CHECK (initial_balance > 0),
    code_version     text        NOT NULL,
    started_at       timestamptz NOT NULL DEFAULT now(),
    CHECK (to_at > from_at)
);
CREATE TABLE backtest.backtest_results (
    run_id        text PRIMARY KEY REFERENCES backtest.backtest_runs,
    finished_at   timestamptz NOT NULL,
    trades        bigint      NOT NULL,
    pnl           numeric     NOT NULL,
    pnl_r         numeric     NOT NULL,
    fees          numeric     NOT NULL,
    max_drawdown  numeric     NOT NULL,
    report        jsonb       NOT NULL,
    result_hash   text        NOT NULL
);

CREATE SCHEMA analytics;
-- Results by day, strategy and symbol.
CREATE VIEW analytics.daily_results AS
SELECT account, (closed_at AT TIME ZONE 'UTC')::date AS day, strategy, symbol, count(*) AS trades,
    count(*) FILTER (WHERE pnl > 0) AS wins, sum(pnl) AS pnl, sum(pnl_r) AS pnl_r, sum(fees) AS fees
FROM execution.trades WHERE closed_at IS NOT NULL
GROUP BY account, day, strategy, symbol;
