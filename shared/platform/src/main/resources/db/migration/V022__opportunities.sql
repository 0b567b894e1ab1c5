-- Cycles that earned something for a while: seen, seen again, gone; what was planned at first sight, the books that prove it,
-- and what was left of the edge later. Times are those of the machine that watched.
CREATE TABLE strategy.opportunities (
    opportunity_id text        PRIMARY KEY CHECK (opportunity_id ~ '^[0-9a-f]{64}$'),
    venue          text        NOT NULL,
    -- the market was made up by the desk
    synthetic      boolean     NOT NULL,
    cycle          text        NOT NULL,
    start_asset    text        NOT NULL,
    seen_at        timestamptz NOT NULL,
    last_at        timestamptz NOT NULL CHECK (last_at >= seen_at),
    gone_at        timestamptz CHECK (gone_at >= seen_at),
    -- why it is over: no_edge, too_small, eaten_by_lots, absurd, stale, closed; watch_ended, interrupted
    ending         text,
    state          text        NOT NULL CHECK (state IN ('seen', 'confirmed', 'gone', 'taken')),
    edge_bps       numeric     NOT NULL,
    best_edge_bps  numeric     NOT NULL CHECK (best_edge_bps >= edge_bps),
    spend          numeric     NOT NULL CHECK (spend > 0),
    profit         numeric     NOT NULL,
    worst_loss     numeric,
    looks          bigint      NOT NULL CHECK (looks > 0),
    legs           jsonb       NOT NULL,
    books          jsonb       NOT NULL,
    decay          jsonb       NOT NULL,
    not_taken      text,
    plan_id        text,
    CHECK ((gone_at IS NULL) = (ending IS NULL)),
    CHECK ((state = 'taken') = (plan_id IS NOT NULL))
);
CREATE INDEX idx_opportunities_seen ON strategy.opportunities (seen_at DESC, opportunity_id DESC);
CREATE INDEX idx_opportunities_cycle ON strategy.opportunities (cycle, seen_at DESC);
-- asked for each second
CREATE INDEX idx_opportunities_live ON strategy.opportunities (seen_at DESC, opportunity_id DESC) WHERE gone_at IS NULL;

-- What a plan of the stream lane does about its opportunity: the first one that was approved takes it. Called when a plan is
-- judged, and when an opportunity is first recorded, since either may come first.
CREATE FUNCTION strategy.tell_opportunity(pl execution.plans) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF pl.state = 'RISK_REJECTED' THEN
        UPDATE strategy.opportunities SET not_taken = (pl.reason_code || ': ' || pl.reason)
        WHERE opportunity_id = pl.opportunity_id AND plan_id IS NULL;
    ELSE
        UPDATE strategy.opportunities SET state = 'taken', plan_id = pl.plan_id, not_taken = NULL
        WHERE opportunity_id = pl.opportunity_id AND plan_id IS NULL;
    END IF;
END $$;

