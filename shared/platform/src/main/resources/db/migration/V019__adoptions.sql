-- What somebody else's order did to a trade of the desk, booked as the trade's close: a position closed by hand at the exchange,
-- or by the exchange itself. Asked for by a person, or made by the reconciler when the exchange acted (kind is then not external).
CREATE TABLE ops.adoptions (
    adoption_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id     bigint REFERENCES ops.reconcile_requests,
    account        text        NOT NULL REFERENCES risk.accounts,
    symbol         text        NOT NULL,
    venue_order_id text        NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('external', 'liquidation', 'adl', 'settlement')),
    asked_by       text        NOT NULL,
    reason         text        NOT NULL,
    asked_at       timestamptz NOT NULL,
    done_at        timestamptz,
    intent_id      text REFERENCES execution.orders,
    told           text
);
CREATE UNIQUE INDEX adopted_once ON ops.adoptions (account, symbol, venue_order_id) WHERE intent_id IS NOT NULL;
CREATE INDEX adoptions_open ON ops.adoptions (account, adoption_id) WHERE done_at IS NULL;
CREATE INDEX adoptions_by_request ON ops.adoptions (request_id);

CREATE OR REPLACE FUNCTION ops.reconcile_request_json(q ops.reconcile_requests) RETURNS jsonb
LANGUAGE sql STABLE
RETURN jsonb_build_object('request_id', q.request_id, 'reason', q.reason, 'asked_by', q.asked_by, 'asked_at', ops.iso(q.asked_at),
    'state', CASE WHEN q.done_at IS NULL THEN 'PENDING' ELSE 'DONE' END, 'done_at', ops.iso(q.done_at),
    'clean', q.findings->'clean', 'findings', q.findings, 'adoption', (
        SELECT jsonb_build_object('symbol', a.symbol, 'order_id', a.venue_order_id, 'adopted', a.intent_id IS NOT NULL,
            'intent_id', a.intent_id, 'text', a.told)
        FROM ops.adoptions a WHERE a.request_id = q.request_id),
    'as_of', ops.iso(ops.market_time()));

-- A person's demand: a reconciliation that first adopts an order. p is {"symbol", "order_id", "reason"}.
CREATE FUNCTION ops.ask_adoption_once(key text, hash text, for_account text, p jsonb, by_actor text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    earlier constant jsonb := ops.earlier_answer(key, hash);
    q ops.reconcile_requests;
BEGIN
    IF earlier IS NOT NULL THEN
        RETURN earlier;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM execution.trades WHERE account = for_account AND symbol = p->>'symbol' AND closed_at IS NULL) THEN
        RETURN jsonb_build_object('result', 'no_open_trade', 'text', 'no trade of the desk is open in ' || (p->>'symbol')
            || ', so no order can have closed one');
    END IF;
    INSERT INTO ops.reconcile_requests (account, reason, asked_by, asked_at)
    VALUES (for_account, p->>'reason', by_actor, ops.market_time()) RETURNING * INTO q;
    INSERT INTO ops.adoptions (request_id, account, symbol, venue_order_id, kind, asked_by, reason, asked_at)
    VALUES (q.request_id, for_account, p->>'symbol', p->>'order_id', 'external', by_actor, p->>'reason', q.asked_at);
    PERFORM ops.append_audit(for_account, q.asked_at, by_actor, 'adoption_asked', (p->>'symbol') || ' ' || (p->>'order_id'), p->>'reason');
    RETURN ops.keep_answer(key, hash, ops.reconcile_request_json(q)::text);
END $$;

-- What is to be adopted: demands of people, and orders by which the exchange itself ended or cut an open trade. whole is what the
-- order filled in all, once the private stream has told its end.
CREATE VIEW ops.adoptions_wanted AS
SELECT a.account, a.adoption_id, a.symbol, a.venue_order_id, a.kind, a.asked_by, a.reason,
    (SELECT e.filled FROM ops.external_orders e WHERE e.account = a.account AND e.symbol = a.symbol
        AND e.venue_order_id = a.venue_order_id AND e.status NOT IN ('OPEN', 'PARTIALLY_FILLED')) AS whole
FROM ops.adoptions a WHERE a.done_at IS NULL
UNION ALL
SELECT e.account, NULL, e.symbol, e.venue_order_id, e.kind, 'exchange', 'order ' || e.client_order_id,
    CASE WHEN e.status NOT IN ('OPEN', 'PARTIALLY_FILLED') THEN e.filled END
FROM ops.external_orders e
WHERE e.kind IN ('liquidation', 'adl', 'settlement') AND e.filled > 0
  AND NOT EXISTS (SELECT 1 FROM ops.adoptions a WHERE a.account = e.account AND a.symbol = e.symbol
                  AND a.venue_order_id = e.venue_order_id AND a.intent_id IS NOT NULL)
  AND EXISTS (SELECT 1 FROM execution.trades t WHERE t.account = e.account AND t.symbol = e.symbol AND t.closed_at IS NULL
              AND t.opened_at <= e.changed_at);

