-- What the exchange said. Prices and quantities are exact; rows are written once and never changed, but for the one
-- legal upgrade of a bucket from incomplete to complete.
CREATE TABLE market.agg_trades (
    symbol          text        NOT NULL,
    agg_id          bigint      NOT NULL,
    traded_at       timestamptz NOT NULL,
    price           numeric     NOT NULL CHECK (price > 0),
    qty             numeric     NOT NULL CHECK (qty > 0),
    is_buyer_maker  boolean     NOT NULL,
    first_trade_id  bigint      NOT NULL,
    last_trade_id   bigint      NOT NULL,
    PRIMARY KEY (traded_at, symbol, agg_id)
) PARTITION BY RANGE (traded_at);
CREATE INDEX idx_agg_trades_sym_time ON market.agg_trades (symbol, traded_at DESC);
CREATE INDEX idx_agg_trades_sym_agg ON market.agg_trades (symbol, agg_id);

-- Creates the month's partition if it is missing; answers its name. Months are UTC.
CREATE FUNCTION market.ensure_agg_trades_partition(at timestamptz) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    month timestamp := date_trunc('month', at AT TIME ZONE 'UTC');
    name  text := 'agg_trades_' || to_char(month, 'YYYYMM');
BEGIN
    IF to_regclass('market.' || name) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext('market.agg_trades.partition'));
        EXECUTE format(
            'CREATE TABLE IF NOT EXISTS market.%I PARTITION OF market.agg_trades FOR VALUES FROM (%L) TO (%L)',
            name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
    END IF;
    RETURN name;
END $$;

CREATE TABLE market.agg_trades_meta (
    symbol           text PRIMARY KEY,
    last_agg_id      bigint      NOT NULL,
    last_traded_at   timestamptz NOT NULL,
    last_price       numeric     NOT NULL,
    earliest_agg_id  bigint      NOT NULL,
    earliest_traded_at timestamptz NOT NULL,
    trades           bigint      NOT NULL,
    watermark_at     timestamptz NOT NULL,
    epoch            bigint      NOT NULL,
    updated_at       timestamptz NOT NULL DEFAULT now()
);

-- Stores a batch of one symbol's trades: [{"a":id,"t":ms,"p":"…","q":"…","m":bool,"f":id,"l":id}], answers how many were new.
CREATE FUNCTION market.store_trades(for_symbol text, trades jsonb, watermark_ms bigint, from_epoch bigint) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    added bigint := 0;
BEGIN
    IF jsonb_array_length(trades) > 0 THEN
        PERFORM market.ensure_agg_trades_partition(month)
        FROM (SELECT DISTINCT date_trunc('month', ops.ts((t->>'t')::bigint), 'UTC') AS month
              FROM jsonb_array_elements(trades) t) months;
        INSERT INTO market.agg_trades
        SELECT for_symbol, a, ops.ts(t), p, q, m, f, l
        FROM jsonb_to_recordset(trades) AS x(a bigint, t bigint, p numeric, q numeric, m boolean, f bigint, l bigint)
        ON CONFLICT DO NOTHING;
        GET DIAGNOSTICS added = ROW_COUNT;
        INSERT INTO market.agg_trades_meta
        SELECT for_symbol, (array_agg(a ORDER BY a DESC))[1], ops.ts((array_agg(t ORDER BY a DESC))[1]),
               (array_agg(p ORDER BY a DESC))[1], min(a), ops.ts((array_agg(t ORDER BY a))[1]), added,
               ops.ts(watermark_ms), from_epoch
        FROM jsonb_to_recordset(trades) AS x(a bigint, t bigint, p numeric)
        ON CONFLICT (symbol) DO UPDATE SET
            last_price = CASE WHEN excluded.last_agg_id > agg_trades_meta.last_agg_id
                              THEN excluded.last_price ELSE agg_trades_meta.last_price END,
            last_traded_at = CASE WHEN excluded.last_agg_id > agg_trades_meta.last_agg_id
                                  THEN excluded.last_traded_at ELSE agg_trades_meta.last_traded_at END,
            last_agg_id = greatest(agg_trades_meta.last_agg_id, excluded.last_agg_id),
            earliest_traded_at = CASE WHEN excluded.earliest_agg_id < agg_trades_meta.earliest_agg_id
                                      THEN excluded.earliest_traded_at ELSE agg_trades_meta.earliest_traded_at END,
            earliest_agg_id = least(agg_trades_meta.earliest_agg_id, excluded.earliest_agg_id),
            trades = agg_trades_meta.trades + excluded.trades,
            watermark_at = greatest(agg_trades_meta.watermark_at, excluded.watermark_at),
            epoch = greatest(agg_trades_meta.epoch, excluded.epoch),
            updated_at = now();
    ELSE
        UPDATE market.agg_trades_meta
        SET watermark_at = greatest(watermark_at, ops.ts(watermark_ms)), epoch = greatest(epoch, from_epoch), updated_at = now()
        WHERE symbol = for_symbol;
    END IF;
    RETURN added;
END $$;

-- A closed 15-second bucket. sizes is "bin:count,bin:count,…" in rising order (see SizeHistogram).
CREATE TABLE market.buckets (
    symbol        text        NOT NULL,
    bucket_start  timestamptz NOT NULL,
    first_agg_id  bigint      NOT NULL,
    last_agg_id   bigint      NOT NULL,
    trades        bigint      NOT NULL,
    open          numeric     NOT NULL,
    high          numeric     NOT NULL,
    low           numeric     NOT NULL,
    close         numeric     NOT NULL,
    buy_qty       numeric     NOT NULL,
    sell_qty      numeric     NOT NULL,
    notional      numeric     NOT NULL,
    sizes         text        NOT NULL,
    complete      boolean     NOT NULL,
    closed_by     text        NOT NULL,
    content_hash  text        NOT NULL,
    stored_by     text        NOT NULL,
    upgraded      boolean     NOT NULL DEFAULT false,
    stored_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, bucket_start)
);