-- Stores what is known of opportunities by now, in any order and as often as one likes: what was known stays known.
CREATE FUNCTION strategy.record_opportunities(p jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    stored bigint;
BEGIN
    INSERT INTO strategy.opportunities AS known
    SELECT o->>'id', o->>'venue', (o->>'synthetic')::boolean, o->>'cycle', o->>'start_asset', ops.ts((o->>'seen_ms')::bigint),
           ops.ts((o->>'last_ms')::bigint), ops.ts((o->>'gone_ms')::bigint), o->>'ending', o->>'state',
           (o->>'edge_bps')::numeric, (o->>'best_edge_bps')::numeric, (o->>'spend')::numeric, (o->>'profit')::numeric,
           (o->>'worst_loss')::numeric, (o->>'looks')::bigint, o->'legs', o->'books', o->'decay', o->>'not_taken', NULL
    FROM jsonb_array_elements(p) o
    ON CONFLICT (opportunity_id) DO UPDATE SET
        last_at = greatest(known.last_at, excluded.last_at),
        gone_at = coalesce(known.gone_at, excluded.gone_at),
        ending = coalesce(known.ending, excluded.ending),
        state = CASE WHEN known.state = 'taken' THEN 'taken'
                     WHEN 'gone' IN (known.state, excluded.state) THEN 'gone'
                     WHEN 'confirmed' IN (known.state, excluded.state) THEN 'confirmed' ELSE 'seen' END,
        best_edge_bps = greatest(known.best_edge_bps, excluded.best_edge_bps),
        looks = greatest(known.looks, excluded.looks),
        decay = known.decay || excluded.decay;
    GET DIAGNOSTICS stored = ROW_COUNT;
    PERFORM strategy.tell_opportunity(pl) FROM execution.plans pl JOIN strategy.opportunities known USING (opportunity_id)
    WHERE pl.lane = 'stream' AND known.plan_id IS NULL AND known.not_taken IS NULL
      AND pl.opportunity_id IN (SELECT o->>'id' FROM jsonb_array_elements(p) o)
    ORDER BY pl.state = 'RISK_REJECTED';
    RETURN stored;
END $$;

-- A watch begins: what an earlier one left open was there when last heard of, and nobody saw its end.
CREATE FUNCTION strategy.interrupt_opportunities(of_venue text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ended bigint;
BEGIN
    UPDATE strategy.opportunities
    SET gone_at = last_at, ending = 'interrupted', state = CASE WHEN state = 'taken' THEN state ELSE 'gone' END
    WHERE venue = of_venue AND gone_at IS NULL;
    GET DIAGNOSTICS ended = ROW_COUNT;
    RETURN ended;
END $$;

-- A plan takes an opportunity; the first one does.
CREATE FUNCTION strategy.take_opportunity(taken_id text, by_plan text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE strategy.opportunities SET state = 'taken', plan_id = by_plan, not_taken = NULL
    WHERE opportunity_id = taken_id AND plan_id IS NULL;
    RETURN FOUND;
END $$;

-- Why nothing takes it.
CREATE FUNCTION strategy.leave_opportunity(left_id text, reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE strategy.opportunities SET not_taken = reason WHERE opportunity_id = left_id AND plan_id IS NULL;
    RETURN FOUND;
END $$;

-- Removes what was kept for a while only: answers of writes after two days, tokens and opportunities that nothing took a month
-- after their end; of those no more than the newest 200,000 stay.
CREATE OR REPLACE FUNCTION ops.forget_expired() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    keys bigint;
    tokens bigint;
    opportunities bigint;
BEGIN
    DELETE FROM ops.idempotency_keys WHERE created_at < now() - interval '2 days';
    GET DIAGNOSTICS keys = ROW_COUNT;
    DELETE FROM auth.refresh_tokens WHERE expires_at < now() - interval '30 days';
    GET DIAGNOSTICS tokens = ROW_COUNT;
    DELETE FROM strategy.opportunities
    WHERE plan_id IS NULL AND seen_at < greatest(now() - interval '30 days',
        (SELECT o.seen_at FROM strategy.opportunities o ORDER BY o.seen_at DESC, o.opportunity_id DESC OFFSET 200000 LIMIT 1));
    GET DIAGNOSTICS opportunities = ROW_COUNT;
    RETURN keys + tokens + opportunities;
END $$;

-- An opportunity as users see it, without its books.
CREATE FUNCTION strategy.public_json(o strategy.opportunities) RETURNS json
LANGUAGE sql STABLE
RETURN json_build_object(
    'opportunity_id', o.opportunity_id, 'venue', o.venue, 'synthetic', o.synthetic, 'cycle', o.cycle,
    'start_asset', o.start_asset, 'seen_at', ops.iso(o.seen_at), 'last_at', ops.iso(o.last_at), 'gone_at', ops.iso(o.gone_at),
    'lasted_ms', ops.ms(o.gone_at) - ops.ms(o.seen_at), 'ending', o.ending, 'state', o.state, 'edge_bps', o.edge_bps,
    'best_edge_bps', o.best_edge_bps, 'spend', ops.dec(o.spend), 'profit', ops.dec(o.profit), 'worst_loss', ops.dec(o.worst_loss),
    'looks', o.looks, 'legs', o.legs, 'decay', o.decay, 'not_taken', o.not_taken, 'plan_id', o.plan_id);

REVOKE EXECUTE ON FUNCTION strategy.tell_opportunity(execution.plans) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION strategy.record_opportunities(jsonb), strategy.interrupt_opportunities(text),
    strategy.take_opportunity(text, text), strategy.leave_opportunity(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION strategy.record_opportunities(jsonb), strategy.interrupt_opportunities(text),
    strategy.take_opportunity(text, text), strategy.leave_opportunity(text, text) TO sextant_ingest, sextant_direct;
GRANT SELECT ON strategy.opportunities
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
