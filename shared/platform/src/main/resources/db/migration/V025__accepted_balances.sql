-- Money that a person moved in or out of a spot account by hand: the reconciler finds that the balance differs, a person says that
-- the difference is right, and it is booked. Nothing else books a difference.
CREATE TABLE ops.acceptances (
    acceptance_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id    bigint      NOT NULL REFERENCES ops.reconcile_requests,
    account       text        NOT NULL REFERENCES risk.accounts,
    asset         text        NOT NULL,
    -- what the venue has more than the desk
    difference    numeric     NOT NULL CHECK (difference <> 0),
    asked_by      text        NOT NULL,
    reason        text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    done_at       timestamptz,
    booked        boolean,
    told          text
);
CREATE INDEX acceptances_open ON ops.acceptances (account, acceptance_id) WHERE done_at IS NULL;
CREATE INDEX acceptances_by_request ON ops.acceptances (request_id);

CREATE OR REPLACE FUNCTION ops.reconcile_request_json(q ops.reconcile_requests) RETURNS jsonb
LANGUAGE sql STABLE
RETURN jsonb_build_object('request_id', q.request_id, 'account', q.account, 'reason', q.reason, 'asked_by', q.asked_by,
    'asked_at', ops.iso(q.asked_at), 'state', CASE WHEN q.done_at IS NULL THEN 'PENDING' ELSE 'DONE' END, 'done_at', ops.iso(q.done_at),
    'clean', q.findings->'clean', 'findings', q.findings, 'adoption', (
        SELECT jsonb_build_object('symbol', a.symbol, 'order_id', a.venue_order_id, 'adopted', a.intent_id IS NOT NULL,
            'intent_id', a.intent_id, 'text', a.told)
        FROM ops.adoptions a WHERE a.request_id = q.request_id),
    'acceptance', (
        SELECT jsonb_build_object('asset', c.asset, 'difference', ops.dec(c.difference), 'booked', coalesce(c.booked, false), 'text', c.told)
        FROM ops.acceptances c WHERE c.request_id = q.request_id),
    'as_of', ops.iso(ops.market_time()));

-- What the last reconciliation of a spot account found to differ, by asset.
CREATE FUNCTION portfolio.balance_differences(for_account text)
RETURNS TABLE (asset text, at_desk numeric, at_venue numeric, difference numeric)
LANGUAGE sql STABLE AS $$
    SELECT m->>'symbol', (m->>'desk')::numeric, (m->>'venue')::numeric, (m->>'venue')::numeric - (m->>'desk')::numeric
    FROM ops.component_status s, jsonb_array_elements(s.status->'position_mismatches') m
    WHERE s.component = 'reconciler-spot' AND s.status->>'account' = for_account
$$;

