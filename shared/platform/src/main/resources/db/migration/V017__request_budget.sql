-- What may still be sent to a venue from one address, counted for all who send from there. All times are this database's:
-- the venue counts real minutes, whatever the market's clock says.
CREATE TABLE ops.request_budgets (
    venue         text        NOT NULL,
    egress        text        NOT NULL,
    minute        timestamptz NOT NULL,
    used_weight   bigint      NOT NULL DEFAULT 0,
    orders_10s    bigint      NOT NULL DEFAULT 0,
    orders_10s_at timestamptz NOT NULL,
    orders_1m     bigint      NOT NULL DEFAULT 0,
    paused_until  timestamptz,
    pause_reason  text,
    -- of the minute, as who asked last had it
    weight_limit  bigint,
    PRIMARY KEY (venue, egress)
);

-- Of the row that is worst off: whether nothing may be sent, and how much of the minute's weight is used, in percent.
CREATE FUNCTION ops.request_figures() RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object(
        'RequestsPaused', count(*) FILTER (WHERE paused_until > clock_timestamp()),
        'RequestWeightPercent', coalesce(max(100 * used_weight / nullif(weight_limit, 0))
            FILTER (WHERE date_trunc('minute', minute) >= date_trunc('minute', clock_timestamp())), 0))
    FROM ops.request_budgets
$$;

-- Takes a request's weight before it is sent. wish is {"class", "weight", "orders", "weight_limit", "orders_10s_limit",
-- "orders_1m_limit"}. Cancels, exits and finding out what became of an order may use all there is; entries and reads leave the
-- last fifth of weight and of orders. Answers NULL, or why the request must not leave. The count doesn't wait for the disk, twice
-- on the way of each order: a crash of the database may forget the requests of its last half second, and the venue's next answer
-- says the count again. What sends an order (the reservation, the claim) waits, and so does a pause, which nobody would say again.
CREATE FUNCTION ops.take_request(for_venue text, for_egress text, wish jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    b ops.request_budgets;
    at timestamptz;
    part numeric := CASE WHEN wish->>'class' IN ('entry', 'read') THEN 0.8 ELSE 1 END;
    weight bigint := (wish->>'weight')::bigint;
    placed bigint := (wish->>'orders')::bigint;
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO ops.request_budgets (venue, egress, minute, orders_10s_at)
    VALUES (for_venue, for_egress, clock_timestamp(), clock_timestamp()) ON CONFLICT DO NOTHING;
    SELECT * INTO b FROM ops.request_budgets WHERE venue = for_venue AND egress = for_egress FOR UPDATE;
    at := clock_timestamp();
    IF b.paused_until > at THEN
        RETURN 'nothing is sent from ' || for_egress || ' for another ' || (ops.ms(b.paused_until) - ops.ms(at)) || ' ms: ' || b.pause_reason;
    END IF;
    IF date_trunc('minute', at) > date_trunc('minute', b.minute) THEN
        b.used_weight := 0;
        b.orders_1m := 0;
    END IF;
    IF at - b.orders_10s_at >= interval '10 seconds' THEN
        b.orders_10s := 0;
        b.orders_10s_at := at;
    END IF;
    IF b.used_weight + weight > part * (wish->>'weight_limit')::bigint THEN
        RETURN 'request weight ' || b.used_weight || ' + ' || weight || ' of the desk is above ' || round(part * 100) || ' % of '
            || (wish->>'weight_limit') || ' a minute';
    END IF;
    IF b.orders_10s + placed > part * (wish->>'orders_10s_limit')::bigint OR b.orders_1m + placed > part * (wish->>'orders_1m_limit')::bigint THEN
        RETURN b.orders_10s || ' orders in ten seconds and ' || b.orders_1m || ' in the minute, ' || round(part * 100) || ' % of '
            || (wish->>'orders_10s_limit') || ' and ' || (wish->>'orders_1m_limit') || ' are for this kind of request';
    END IF;
    UPDATE ops.request_budgets SET minute = at, used_weight = b.used_weight + weight, orders_10s = b.orders_10s + placed,
        orders_10s_at = b.orders_10s_at, orders_1m = b.orders_1m + placed, weight_limit = (wish->>'weight_limit')::bigint
    WHERE venue = for_venue AND egress = for_egress;
    RETURN NULL;
END $$;

-- What the venue's answer said: {"used_weight", "orders_10s", "orders_1m", "pause_ms", "reason", "halt", "account"}, each where it
-- was said. Its counts replace ours; a pause is never shortened. halt is why it refuses the account that asked.
CREATE FUNCTION ops.tell_requests(for_venue text, for_egress text, said jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT set_config('synchronous_commit', 'off', true) WHERE NOT said ?| ARRAY['pause_ms', 'halt'];
    SELECT risk.halt_by_venue(said->>'account', said->>'halt', ops.market_time()) WHERE said ? 'halt';
    UPDATE ops.request_budgets SET
        minute = clock_timestamp(),
        used_weight = coalesce((said->>'used_weight')::bigint,
            CASE WHEN date_trunc('minute', clock_timestamp()) > date_trunc('minute', minute) THEN 0 ELSE used_weight END),
        orders_10s = coalesce((said->>'orders_10s')::bigint, orders_10s),
        orders_1m = coalesce((said->>'orders_1m')::bigint,
            CASE WHEN date_trunc('minute', clock_timestamp()) > date_trunc('minute', minute) THEN 0 ELSE orders_1m END),
        pause_reason = CASE WHEN clock_timestamp() + (said->>'pause_ms')::bigint * interval '1 millisecond' > coalesce(paused_until, '-infinity')
            THEN said->>'reason' ELSE pause_reason END,
        paused_until = greatest(paused_until, clock_timestamp() + (said->>'pause_ms')::bigint * interval '1 millisecond')
    WHERE venue = for_venue AND egress = for_egress
$$;

REVOKE EXECUTE ON FUNCTION ops.take_request(text, text, jsonb), ops.tell_requests(text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ops.take_request(text, text, jsonb), ops.tell_requests(text, text, jsonb)
    TO sextant_placer, sextant_reconciler, sextant_ingest;
GRANT SELECT ON ops.request_budgets TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
