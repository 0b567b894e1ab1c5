-- What the desk thinks: strategies as they are configured, indicator rows, and every decision, taken or not.
CREATE TABLE strategy.strategies (
    name              text PRIMARY KEY,
    version           text        NOT NULL,
    strategy_version  text        NOT NULL,
    lane              text        NOT NULL CHECK (lane IN ('stream', 'direct')),
    config            jsonb       NOT NULL,
    state             text        NOT NULL CHECK (state IN ('RUNNING', 'STOPPED')),
    state_reason      text,
    state_since       timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE strategy.signal_indicators (
    symbol          text        NOT NULL,
    at              timestamptz NOT NULL,
    cvd_fast        numeric,
    cvd_mid         numeric,
    cvd_24h         numeric,
    cvd_day         numeric,
    cvd_fast_slope  numeric,
    cvd_accel       numeric,
    vwap_30m        double precision,
    atr_5m          double precision,
    atr_percentile  double precision,
    p95_qty         numeric,
    p99_qty         numeric,
    buy_vol_1m      numeric,
    sell_vol_1m     numeric,
    price           numeric     NOT NULL,
    mark_price      numeric,
    covered         int         NOT NULL CHECK (covered BETWEEN 0 AND 3),
    PRIMARY KEY (symbol, at)
);
CREATE INDEX idx_si_ts ON strategy.signal_indicators (at);
CREATE INDEX idx_si_sym_ts ON strategy.signal_indicators (symbol, at DESC);

CREATE TABLE strategy.decisions (
    decision_id       text PRIMARY KEY,
    strategy          text        NOT NULL,
    strategy_version  text        NOT NULL,
    symbol            text        NOT NULL,
    bucket_start      timestamptz NOT NULL,
    decided_at        timestamptz NOT NULL,
    score             int         NOT NULL CHECK (score BETWEEN 0 AND 100),
    direction         text CHECK (direction IN ('LONG', 'SHORT')),
    taken             boolean     NOT NULL,
    gate_code         text        NOT NULL,
    signal_id         text,
    body              jsonb       NOT NULL
);
CREATE INDEX idx_decisions_at ON strategy.decisions (decided_at DESC, decision_id);
CREATE INDEX idx_decisions_strategy ON strategy.decisions (strategy, symbol, decided_at DESC);

CREATE TABLE strategy.signals (
    signal_id         text        NOT NULL,
    decision_id       text        NOT NULL REFERENCES strategy.decisions,
    account           text        NOT NULL,
    strategy          text        NOT NULL,
    strategy_version  text        NOT NULL,
    symbol            text        NOT NULL,
    direction         text        NOT NULL CHECK (direction IN ('LONG', 'SHORT')),
    bucket_start      timestamptz NOT NULL,
    score             int         NOT NULL,
    tier              text        NOT NULL,
    price             numeric     NOT NULL,
    decided_at        timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL,
    record            jsonb       NOT NULL,
    refused_code      text,
    refused_text      text,
    -- this machine's time; all others are the market's
    recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (signal_id, account),
    UNIQUE (account, strategy, symbol, bucket_start)
);
CREATE INDEX idx_signals_cooldown ON strategy.signals (strategy, symbol, direction, decided_at DESC);

-- Stores one bucket's results in one step and answers the signals as they stand in the table, which are the only ones
-- to be emitted: {"signals":[record,…],"new_decisions":n}.
CREATE FUNCTION strategy.record_bucket(indicators jsonb, decisions jsonb, signals jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    added bigint;
BEGIN
    INSERT INTO strategy.signal_indicators
    SELECT i->>'symbol', ops.ts((i->>'at_ms')::bigint), (i->>'cvd_fast')::numeric, (i->>'cvd_mid')::numeric,
           (i->>'cvd_24h')::numeric, (i->>'cvd_day')::numeric, (i->>'cvd_fast_slope')::numeric, (i->>'cvd_accel')::numeric,
           (i->>'vwap_30m')::float8, (i->>'atr_5m')::float8, (i->>'atr_percentile')::float8, (i->>'p95_qty')::numeric,
           (i->>'p99_qty')::numeric, (i->>'buy_vol_1m')::numeric, (i->>'sell_vol_1m')::numeric, (i->>'price')::numeric,
           (i->>'mark_price')::numeric, (i->>'covered')::int
    FROM jsonb_array_elements(indicators) i
    ON CONFLICT DO NOTHING;
    INSERT INTO strategy.decisions
    SELECT d->>'decision_id', d->>'strategy', d->>'strategy_version', d->>'symbol', ops.ts((d->>'bucket_start_ms')::bigint),
           ops.ts((d->>'decided_at_ms')::bigint), (d->>'score')::int, d->>'direction', (d->>'taken')::boolean,
           d->'gate'->>'code', d->>'signal_id', d
    FROM jsonb_array_elements(decisions) d
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    -- A signal is stored only beside the decision that raised it: a re-run that decides otherwise changes nothing.
    INSERT INTO strategy.signals
    SELECT s->>'signal_id', d.decision_id, s->>'account', s->>'strategy', s->>'strategy_version', s->>'symbol',
           upper(s->>'direction'), ops.ts((s->>'bucket_start_ms')::bigint), (s->>'score')::int, s->>'tier', (s->>'price')::numeric,
           ops.ts((s->>'decided_at_ms')::bigint), ops.ts((s->>'expires_at_ms')::bigint), s, NULL, NULL
    FROM jsonb_array_elements(signals) s
    JOIN strategy.decisions d ON d.signal_id = s->>'signal_id'
    ON CONFLICT DO NOTHING;
    RETURN jsonb_build_object(
        'new_decisions', added,
        'signals', (SELECT coalesce(jsonb_agg(g.record ORDER BY g.signal_id, g.account), '[]')
                    FROM strategy.signals g
                    WHERE g.signal_id IN (SELECT s->>'signal_id' FROM jsonb_array_elements(signals) s)));
END $$;

-- Notes that a signal died before it became an intent: too small to trade, expired in the queue.
CREATE FUNCTION strategy.refuse_signal(for_signal text, for_account text, code text, told text) RETURNS void
LANGUAGE sql AS $$
    UPDATE strategy.signals SET refused_code = code, refused_text = told
    WHERE signal_id = for_signal AND account = for_account AND refused_code IS NULL;
$$;