-- A person's word that a difference is right: a reconciliation that books it first. p is {"asset", "difference", "reason"}; the
-- difference must be the one that was found, so that nobody accepts what nobody saw.
CREATE FUNCTION ops.ask_acceptance_once(key text, hash text, for_account text, p jsonb, by_actor text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    earlier constant jsonb := ops.earlier_answer(key, hash);
    of_spot constant text := risk.spot_account(for_account);
    found_there numeric;
    q ops.reconcile_requests;
BEGIN
    IF earlier IS NOT NULL THEN
        RETURN earlier;
    END IF;
    IF of_spot IS NULL THEN
        RETURN jsonb_build_object('result', 'no_spot_account', 'text', 'no account with balances of its own was reconciled yet; '
            || 'what is moved at a futures exchange is no matter of a person''s word');
    END IF;
    SELECT difference INTO found_there FROM portfolio.balance_differences(of_spot) WHERE asset = p->>'asset';
    IF found_there IS NULL THEN
        RETURN jsonb_build_object('result', 'no_difference', 'text', 'the last reconciliation of ' || of_spot || ' found no difference in '
            || (p->>'asset'));
    END IF;
    IF found_there <> (p->>'difference')::numeric THEN
        RETURN jsonb_build_object('result', 'another_difference', 'text', 'the venue has ' || ops.dec(found_there) || ' ' || (p->>'asset')
            || ' more than the desk, not ' || (p->>'difference'));
    END IF;
    INSERT INTO ops.reconcile_requests (account, reason, asked_by, asked_at)
    VALUES (of_spot, p->>'reason', by_actor, ops.market_time()) RETURNING * INTO q;
    INSERT INTO ops.acceptances (request_id, account, asset, difference, asked_by, reason, asked_at)
    VALUES (q.request_id, of_spot, p->>'asset', found_there, by_actor, p->>'reason', q.asked_at);
    PERFORM ops.append_audit(of_spot, q.asked_at, by_actor, 'acceptance_asked', ops.dec(found_there) || ' ' || (p->>'asset'), p->>'reason');
    RETURN ops.keep_answer(key, hash, ops.reconcile_request_json(q)::text);
END $$;

-- Settles a person's word by what a reconciliation has just found of the asset, NULL twice where both sides had the same. Answers
-- {"state": booked | refused | waits, "text"}. It waits while an order in the asset is not final, for its fills may be the
-- difference, and when the balance has moved since the two were compared.
CREATE FUNCTION portfolio.settle_acceptance(for_acceptance bigint, at_desk numeric, at_venue numeric, now_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    c ops.acceptances;
    booked_now numeric;
    why text;
BEGIN
    SELECT * INTO c FROM ops.acceptances WHERE acceptance_id = for_acceptance;
    PERFORM 1 FROM risk.accounts WHERE account = c.account FOR UPDATE;
    SELECT * INTO c FROM ops.acceptances WHERE acceptance_id = for_acceptance AND done_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN
        RETURN jsonb_build_object('state', 'refused', 'text', 'it was settled before');
    END IF;
    SELECT coalesce(sum(amount), 0) INTO booked_now FROM portfolio.balances WHERE account = c.account AND asset = c.asset;
    why := CASE
        WHEN EXISTS (SELECT 1 FROM execution.orders o WHERE o.account = c.account AND NOT execution.is_final(o.state)
                     AND c.asset IN (o.base_asset, o.quote_asset)) THEN 'an order in ' || c.asset || ' is not final yet'
        WHEN booked_now <> at_desk THEN 'the balance has moved since it was compared'
    END;
    IF why IS NOT NULL THEN
        UPDATE ops.acceptances SET told = why || '; the next pass tries again' WHERE acceptance_id = for_acceptance;
        RETURN jsonb_build_object('state', 'waits', 'text', why);
    END IF;
    IF at_desk IS NULL OR at_venue - at_desk <> c.difference THEN
        why := 'the venue has ' || CASE WHEN at_desk IS NULL THEN 'as much ' || c.asset || ' as the desk'
            ELSE ops.dec(at_venue - at_desk) || ' ' || c.asset || ' more than the desk' END || ' now, not ' || ops.dec(c.difference) || ' more';
        UPDATE ops.acceptances SET done_at = now_at, booked = false, told = why WHERE acceptance_id = for_acceptance;
        PERFORM ops.append_audit(c.account, now_at, 'reconciler', 'acceptance_refused', ops.dec(c.difference) || ' ' || c.asset, why);
        RETURN jsonb_build_object('state', 'refused', 'text', why);
    END IF;
    PERFORM portfolio.book(c.account, c.asset, 'transfer', 'accepted ' || for_acceptance, c.difference, now_at);
    why := ops.dec(c.difference) || ' ' || c.asset || ' booked: ' || ops.dec(at_venue) || ' on both sides';
    UPDATE ops.acceptances SET done_at = now_at, booked = true, told = why WHERE acceptance_id = for_acceptance;
    PERFORM ops.append_audit(c.account, now_at, c.asked_by, 'balance_accepted', ops.dec(c.difference) || ' ' || c.asset, c.reason);
    RETURN jsonb_build_object('state', 'booked', 'text', why);
END $$;

DO $$
DECLARE
    f regprocedure;
BEGIN
    FOREACH f IN ARRAY ARRAY['ops.ask_acceptance_once(text, text, text, jsonb, text)',
        'portfolio.settle_acceptance(bigint, numeric, numeric, timestamptz)']::regprocedure[] LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, pg_temp', f);
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION ops.ask_acceptance_once(text, text, text, jsonb, text) TO sextant_api;
GRANT EXECUTE ON FUNCTION portfolio.settle_acceptance(bigint, numeric, numeric, timestamptz) TO sextant_reconciler;
GRANT SELECT ON ops.acceptances
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
