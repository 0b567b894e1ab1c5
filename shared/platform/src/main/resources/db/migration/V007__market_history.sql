-- What the market did beside trading: liquidations as observed, funding and prices as they were known, one-minute roll-ups.

-- Forced orders as the venue told them: at most the largest of each second and symbol, so a sample and never a total.
CREATE TABLE market.liquidation_events (
    symbol      text        NOT NULL,
    filled_at   timestamptz NOT NULL,
    position    text        NOT NULL CHECK (position IN ('LONG', 'SHORT')),
    price       numeric     NOT NULL CHECK (price > 0),
    qty         numeric     NOT NULL CHECK (qty > 0),
    notional    numeric     NOT NULL GENERATED ALWAYS AS (price * qty) STORED,
    synthetic   boolean     NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, filled_at, position, price, qty)
);

-- The same by minute, kept beside the events: small, and not dropped with them.
CREATE TABLE market.liquidation_agg (
    symbol          text        NOT NULL,
    minute          timestamptz NOT NULL,
    long_orders     bigint      NOT NULL,
    long_notional   numeric     NOT NULL,
    short_orders    bigint      NOT NULL,
    short_notional  numeric     NOT NULL,
    synthetic       boolean     NOT NULL,
    PRIMARY KEY (symbol, minute)
);

-- Stores one observed liquidation and adds it to its minute; the same one again changes nothing. Answers whether it was new.
CREATE FUNCTION market.store_liquidation(p jsonb) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    e market.liquidation_events;
    is_long boolean := p->>'position' = 'LONG';
BEGIN
    INSERT INTO market.liquidation_events (symbol, filled_at, position, price, qty, synthetic)
    VALUES (p->>'symbol', ops.ts((p->>'filled_at_ms')::bigint), p->>'position', (p->>'price')::numeric,
            (p->>'qty')::numeric, (p->>'synthetic')::boolean)
    ON CONFLICT DO NOTHING
    RETURNING * INTO e;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO market.liquidation_agg AS a
    VALUES (e.symbol, date_trunc('minute', e.filled_at, 'UTC'), is_long::int, CASE WHEN is_long THEN e.notional ELSE 0 END,
            (NOT is_long)::int, CASE WHEN is_long THEN 0 ELSE e.notional END, e.synthetic)
    ON CONFLICT (symbol, minute) DO UPDATE SET
        long_orders = a.long_orders + excluded.long_orders, long_notional = a.long_notional + excluded.long_notional,
        short_orders = a.short_orders + excluded.short_orders, short_notional = a.short_notional + excluded.short_notional,
        synthetic = a.synthetic OR excluded.synthetic;
    RETURN true;
END $$;

-- Mark price, index price and funding as they were known, per symbol.
CREATE TABLE market.rate_snapshots (
    symbol          text        NOT NULL,
    at              timestamptz NOT NULL,
    mark_price      numeric,
    index_price     numeric,
    funding_rate    numeric     NOT NULL,
    next_funding_at timestamptz,
    synthetic       boolean     NOT NULL,
    PRIMARY KEY (symbol, at)
);
CREATE INDEX idx_rate_snapshots_at ON market.rate_snapshots (at);

-- Stores a reading once; one of the funding rate is a rate snapshot too. Answers whether it was new.
CREATE FUNCTION market.store_reading(for_symbol text, of_type text, observed timestamptz, known timestamptz, reading jsonb, made_up boolean)
RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO market.market_indicators (symbol, indicator_type, at, known_at, value, synthetic)
    VALUES (for_symbol, of_type, observed, known, reading, made_up)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF of_type = 'funding_rate' AND reading ? 'rate' THEN
        INSERT INTO market.rate_snapshots
        VALUES (for_symbol, known, (reading->>'mark_price')::numeric, (reading->>'index_price')::numeric,
                (reading->>'rate')::numeric, ops.ts((reading->>'next_funding_ms')::numeric::bigint), made_up)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN true;
END $$;

-- Funding as it was charged: the last rate known before each settlement. A settlement is known by next_funding_at moving on.
CREATE VIEW market.funding_settlements AS
SELECT symbol, next_funding_at AS settled_at, (array_agg(funding_rate ORDER BY at DESC))[1] AS funding_rate,
    (array_agg(mark_price ORDER BY at DESC))[1] AS mark_price, bool_or(synthetic) AS synthetic
FROM market.rate_snapshots
WHERE at <= next_funding_at
GROUP BY symbol, next_funding_at;

-- The last indicator row of each minute, for charts over days.
CREATE TABLE strategy.signal_indicators_1m (LIKE strategy.signal_indicators INCLUDING CONSTRAINTS);
ALTER TABLE strategy.signal_indicators_1m
    ADD COLUMN minute timestamptz NOT NULL,
    ADD PRIMARY KEY (symbol, minute);

CREATE FUNCTION strategy.roll_up_minute() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    -- A row tells of the 15 s before it: the one at 12:01:00 is the last of the minute 12:00.
    INSERT INTO strategy.signal_indicators_1m
    SELECT new.*, date_trunc('minute', new.at - interval '1 millisecond', 'UTC')
    ON CONFLICT (symbol, minute) DO UPDATE SET
        at = excluded.at, cvd_fast = excluded.cvd_fast, cvd_mid = excluded.cvd_mid, cvd_24h = excluded.cvd_24h,
        cvd_day = excluded.cvd_day, cvd_fast_slope = excluded.cvd_fast_slope, cvd_accel = excluded.cvd_accel,
        vwap_30m = excluded.vwap_30m, atr_5m = excluded.atr_5m, atr_percentile = excluded.atr_percentile,
        p95_qty = excluded.p95_qty, p99_qty = excluded.p99_qty, buy_vol_1m = excluded.buy_vol_1m,
        sell_vol_1m = excluded.sell_vol_1m, price = excluded.price, mark_price = excluded.mark_price, covered = excluded.covered
    WHERE signal_indicators_1m.at < excluded.at;
    RETURN NULL;
END $$;
CREATE TRIGGER roll_up AFTER INSERT ON strategy.signal_indicators
FOR EACH ROW EXECUTE FUNCTION strategy.roll_up_minute();

-- Candles of a minute, folded from the buckets; complete when its four buckets are.
CREATE VIEW market.candles AS
SELECT symbol, date_trunc('minute', bucket_start, 'UTC') AS start_at, interval '1 minute' AS width,
    (array_agg(open ORDER BY bucket_start))[1] AS open, max(high) AS high, min(low) AS low,
    (array_agg(close ORDER BY bucket_start DESC))[1] AS close, sum(buy_qty) AS buy_volume, sum(sell_qty) AS sell_volume,
    sum(notional) AS notional, sum(trades)::bigint AS trades, bool_and(complete) AS complete
FROM market.buckets
GROUP BY symbol, date_trunc('minute', bucket_start, 'UTC');

-- Creates the partitions of this month and the next two; answers the names that are new.
CREATE FUNCTION market.ensure_partitions(now_at timestamptz) RETURNS text[]
LANGUAGE plpgsql AS $$
DECLARE
    months constant timestamptz[] := ARRAY[now_at, now_at + interval '1 month', now_at + interval '2 months'];
    month timestamptz;
    name text;
    added text[] := '{}';
BEGIN
    FOREACH month IN ARRAY months LOOP
        name := 'agg_trades_' || to_char(month AT TIME ZONE 'UTC', 'YYYYMM');
        IF to_regclass('market.' || name) IS NULL THEN
            PERFORM market.ensure_agg_trades_partition(month);
            added := added || name;
        END IF;
    END LOOP;
    RETURN added;
END $$;