-- Insert-or-compare. Answers STORED, SAME, UPGRADED (the one legal change) or DIFFERENT (a determinism alarm).
CREATE FUNCTION market.store_bucket(b jsonb, by text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    old market.buckets;
BEGIN
    INSERT INTO market.buckets
    VALUES (b->>'symbol', ops.ts((b->>'start')::bigint), (b->>'first')::bigint, (b->>'last')::bigint, (b->>'trades')::bigint,
            (b->>'open')::numeric, (b->>'high')::numeric, (b->>'low')::numeric, (b->>'close')::numeric,
            (b->>'buy')::numeric, (b->>'sell')::numeric, (b->>'notional')::numeric, b->>'sizes',
            (b->>'complete')::boolean, b->>'closed_by', b->>'hash', by)
    ON CONFLICT DO NOTHING;
    IF FOUND THEN
        RETURN 'STORED';
    END IF;
    SELECT * INTO old FROM market.buckets
    WHERE symbol = b->>'symbol' AND bucket_start = ops.ts((b->>'start')::bigint) FOR UPDATE;
    -- An incomplete bucket says nothing against any row.
    IF old.content_hash = b->>'hash' OR NOT (b->>'complete')::boolean THEN
        RETURN 'SAME';
    END IF;
    IF NOT old.complete AND (b->>'complete')::boolean AND NOT old.upgraded THEN
        UPDATE market.buckets SET first_agg_id = (b->>'first')::bigint, last_agg_id = (b->>'last')::bigint,
            trades = (b->>'trades')::bigint, open = (b->>'open')::numeric, high = (b->>'high')::numeric,
            low = (b->>'low')::numeric, close = (b->>'close')::numeric, buy_qty = (b->>'buy')::numeric,
            sell_qty = (b->>'sell')::numeric, notional = (b->>'notional')::numeric, sizes = b->>'sizes',
            complete = true, content_hash = b->>'hash', stored_by = by, upgraded = true
        WHERE symbol = old.symbol AND bucket_start = old.bucket_start;
        RETURN 'UPGRADED';
    END IF;
    RETURN 'DIFFERENT';
END $$;

CREATE TABLE market.gaps (
    symbol       text        NOT NULL,
    from_agg_id  bigint      NOT NULL,
    to_agg_id    bigint      NOT NULL,
    seen_at      timestamptz NOT NULL,
    filled_at    timestamptz,
    PRIMARY KEY (symbol, from_agg_id),
    CHECK (to_agg_id >= from_agg_id)
);

CREATE TABLE market.market_indicators (
    symbol          text        NOT NULL,
    indicator_type  text        NOT NULL,
    at              timestamptz NOT NULL,
    known_at        timestamptz NOT NULL,
    value           jsonb       NOT NULL,
    synthetic       boolean     NOT NULL,
    PRIMARY KEY (symbol, indicator_type, at)
);
CREATE INDEX idx_market_indicators_known ON market.market_indicators (symbol, indicator_type, known_at DESC);

-- Symbols whose buckets disagreed, or whose position does; no entry there until a human clears it.
CREATE TABLE market.blocked_symbols (
    symbol      text PRIMARY KEY,
    reason      text        NOT NULL,
    blocked_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE market.instruments (
    venue       text        NOT NULL,
    symbol      text        NOT NULL,
    base_asset  text        NOT NULL,
    quote_asset text        NOT NULL,
    tradable    boolean     NOT NULL,
    tick_size   numeric     NOT NULL CHECK (tick_size > 0),
    step_size   numeric     NOT NULL CHECK (step_size > 0),
    min_qty     numeric     NOT NULL,
    max_qty     numeric     NOT NULL,
    min_notional numeric    NOT NULL,
    version     bigint      NOT NULL DEFAULT 1,
    updated_at  timestamptz NOT NULL,
    PRIMARY KEY (venue, symbol)
);

-- Venue minus local: negative when that part's clock is ahead.
CREATE TABLE market.clock_offsets (
    component    text PRIMARY KEY,
    offset_ms    bigint      NOT NULL,
    measured_at  timestamptz NOT NULL
);
