-- What the desk decided beside what its code decides from the recorded trades of the same day.

-- Every strategy file that was ever in force, so that a day can be decided again with the one it was decided with.
CREATE TABLE strategy.versions (
    strategy_version text PRIMARY KEY,
    name             text        NOT NULL,
    config           jsonb       NOT NULL,
    stored_at        timestamptz NOT NULL DEFAULT now()
);
INSERT INTO strategy.versions (strategy_version, name, config) SELECT strategy_version, name, config FROM strategy.strategies;

CREATE FUNCTION strategy.keep_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO strategy.versions (strategy_version, name, config) VALUES (new.strategy_version, new.name, new.config)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_version AFTER INSERT OR UPDATE OF strategy_version, config ON strategy.strategies
FOR EACH ROW EXECUTE FUNCTION strategy.keep_version();

-- A day of one strategy version on one symbol; strategy and version are '*' where the indicator page is compared. Costs are
-- amounts of the quote currency, positive when they went against the desk; unsplit_cost is that of legs for which no recorded
-- trade told the price at which the order was accepted.
CREATE TABLE analytics.drift (
    day               date        NOT NULL,
    symbol            text        NOT NULL,
    strategy          text        NOT NULL,
    strategy_version  text        NOT NULL,
    compared          bigint      NOT NULL,
    equal             bigint      NOT NULL,
    different         bigint      NOT NULL,
    only_live         bigint      NOT NULL,
    only_recomputed   bigint      NOT NULL,
    missing_data      bigint      NOT NULL,
    late_input        bigint      NOT NULL,
    strategy_changed  bigint      NOT NULL,
    unexplained       bigint      NOT NULL,
    above_limit       boolean     NOT NULL,
    trades            bigint      NOT NULL,
    legs              bigint      NOT NULL,
    notional          numeric     NOT NULL CHECK (notional >= 0),
    latency_cost      numeric     NOT NULL,
    fill_cost         numeric     NOT NULL,
    unsplit_cost      numeric     NOT NULL,
    total_cost        numeric     NOT NULL,
    fees              numeric     NOT NULL,
    body              jsonb       NOT NULL,
    made_at           timestamptz NOT NULL,
    PRIMARY KEY (day, symbol, strategy_version),
    CHECK (compared = equal + different + only_live + only_recomputed),
    CHECK (compared - equal = missing_data + late_input + strategy_changed + unexplained),
    CHECK (total_cost = latency_cost + fill_cost + unsplit_cost)
);

-- An amount in basis points of a notional, four decimals, halves away from zero.
CREATE FUNCTION analytics.bps(amount numeric, notional numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ops.dec(round(10000 * amount / nullif(notional, 0), 4));

CREATE FUNCTION analytics.drift_json(d analytics.drift) RETURNS jsonb
LANGUAGE sql STABLE
RETURN jsonb_build_object('day', d.day, 'symbol', d.symbol, 'strategy', d.strategy, 'strategy_version', d.strategy_version,
    'compared', d.compared, 'equal', d.equal, 'different', d.different, 'only_live', d.only_live,
    'only_recomputed', d.only_recomputed, 'missing_data', d.missing_data, 'late_input', d.late_input,
    'strategy_changed', d.strategy_changed, 'unexplained', d.unexplained, 'above_limit', d.above_limit,
    'trades', d.trades, 'legs', d.legs, 'notional', ops.dec(d.notional), 'latency_cost', ops.dec(d.latency_cost),
    'fill_cost', ops.dec(d.fill_cost), 'unsplit_cost', ops.dec(d.unsplit_cost), 'total_cost', ops.dec(d.total_cost),
    'fees', ops.dec(d.fees), 'latency_bps', analytics.bps(d.latency_cost, d.notional),
    'fill_bps', analytics.bps(d.fill_cost, d.notional), 'total_bps', analytics.bps(d.total_cost, d.notional),
    'fee_bps', analytics.bps(d.fees, d.notional), 'made_at', ops.iso(d.made_at)) || d.body;

-- Puts a day's rows in the place of those it had, and tells people, once, of each that is above the limit or unexplained.
-- Answers how many alerts are new.
CREATE FUNCTION analytics.keep_drift(of_day date, measured jsonb, now_at timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fresh bigint;
BEGIN
    DELETE FROM analytics.drift WHERE day = of_day;
    INSERT INTO analytics.drift
    SELECT of_day, r->>'symbol', r->>'strategy', r->>'strategy_version', (r->>'compared')::bigint, (r->>'equal')::bigint,
        (r->>'different')::bigint, (r->>'only_live')::bigint, (r->>'only_recomputed')::bigint, (r->>'missing_data')::bigint,
        (r->>'late_input')::bigint, (r->>'strategy_changed')::bigint, (r->>'unexplained')::bigint, (r->>'above_limit')::boolean,
        (r->>'trades')::bigint, (r->>'legs')::bigint, (r->>'notional')::numeric, (r->>'latency_cost')::numeric,
        (r->>'fill_cost')::numeric, (r->>'unsplit_cost')::numeric, (r->>'total_cost')::numeric, (r->>'fees')::numeric,
        r->'body', now_at
    FROM jsonb_array_elements(measured) r;
    INSERT INTO ops.alerts (account, kind, subject, told, raised_at)
    SELECT a.account, 'drift', d.day || ' ' || d.symbol || ' ' || d.strategy_version,
        (d.compared - d.equal) || ' of ' || d.compared || ' decisions of ' || d.strategy || ' on ' || d.symbol || ' on ' || d.day
        || ' differ from what the recorded trades give, ' || d.unexplained || ' of them unexplained', now_at
    FROM analytics.drift d, risk.accounts a
    WHERE d.day = of_day AND (d.above_limit OR d.unexplained > 0)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS fresh = ROW_COUNT;
    RETURN fresh;
END $$;

REVOKE EXECUTE ON FUNCTION strategy.keep_version(), analytics.keep_drift(date, jsonb, timestamptz) FROM PUBLIC;
GRANT USAGE ON SCHEMA analytics TO sextant_ingest;
GRANT EXECUTE ON FUNCTION analytics.keep_drift(date, jsonb, timestamptz) TO sextant_ingest;
GRANT SELECT ON analytics.drift TO sextant_ingest, sextant_api;
GRANT SELECT ON strategy.versions
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