-- Books an order that was never ours to send: reserved, claimed and reported in one step, so that nobody can send it. p is
-- {"intent", "report" (documents of reserve and report), "token", "wanted": a row of adoptions_wanted}. Answers {"adopted", "text"}.
CREATE FUNCTION execution.adopt(p jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    intent constant jsonb := p->'intent';
    report constant jsonb := p->'report';
    wanted constant jsonb := p->'wanted';
    now_ms constant text := intent->>'now_ms';
    reserved jsonb;
    claimed jsonb;
    known text;
BEGIN
    PERFORM 1 FROM risk.control WHERE account = intent->>'account' FOR SHARE;
    PERFORM 1 FROM risk.accounts WHERE account = intent->>'account' FOR UPDATE;
    SELECT coalesce(
        (SELECT 'order ' || (wanted->>'venue_order_id') || ' is the desk''s own' FROM execution.orders
         WHERE account = intent->>'account' AND symbol = intent->>'symbol'
           AND wanted->>'venue_order_id' IN (venue_order_id, executing_order_id) LIMIT 1),
        (SELECT 'execution ' || venue_trade_id || ' is booked already' FROM execution.fills
         WHERE account = intent->>'account' AND venue = intent->>'venue' AND symbol = intent->>'symbol'
           AND venue_trade_id IN (SELECT f->>'trade_id' FROM jsonb_array_elements(report->'fills') f) LIMIT 1))
    INTO known;
    IF known IS NOT NULL THEN
        RETURN jsonb_build_object('adopted', false, 'text', known);
    END IF;
    reserved := execution.reserve(intent);
    IF reserved->>'result' <> 'approved' THEN
        RETURN jsonb_build_object('adopted', false, 'text', 'order ' || (wanted->>'venue_order_id') || ' was adopted before');
    END IF;
    claimed := execution.claim(jsonb_build_object('intent_id', intent->>'intent_id', 'token', p->>'token', 'now_ms', now_ms,
        'signed_at_ms', now_ms, 'clock_ahead_ms', 0, 'source', intent->>'source'));
    IF NOT (claimed->>'granted')::boolean THEN
        RAISE EXCEPTION 'intent % could not be claimed: %', intent->>'intent_id', claimed->>'text' USING ERRCODE = 'P0001';
    END IF;
    PERFORM execution.report(report);
    IF wanted->>'adoption_id' IS NULL THEN
        INSERT INTO ops.adoptions (account, symbol, venue_order_id, kind, asked_by, reason, asked_at, done_at, intent_id, told)
        VALUES (intent->>'account', intent->>'symbol', wanted->>'venue_order_id', wanted->>'kind', wanted->>'asked_by',
            wanted->>'reason', ops.ts(now_ms::bigint), ops.ts(now_ms::bigint), intent->>'intent_id', report->>'reason');
    ELSE
        UPDATE ops.adoptions SET done_at = ops.ts(now_ms::bigint), intent_id = intent->>'intent_id', told = report->>'reason'
        WHERE adoption_id = (wanted->>'adoption_id')::bigint;
    END IF;
    PERFORM ops.append_audit(intent->>'account', ops.ts(now_ms::bigint), wanted->>'asked_by', 'adopted', intent->>'intent_id',
        (report->>'reason') || '; ' || (wanted->>'reason'));
    RETURN jsonb_build_object('adopted', true, 'text', report->>'reason');
END $$;

-- A person's demand that can't be met.
CREATE FUNCTION ops.refuse_adoption(for_adoption bigint, why text, now_at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    a ops.adoptions;
BEGIN
    UPDATE ops.adoptions SET done_at = now_at, told = why WHERE adoption_id = for_adoption AND done_at IS NULL RETURNING * INTO a;
    IF FOUND THEN
        PERFORM ops.append_audit(a.account, now_at, 'reconciler', 'adoption_refused', a.symbol || ' ' || a.venue_order_id, why);
    END IF;
END $$;

DO $$
DECLARE
    f regprocedure;
BEGIN
    FOREACH f IN ARRAY ARRAY['ops.ask_adoption_once(text, text, text, jsonb, text)', 'execution.adopt(jsonb)',
        'ops.refuse_adoption(bigint, text, timestamptz)']::regprocedure[] LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, pg_temp', f);
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION ops.ask_adoption_once(text, text, text, jsonb, text) TO sextant_api;
GRANT EXECUTE ON FUNCTION execution.adopt(jsonb), ops.refuse_adoption(bigint, text, timestamptz) TO sextant_reconciler;
GRANT SELECT ON ops.adoptions, ops.adoptions_wanted
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
