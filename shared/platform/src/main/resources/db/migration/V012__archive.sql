-- Trades leave the database for objects: one for each symbol and hour. A month of them goes when each of its hours is
-- found whole among the objects.
CREATE TABLE market.segments (
    symbol       text        NOT NULL,
    hour_at      timestamptz NOT NULL CHECK (hour_at = date_trunc('hour', hour_at, 'UTC')),
    object_key   text        NOT NULL,
    trades       bigint      NOT NULL CHECK (trades > 0),
    first_agg_id bigint      NOT NULL,
    last_agg_id  bigint      NOT NULL CHECK (last_agg_id >= first_agg_id),
    bytes        bigint      NOT NULL CHECK (bytes > 0),
    sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    archived_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, hour_at)
);

-- Days of which every hour was found whole. A look older than an hour doesn't count when a month is to go.
CREATE TABLE market.archived_days (
    day         date        PRIMARY KEY,
    trades      bigint      NOT NULL,
    verified_at timestamptz NOT NULL
);

CREATE TABLE market.dropped_months (
    month      date        PRIMARY KEY CHECK (month = date_trunc('month', month)),
    trades     bigint      NOT NULL,
    dropped_at timestamptz NOT NULL DEFAULT now()
);

-- Hours that have other trades than their segment, oldest first. What is before from_at is not looked at.
CREATE FUNCTION market.unarchived_hours(from_at timestamptz, until_at timestamptz, most bigint)
RETURNS TABLE (symbol text, hour_at timestamptz, trades bigint)
LANGUAGE sql STABLE AS $$
    SELECT t.symbol, t.hour_at, t.trades
    FROM (SELECT symbol, date_trunc('hour', traded_at, 'UTC') AS hour_at, count(*) AS trades FROM market.agg_trades
          WHERE traded_at >= from_at AND traded_at < until_at GROUP BY 1, 2) t
    LEFT JOIN market.segments s ON s.symbol = t.symbol AND s.hour_at = t.hour_at
    WHERE s.trades IS DISTINCT FROM t.trades
    ORDER BY t.hour_at, t.symbol LIMIT most
$$;

-- Notes a day as archived if each of its hours is. Answers the hours that are not, up to ten, and nothing if none.
CREATE FUNCTION market.verify_archived_day(of_day date) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    from_at constant timestamptz := of_day::timestamp AT TIME ZONE 'UTC';
    missing text;
BEGIN
    SELECT string_agg(symbol || ' ' || to_char(hour_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24') || 'h with ' || trades || ' trades', ', ')
    INTO missing FROM market.unarchived_hours(from_at, from_at + interval '1 day', 10);
    IF missing IS NULL THEN
        INSERT INTO market.archived_days (day, trades, verified_at)
        SELECT of_day, count(*), now() FROM market.agg_trades WHERE traded_at >= from_at AND traded_at < from_at + interval '1 day'
        ON CONFLICT (day) DO UPDATE SET trades = excluded.trades, verified_at = excluded.verified_at;
    END IF;
    RETURN coalesce(missing, '');
END $$;

-- The first days of months that have a partition and ended before a moment, oldest first.
CREATE FUNCTION market.months_before(before timestamptz) RETURNS SETOF date
LANGUAGE sql STABLE AS $$
    SELECT month FROM (
        SELECT to_date(substr(child.relname, 12), 'YYYYMM') AS month
        FROM pg_inherits i JOIN pg_class child ON child.oid = i.inhrelid
        WHERE i.inhparent = 'market.agg_trades'::regclass) months
    WHERE (month + interval '1 month') AT TIME ZONE 'UTC' <= before ORDER BY month
$$;

-- Drops a month of trades, all of whose days were verified within the hour; answers how many trades went.
CREATE FUNCTION market.drop_archived_month(of_month date) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    open_days bigint;
    gone bigint;
BEGIN
    SELECT count(*) FILTER (WHERE a.day IS NULL), coalesce(sum(a.trades), 0) INTO open_days, gone
    FROM generate_series(of_month, of_month + interval '1 month' - interval '1 day', interval '1 day') d
    LEFT JOIN market.archived_days a ON a.day = d::date AND a.verified_at > now() - interval '1 hour';
    IF of_month <> date_trunc('month', of_month) OR open_days > 0 THEN
        RAISE EXCEPTION 'the month of % has % days that were not verified within the hour, expected none', of_month, open_days;
    END IF;
    -- Waits no longer than this for those who write and read: the next run tries again.
    SET LOCAL lock_timeout = '2s';
    EXECUTE format('DROP TABLE market.%I', 'agg_trades_' || to_char(of_month, 'YYYYMM'));
    INSERT INTO market.dropped_months (month, trades) VALUES (of_month, gone);
    UPDATE market.agg_trades_meta m SET earliest_agg_id = t.agg_id, earliest_traded_at = t.traded_at
    FROM (SELECT DISTINCT ON (symbol) symbol, agg_id, traded_at FROM market.agg_trades ORDER BY symbol, agg_id) t
    WHERE t.symbol = m.symbol;
    RETURN gone;
END $$;

ALTER FUNCTION market.verify_archived_day(date) SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION market.drop_archived_month(date) SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
REVOKE EXECUTE ON FUNCTION market.verify_archived_day(date), market.drop_archived_month(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION market.verify_archived_day(date), market.drop_archived_month(date) TO sextant_ingest;
GRANT SELECT ON market.segments, market.archived_days, market.dropped_months
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
GRANT INSERT, UPDATE ON market.segments TO sextant_ingest;
