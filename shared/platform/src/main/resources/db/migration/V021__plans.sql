-- Plans of several orders: a cycle through assets on a spot venue, judged as a whole and then traded leg by leg under the
-- order protocol of V005. Lock order: control, risk account, plan, intent, audit head.

CREATE TABLE execution.plans (
    plan_id           text PRIMARY KEY CHECK (plan_id ~ '^[0-9a-f]{64}$'),
    account           text        NOT NULL REFERENCES risk.accounts,
    venue             text        NOT NULL,
    strategy          text        NOT NULL,
    strategy_version  text        NOT NULL,
    opportunity_id    text        NOT NULL,
    cycle             text        NOT NULL,
    lane              text        NOT NULL CHECK (lane IN ('stream', 'direct')),
    start_asset       text        NOT NULL,
    spend             numeric     NOT NULL CHECK (spend > 0),
    expected_profit   numeric     NOT NULL,
    worst_loss        numeric     NOT NULL CHECK (worst_loss >= 0),
    -- What one of the start asset is worth in the account's currency; limits are in that.
    start_value       numeric     NOT NULL CHECK (start_value > 0),
    document          jsonb       NOT NULL,
    state             text        NOT NULL CHECK (state IN ('RISK_REJECTED', 'RUNNING', 'UNWINDING', 'ENDED')),
    outcome           text CHECK (outcome IN ('COMPLETE', 'UNWOUND', 'MISSED', 'RESIDUAL')),
    reason_code       text,
    reason            text,
    profit            numeric,
    profit_r          numeric,
    decided_at        timestamptz NOT NULL,
    created_at        timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL,
    ended_at          timestamptz,
    cleared_at        timestamptz,
    cleared_by        text,
    ordinal           bigint GENERATED ALWAYS AS IDENTITY,
    CHECK ((state = 'ENDED') = (outcome IS NOT NULL))
);
CREATE INDEX plans_by_opportunity ON execution.plans (opportunity_id);
CREATE UNIQUE INDEX one_live_plan ON execution.plans (account, cycle) WHERE state IN ('RUNNING', 'UNWINDING');
CREATE INDEX plans_live ON execution.plans (account, ordinal) WHERE state IN ('RUNNING', 'UNWINDING');
CREATE INDEX plans_uncleared ON execution.plans (account) WHERE outcome = 'RESIDUAL' AND cleared_at IS NULL;
CREATE INDEX plans_by_time ON execution.plans (created_at DESC, plan_id);

-- What plans have left over of assets in their middle: too little to sell, or not sold.
CREATE TABLE portfolio.dust (
    account  text        NOT NULL,
    asset    text        NOT NULL,
    plan_id  text        NOT NULL REFERENCES execution.plans,
    amount   numeric     NOT NULL CHECK (amount <> 0),
    at       timestamptz NOT NULL,
    PRIMARY KEY (plan_id, asset)
);
CREATE INDEX dust_by_account ON portfolio.dust (account, asset);

-- What the account pays for taking, as the venue said last. The reconciler asks; whoever frames triangles prices them with it.
CREATE TABLE portfolio.taker_fees (
    account  text        NOT NULL,
    symbol   text        NOT NULL,
    -- millionths of the cost
    ppm      integer     NOT NULL CHECK (ppm BETWEEN 0 AND 100000),
    as_of    timestamptz NOT NULL,
    PRIMARY KEY (account, symbol)
);

-- Books what the venue shows ({asset: decimal text}) as an account's opening balances, once: while its ledger is empty.
CREATE FUNCTION portfolio.open_books(for_account text, shown jsonb, now_at timestamptz) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    told text;
    r risk.accounts;
BEGIN
    SELECT * INTO r FROM risk.accounts WHERE account = for_account FOR UPDATE;
    SELECT string_agg(ops.dec(value::numeric) || ' ' || key, ', ' ORDER BY key) INTO told FROM jsonb_each_text(shown) WHERE value::numeric > 0;
    IF r.account IS NULL OR told IS NULL OR EXISTS (SELECT 1 FROM portfolio.ledger WHERE account = for_account) THEN
        RETURN false;
    END IF;
    PERFORM portfolio.book(for_account, key, 'deposit', 'opening ' || key, value::numeric, now_at)
    FROM jsonb_each_text(shown) WHERE value::numeric > 0;
    UPDATE risk.accounts SET start_balance = nullif((shown->>currency)::numeric, 0) WHERE account = for_account AND start_balance IS NULL;
    PERFORM ops.append_audit(for_account, now_at, 'reconciler', 'books_opened', for_account, told);
    RETURN true;
END $$;

-- On spot a fill moves two assets; each is its own line.
ALTER TABLE portfolio.ledger DROP CONSTRAINT ledger_kind_check;
ALTER TABLE portfolio.ledger ADD CONSTRAINT ledger_kind_check CHECK (kind IN ('deposit', 'realised_pnl', 'fee', 'funding', 'traded', 'transfer'));

CREATE OR REPLACE VIEW risk.held AS
SELECT account, symbol, abs(cost) AS notional FROM portfolio.positions WHERE qty <> 0
UNION ALL
SELECT account, symbol, (qty - filled_qty) * reference_price FROM execution.orders
WHERE purpose = 'ENTRY' AND NOT execution.is_final(state)
UNION ALL
SELECT account, cycle, spend * start_value FROM execution.plans WHERE state IN ('RUNNING', 'UNWINDING');

CREATE OR REPLACE FUNCTION risk.entries_last_minute(for_account text, now_at timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT count(*) FROM execution.orders
        WHERE account = for_account AND purpose IN ('ENTRY', 'FIRST_LEG') AND state <> 'RISK_REJECTED'
          AND created_at > now_at - interval '1 minute');
END $$;

-- What the fills of a plan have brought less what they gave, by asset, fees taken off.
CREATE FUNCTION execution.plan_flows(of_plan text) RETURNS TABLE (asset text, amount numeric)
LANGUAGE sql STABLE AS $$
    SELECT moved.asset, sum(moved.amount) FROM execution.orders o JOIN execution.fills f USING (intent_id),
        LATERAL (SELECT CASE f.side WHEN 'BUY' THEN f.qty ELSE -f.qty END AS bought) b,
        LATERAL (VALUES (o.base_asset, b.bought), (o.quote_asset, -b.bought * f.price), (f.fee_asset, -f.fee)) AS moved (asset, amount)
    WHERE o.trade_id = of_plan GROUP BY moved.asset HAVING sum(moved.amount) <> 0
$$;

-- Whoever has logged in as the direct lane may touch orders of its own plans, and no others.
CREATE FUNCTION execution.keep_to_lane(of_plan text) RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF session_user = 'sextant_direct'
       AND NOT EXISTS (SELECT 1 FROM execution.plans WHERE plan_id = of_plan AND lane = 'direct') THEN
        RAISE EXCEPTION 'permission denied: % is no plan of the direct lane', coalesce(of_plan, 'nothing') USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;

-- Keeps the kill switches that are in force for an account as they are until the transaction is over.
CREATE FUNCTION execution.hold_switch(for_account text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM risk.control WHERE account = for_account OR account = (SELECT follows FROM risk.accounts WHERE account = for_account)
    ORDER BY account FOR SHARE;
END $$;

-- An order of a plan against what the venue takes, as {code, text}, or NULL.
CREATE FUNCTION execution.filter_refusal(of_venue text, for_symbol text, wanted numeric, at_limit numeric) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    i market.instruments;
    why text;
BEGIN
    SELECT * INTO i FROM market.instruments WHERE venue = of_venue AND symbol = for_symbol;
    why := CASE
        WHEN i.symbol IS NULL THEN 'the venue''s filters are not known'
        WHEN NOT i.tradable THEN 'the venue takes no orders'
        WHEN wanted % i.step_size <> 0 OR wanted < i.min_qty OR wanted > i.max_qty THEN
            'quantity ' || ops.dec(wanted) || ', expected ' || ops.dec(i.min_qty) || ' to ' || ops.dec(i.max_qty) || ' in steps of ' || ops.dec(i.step_size)
        WHEN at_limit % i.tick_size <> 0 THEN 'limit ' || ops.dec(at_limit) || ', expected a multiple of ' || ops.dec(i.tick_size)
        WHEN wanted * at_limit < i.min_notional THEN
            'cost ' || ops.dec(wanted * at_limit) || ', expected at least ' || ops.dec(i.min_notional)
    END;
    RETURN CASE WHEN why IS NOT NULL THEN jsonb_build_object('code', 'filters', 'text', for_symbol || ': ' || why) END;
END $$;

-- Why leg 1 may not be sent now, as {code, text}, or NULL. Asked at the claim.
CREATE FUNCTION execution.first_leg_refusal(o execution.orders, now_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce(
        execution.entry_refusal(o.account, o.strategy, NULL, o.expires_at, now_at),
        execution.filter_refusal(o.venue, o.symbol, o.qty, o.limit_price));
END $$;

-- Why a plan's fees can't be believed, as {code, text}, or NULL: it may lose where the account pays more than it was made with.
CREATE FUNCTION execution.fee_refusal(p jsonb, now_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT jsonb_build_object('code', 'fees', 'text', (e.value->'terms'->>'symbol') || ': ' || CASE
            WHEN f.ppm IS NULL THEN 'the account''s fee is not known'
            WHEN f.as_of < now_at - interval '5 minutes' THEN 'the account''s fee was last read at ' || ops.iso(f.as_of)
            ELSE 'the account pays ' || f.ppm || ' millionths, the plan has ' || ops.dec((e.value->'terms'->>'fee_rate')::numeric * 1000000) END)
        FROM jsonb_array_elements((p->'legs') || (p->'routes')) WITH ORDINALITY AS e (value, nr)
        LEFT JOIN portfolio.taker_fees f ON f.account = p->>'account' AND f.symbol = e.value->'terms'->>'symbol'
        WHERE f.ppm IS NULL OR f.as_of < now_at - interval '5 minutes' OR f.ppm > (e.value->'terms'->>'fee_rate')::numeric * 1000000
        ORDER BY e.nr LIMIT 1);
END $$;

-- Why a plan may not begin now, as {code, text}, or NULL. Needs the account's row lock.
CREATE FUNCTION execution.plan_refusal(p jsonb, now_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    r risk.accounts;
    wanted constant numeric := (p->>'spend')::numeric * (p->>'start_value')::numeric;
    at_stake constant numeric := (p->>'worst_loss')::numeric * (p->>'start_value')::numeric;
    late_ms constant bigint := greatest(ops.ms(now_at) - (p->>'decided_at_ms')::bigint, 0);
    lane_of text;
    blocked text;
    oldest bigint;
    live bigint;
    held numeric;
    balance numeric;
    recent bigint;
    refusal jsonb;
BEGIN
    refusal := execution.entry_refusal(p->>'account', p->>'strategy', NULL, ops.ts((p->>'expires_at_ms')::bigint), now_at);
    IF refusal IS NOT NULL THEN
        RETURN refusal;
    END IF;
    SELECT * INTO STRICT r FROM risk.accounts WHERE account = p->>'account';
    SELECT lane INTO lane_of FROM strategy.strategies WHERE name = p->>'strategy';
    SELECT string_agg(b.symbol || ': ' || b.reason, '; ' ORDER BY b.symbol) INTO blocked FROM market.blocked_symbols b
    WHERE b.symbol IN (SELECT unnest(ARRAY[value->'terms'->>'symbol', value->'terms'->>'base', value->'terms'->>'quote'])
        FROM jsonb_array_elements(p->'legs' || (p->'routes')));
    SELECT max((value->>'book_age_ms')::bigint) + late_ms INTO oldest FROM jsonb_array_elements(p->'legs');
    SELECT count(*) INTO live FROM execution.plans WHERE account = r.account AND state IN ('RUNNING', 'UNWINDING');
    SELECT coalesce(sum(notional), 0) INTO held FROM risk.held WHERE account = r.account;
    SELECT coalesce(sum(amount), 0) INTO balance FROM portfolio.balances WHERE account = r.account AND asset = p->>'start_asset';
    -- Less what plans under way are still to spend.
    SELECT balance - coalesce(sum(greatest(pl.spend + coalesce(f.amount, 0), 0)), 0) INTO balance
    FROM execution.plans pl LEFT JOIN LATERAL execution.plan_flows(pl.plan_id) f ON f.asset = pl.start_asset
    WHERE pl.account = r.account AND pl.start_asset = p->>'start_asset' AND pl.state = 'RUNNING';
    recent := risk.entries_last_minute(r.account, now_at);
    RETURN coalesce(CASE
        WHEN lane_of IS DISTINCT FROM p->>'lane' THEN
            jsonb_build_object('code', 'lane', 'text', 'strategy ' || (p->>'strategy') || ' runs in lane ' || coalesce(lane_of, 'none') || ', not in ' || (p->>'lane'))
        WHEN blocked IS NOT NULL THEN jsonb_build_object('code', 'symbol_blocked', 'text', blocked)
        WHEN oldest > (p->>'max_book_age_ms')::bigint THEN
            jsonb_build_object('code', 'stale_book', 'text', 'a book is ' || oldest || ' ms old, limit ' || (p->>'max_book_age_ms') || ' ms')
        WHEN EXISTS (SELECT 1 FROM execution.plans WHERE account = r.account AND cycle = p->>'cycle' AND state IN ('RUNNING', 'UNWINDING')) THEN
            jsonb_build_object('code', 'plan_live', 'text', 'a plan of ' || (p->>'cycle') || ' is under way')
        WHEN EXISTS (SELECT 1 FROM execution.plans WHERE account = r.account AND outcome = 'RESIDUAL' AND cleared_at IS NULL) THEN
            jsonb_build_object('code', 'residual', 'text', 'an earlier plan left something unsold; a person must clear it')
        WHEN live >= r.max_positions THEN
            jsonb_build_object('code', 'max_positions', 'text', live || ' of ' || r.max_positions || ' plans are under way')
        WHEN at_stake > r.risk_per_trade THEN
            jsonb_build_object('code', 'loss_budget', 'text', 'it may lose ' || ops.dec(at_stake) || ', limit ' || ops.dec(r.risk_per_trade))
        WHEN wanted > r.max_symbol_notional THEN
            jsonb_build_object('code', 'max_symbol_notional', 'text', 'notional would be ' || ops.dec(wanted) || ', limit ' || ops.dec(r.max_symbol_notional))
        WHEN held + wanted > r.max_total_notional THEN
            jsonb_build_object('code', 'max_total_notional', 'text', 'notional in all would be ' || ops.dec(held + wanted) || ', limit ' || ops.dec(r.max_total_notional))
        WHEN recent >= r.max_orders_per_minute THEN
            jsonb_build_object('code', 'orders_per_minute', 'text', recent || ' entries in the last minute, limit ' || r.max_orders_per_minute)
        WHEN balance < (p->>'spend')::numeric THEN
            jsonb_build_object('code', 'balance', 'text', 'balance of ' || (p->>'start_asset') || ' is ' || ops.dec(balance) || ', the plan spends ' || ops.dec((p->>'spend')::numeric))
    END, (WITH judged AS MATERIALIZED (
            SELECT nr, execution.filter_refusal(p->>'venue', value->'terms'->>'symbol', (value->>'qty')::numeric, (value->>'limit')::numeric) AS fault
            FROM jsonb_array_elements(p->'legs') WITH ORDINALITY AS l (value, nr))
        SELECT fault FROM judged WHERE fault IS NOT NULL ORDER BY nr LIMIT 1),
        -- The direct lane asks the venue itself.
        CASE WHEN p->>'lane' = 'stream' THEN execution.fee_refusal(p, now_at) END);
END $$;

-- Stores an order of a plan as approved.
CREATE FUNCTION execution.insert_leg(pl execution.plans, i jsonb, happened timestamptz, by_source text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO execution.orders (intent_id, client_order_id, account, venue, symbol, strategy, strategy_version, source_id,
        trade_id, leg, purpose, cause, side, type, qty, limit_price, reduce_only, base_asset, quote_asset, reference_price, risk,
        plan, state, version, created_at, expires_at, updated_at, limits_version)
    VALUES (i->>'intent_id', i->>'client_order_id', pl.account, pl.venue, i->>'symbol', pl.strategy, pl.strategy_version,
        pl.opportunity_id, pl.plan_id, (i->>'leg')::int, i->>'purpose', i->>'cause', i->>'side', 'LIMIT_IOC', (i->>'qty')::numeric,
        (i->>'limit_price')::numeric, false, i->>'base', i->>'quote', (i->>'limit_price')::numeric,
        CASE WHEN i->>'purpose' = 'FIRST_LEG' THEN pl.worst_loss * pl.start_value ELSE 0 END,
        '{}', 'APPROVED', 1, happened, CASE WHEN i->>'purpose' = 'FIRST_LEG' THEN pl.expires_at END, happened,
        (SELECT limits_version FROM risk.accounts WHERE account = pl.account));
    INSERT INTO execution.order_events VALUES (i->>'intent_id', 1, 'reserved', 'NEW', 'APPROVED', happened, by_source, NULL);
    PERFORM ops.append_audit(pl.account, happened, by_source, 'reserved', i->>'intent_id',
        concat_ws(' ', i->>'purpose', i->>'side', i->>'qty', i->>'symbol', 'at', i->>'limit_price', 'of plan', pl.plan_id));
END $$;

-- Judges a plan and stores it with its first leg, or the refusal; with "claim" the leg is claimed in the same step. A plan is
-- judged once by the same books: a refusal gives way to a later decision about the same opportunity, an approval to nothing.
-- Answers {"result": approved | refused | exists, "state", "code", "text", "claim"}.
CREATE FUNCTION execution.reserve_plan(q jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    p constant jsonb := q->'plan';
    now_at constant timestamptz := ops.ts((q->>'now_ms')::bigint);
    existing execution.plans;
    pl execution.plans;
    refusal jsonb;
BEGIN
    IF session_user = 'sextant_direct' AND p->>'lane' IS DISTINCT FROM 'direct' THEN
        RAISE EXCEPTION 'permission denied: a plan of lane % is not for the direct lane', p->>'lane' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- What was ever approved stays so: no lock for those who ask again while it lives.
    SELECT * INTO existing FROM execution.plans WHERE plan_id = p->>'plan_id' AND state <> 'RISK_REJECTED' AND q->'claim' IS NULL;
    IF FOUND THEN
        RETURN jsonb_build_object('result', 'exists', 'state', existing.state);
    END IF;
    PERFORM execution.hold_switch(p->>'account');
    PERFORM 1 FROM risk.accounts WHERE account = p->>'account' FOR UPDATE;
    SELECT * INTO existing FROM execution.plans WHERE plan_id = p->>'plan_id';
    IF FOUND AND (existing.state <> 'RISK_REJECTED' OR existing.lane <> p->>'lane'
            OR existing.decided_at >= ops.ts((p->>'decided_at_ms')::bigint)) THEN
        -- A lost answer: the same claim is granted again to the holder of its token.
        RETURN CASE WHEN existing.state <> 'RISK_REJECTED' AND q->'claim' IS NOT NULL
                AND EXISTS (SELECT 1 FROM execution.orders WHERE intent_id = q->'intent'->>'intent_id' AND claim_token = q->'claim'->>'token')
            THEN jsonb_build_object('result', 'approved', 'claim', execution.claim(q->'claim'))
            ELSE jsonb_build_object('result', 'exists', 'state', existing.state) END;
    END IF;
    refusal := execution.plan_refusal(p, now_at);
    INSERT INTO execution.plans (plan_id, account, venue, strategy, strategy_version, opportunity_id, cycle, lane, start_asset,
        spend, expected_profit, worst_loss, start_value, document, state, reason_code, reason, decided_at, created_at, expires_at)
    VALUES (p->>'plan_id', p->>'account', p->>'venue', p->>'strategy', p->>'strategy_version', p->>'opportunity_id', p->>'cycle',
        p->>'lane', p->>'start_asset', (p->>'spend')::numeric, (p->>'expected_profit')::numeric, (p->>'worst_loss')::numeric,
        (p->>'start_value')::numeric, p, CASE WHEN refusal IS NULL THEN 'RUNNING' ELSE 'RISK_REJECTED' END, refusal->>'code',
        refusal->>'text', ops.ts((p->>'decided_at_ms')::bigint), now_at, ops.ts((p->>'expires_at_ms')::bigint))
    ON CONFLICT (plan_id) DO UPDATE SET spend = excluded.spend, expected_profit = excluded.expected_profit,
        worst_loss = excluded.worst_loss, start_value = excluded.start_value, document = excluded.document, state = excluded.state,
        reason_code = excluded.reason_code, reason = excluded.reason, decided_at = excluded.decided_at, expires_at = excluded.expires_at
    RETURNING * INTO pl;
    -- In the direct lane whoever sees the opportunity also takes it, and says so itself.
    IF pl.lane = 'stream' THEN
        PERFORM strategy.tell_opportunity(pl);
    END IF;
    IF refusal IS NOT NULL THEN
        IF existing.reason_code IS DISTINCT FROM pl.reason_code THEN
            PERFORM ops.append_audit(pl.account, now_at, q->>'source', 'plan_refused', pl.plan_id, pl.cycle || ' ' || (refusal->>'text'));
        END IF;
        RETURN refusal || jsonb_build_object('result', 'refused', 'state', pl.state);
    END IF;
    PERFORM execution.insert_leg(pl, q->'intent', now_at, q->>'source');
    IF q->'claim' IS NULL THEN
        RETURN jsonb_build_object('result', 'approved', 'state', pl.state);
    END IF;
    RETURN jsonb_build_object('result', 'approved', 'state', pl.state, 'claim', execution.grant_claim(q->'claim', true));
END $$;

-- Reserves and claims as above, takes all of it back and answers {"result"} alone. Nobody can send by it. The direct lane calls
-- it while nothing is to do, so that its statements are planned and its connections warm when something is.
CREATE FUNCTION execution.rehearse_plan(q jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    answer jsonb;
BEGIN
    BEGIN
        answer := execution.reserve_plan(q);
        RAISE EXCEPTION USING ERRCODE = 'SXREH';
    EXCEPTION WHEN SQLSTATE 'SXREH' THEN
        RETURN jsonb_build_object('result', answer->'result', 'code', answer->'code');
    END;
END $$;

-- Stores and claims one more order of a plan. Nothing is sent while another order of it is not final.
-- Answers {"result": approved | refused | exists, "state", "code", "text", "claim"}.
CREATE FUNCTION execution.reserve_leg(q jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    i constant jsonb := q->'intent';
    now_at constant timestamptz := ops.ts((q->>'now_ms')::bigint);
    pl execution.plans;
    o execution.orders;
    other text;
BEGIN
    SELECT * INTO pl FROM execution.plans WHERE plan_id = q->>'plan_id';
    IF NOT FOUND THEN
        RETURN jsonb_build_object('result', 'refused', 'code', 'unknown_plan', 'text', 'no such plan');
    END IF;
    PERFORM execution.keep_to_lane(pl.plan_id);
    PERFORM execution.hold_switch(pl.account);
    PERFORM 1 FROM risk.accounts WHERE account = pl.account FOR SHARE;
    SELECT * INTO pl FROM execution.plans WHERE plan_id = q->>'plan_id' FOR UPDATE;
    SELECT * INTO o FROM execution.orders WHERE intent_id = i->>'intent_id';
    IF FOUND THEN
        RETURN CASE WHEN o.claim_token = q->'claim'->>'token'
            THEN jsonb_build_object('result', 'approved', 'claim', execution.claim(q->'claim'))
            ELSE jsonb_build_object('result', 'exists', 'state', o.state) END;
    END IF;
    SELECT purpose || ' is ' || state INTO other FROM execution.orders
    WHERE trade_id = pl.plan_id AND NOT execution.is_final(state) LIMIT 1;
    IF pl.state NOT IN ('RUNNING', 'UNWINDING') OR other IS NOT NULL OR (i->>'purpose' = 'NEXT_LEG' AND pl.state = 'UNWINDING') THEN
        RETURN jsonb_build_object('result', 'refused', 'code', 'plan_state', 'text', coalesce('the plan''s ' || other, 'the plan is ' || pl.state));
    END IF;
    IF i->>'purpose' = 'UNWIND' AND pl.state = 'RUNNING' THEN
        UPDATE execution.plans SET state = 'UNWINDING' WHERE plan_id = pl.plan_id;
        PERFORM ops.append_audit(pl.account, now_at, q->>'source', 'plan_unwinding', pl.plan_id, pl.cycle);
    END IF;
    PERFORM execution.insert_leg(pl, i, now_at, q->>'source');
    RETURN jsonb_build_object('result', 'approved', 'state', 'APPROVED', 'claim', execution.claim(q->'claim'));
END $$;

-- Ends a plan: its result in the start asset counts for the account's day, what is left in the middle is dust.
CREATE FUNCTION execution.end_plan(q jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    now_at constant timestamptz := ops.ts((q->>'now_ms')::bigint);
    pl execution.plans;
    r risk.accounts;
    won numeric;
    won_r numeric;
BEGIN
    SELECT * INTO pl FROM execution.plans WHERE plan_id = q->>'plan_id';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'plan % does not exist', q->>'plan_id' USING ERRCODE = 'P0002';
    END IF;
    PERFORM execution.keep_to_lane(pl.plan_id);
    SELECT * INTO STRICT r FROM risk.accounts WHERE account = pl.account FOR UPDATE;
    SELECT * INTO pl FROM execution.plans WHERE plan_id = q->>'plan_id' FOR UPDATE;
    IF pl.state NOT IN ('RUNNING', 'UNWINDING') THEN
        RETURN jsonb_build_object('result', 'exists', 'state', pl.state);
    END IF;
    IF EXISTS (SELECT 1 FROM execution.orders WHERE trade_id = pl.plan_id AND NOT execution.is_final(state)) THEN
        RETURN jsonb_build_object('result', 'refused', 'code', 'plan_state', 'text', 'an order of the plan is not final');
    END IF;
    SELECT coalesce(sum(amount), 0) INTO won FROM execution.plan_flows(pl.plan_id) WHERE asset = pl.start_asset;
    won_r := round(round(won * pl.start_value, 40) / r.risk_per_trade, 6);
    UPDATE execution.plans SET state = 'ENDED', outcome = q->>'outcome', reason = q->>'reason', profit = won, profit_r = won_r, ended_at = now_at
    WHERE plan_id = pl.plan_id;
    INSERT INTO portfolio.dust (account, asset, plan_id, amount, at)
    SELECT pl.account, asset, pl.plan_id, amount, now_at FROM execution.plan_flows(pl.plan_id) WHERE asset <> pl.start_asset;
    -- What an unsold rest is worth nobody knows: it blocks instead, until a person has seen it.
    IF q->>'outcome' IN ('COMPLETE', 'UNWOUND') THEN
        PERFORM risk.count_result(pl.account, won * pl.start_value, won_r, now_at);
    END IF;
    IF q->>'outcome' = 'RESIDUAL' THEN
        INSERT INTO ops.alerts (account, kind, subject, told, raised_at)
        VALUES (pl.account, 'plan_residual', pl.plan_id, pl.cycle || ': ' || (q->>'reason'), now_at) ON CONFLICT DO NOTHING;
    END IF;
    PERFORM ops.append_audit(pl.account, now_at, q->>'source', 'plan_ended', pl.plan_id,
        concat_ws(' ', pl.cycle, q->>'outcome', ops.dec(won), pl.start_asset, q->>'reason'));
    RETURN jsonb_build_object('result', 'ended', 'state', 'ENDED');
END $$;

-- A person has seen what a plan left unsold; new plans may begin. Answers {"result": changed | same | unknown_plan, "text"}.
CREATE FUNCTION execution.clear_plan(for_account text, of_plan text, why text, by_actor text, happened timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    pl execution.plans;
BEGIN
    SELECT * INTO pl FROM execution.plans WHERE plan_id = of_plan AND account = for_account FOR UPDATE;
    IF NOT FOUND THEN
        RETURN jsonb_build_object('result', 'unknown_plan', 'text', 'there is no plan ' || of_plan);
    END IF;
    IF pl.outcome IS DISTINCT FROM 'RESIDUAL' OR pl.cleared_at IS NOT NULL THEN
        RETURN jsonb_build_object('result', 'same', 'text', 'nothing of the plan waits to be cleared');
    END IF;
    UPDATE execution.plans SET cleared_at = happened, cleared_by = by_actor WHERE plan_id = of_plan;
    PERFORM ops.append_audit(for_account, happened, by_actor, 'plan_cleared', of_plan, why);
    RETURN jsonb_build_object('result', 'changed', 'text', 'plans may begin again; what is left stays in the dust ledger');
END $$;

-- The same under an Idempotency-Key.
CREATE FUNCTION execution.clear_plan_once(key text, hash text, of_plan text, why text, by_actor text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    earlier constant jsonb := ops.earlier_answer(key, hash);
    outcome jsonb;
BEGIN
    IF earlier IS NOT NULL THEN
        RETURN earlier;
    END IF;
    outcome := execution.clear_plan((SELECT account FROM execution.plans WHERE plan_id = of_plan), of_plan, why, by_actor, clock_timestamp());
    IF outcome->>'result' NOT IN ('changed', 'same') THEN
        RETURN outcome;
    END IF;
    RETURN ops.keep_answer(key, hash, (outcome || jsonb_build_object('plan_id', of_plan, 'as_of', ops.iso(clock_timestamp())))::text);
END $$;

-- A plan as people see it.
CREATE FUNCTION execution.plan_public(pl execution.plans) RETURNS jsonb
LANGUAGE sql STABLE
RETURN jsonb_build_object('plan_id', pl.plan_id, 'account', pl.account, 'venue', pl.venue, 'strategy', pl.strategy, 'lane', pl.lane,
    'opportunity_id', pl.opportunity_id, 'cycle', pl.cycle, 'start_asset', pl.start_asset, 'spend', ops.dec(pl.spend),
    'expected_profit', ops.dec(pl.expected_profit), 'worst_loss', ops.dec(pl.worst_loss), 'state', pl.state, 'outcome', pl.outcome,
    'profit', ops.dec(pl.profit), 'profit_r', ops.dec(pl.profit_r), 'reason_code', pl.reason_code, 'reason', pl.reason,
    'decided_at', ops.iso(pl.decided_at), 'ended_at', ops.iso(pl.ended_at), 'took_ms', ops.ms(pl.ended_at) - ops.ms(pl.decided_at),
    'cleared_at', ops.iso(pl.cleared_at), 'cleared_by', pl.cleared_by);

-- And with its orders, what is left of it, and what was planned.
CREATE FUNCTION execution.plan_story(pl execution.plans) RETURNS jsonb
LANGUAGE sql STABLE
RETURN execution.plan_public(pl) || jsonb_build_object(
    'legs', pl.document->'legs', 'routes', pl.document->'routes',
    'orders', (SELECT coalesce(jsonb_agg(jsonb_build_object('intent_id', o.intent_id, 'leg', o.leg, 'purpose', o.purpose,
            'symbol', o.symbol, 'side', o.side, 'qty', ops.dec(o.qty), 'limit', ops.dec(o.limit_price), 'state', o.state,
            'filled_qty', ops.dec(o.filled_qty), 'filled_quote', ops.dec(o.filled_quote), 'fees', ops.dec(o.fees),
            'reason', o.reason, 'claimed_at', ops.iso(o.claimed_at), 'updated_at', ops.iso(o.updated_at)) ORDER BY o.ordinal), '[]')
        FROM execution.orders o WHERE o.trade_id = pl.plan_id),
    'flows', (SELECT coalesce(jsonb_object_agg(asset, ops.dec(amount)), '{}') FROM execution.plan_flows(pl.plan_id)));

-- A plan with its orders and what it holds.
CREATE FUNCTION execution.plan_json(pl execution.plans) RETURNS jsonb
LANGUAGE sql STABLE
RETURN jsonb_build_object('plan', pl.document, 'state', pl.state, 'outcome', pl.outcome, 'flatten', risk.close_demand(pl.account) IS NOT NULL,
    'holdings', (SELECT coalesce(jsonb_object_agg(asset, ops.dec(amount)), '{}') FROM execution.plan_flows(pl.plan_id)),
    'orders', (SELECT coalesce(jsonb_agg(jsonb_build_object('intent_id', o.intent_id, 'leg', o.leg, 'purpose', o.purpose, 'cause', o.cause,
            'symbol', o.symbol, 'side', o.side, 'state', o.state, 'filled_qty', ops.dec(o.filled_qty), 'reason_code', o.reason_code,
            'updated_at_ms', ops.ms(o.updated_at)) ORDER BY o.ordinal), '[]')
        FROM execution.orders o WHERE o.trade_id = pl.plan_id));

-- One order as the placer and the reconciler need it.
CREATE FUNCTION execution.find_order(id text) RETURNS jsonb
LANGUAGE sql STABLE
RETURN (SELECT execution.order_json(o) FROM execution.orders o WHERE intent_id = id);

DO $$
DECLARE
    f regprocedure;
BEGIN
    FOREACH f IN ARRAY ARRAY[
        'execution.reserve_plan(jsonb)', 'execution.rehearse_plan(jsonb)', 'execution.reserve_leg(jsonb)', 'execution.end_plan(jsonb)',
        'execution.insert_leg(execution.plans, jsonb, timestamptz, text)', 'execution.hold_switch(text)',
        'execution.clear_plan(text, text, text, text, timestamptz)', 'portfolio.open_books(text, jsonb, timestamptz)',
        'execution.clear_plan_once(text, text, text, text, text)']::regprocedure[] LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, pg_temp', f);
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION execution.reserve_plan(jsonb) TO sextant_risk, sextant_placer, sextant_direct;
GRANT EXECUTE ON FUNCTION execution.reserve_leg(jsonb), execution.end_plan(jsonb) TO sextant_placer, sextant_direct;
GRANT EXECUTE ON FUNCTION execution.clear_plan_once(text, text, text, text, text) TO sextant_api;
GRANT EXECUTE ON FUNCTION portfolio.open_books(text, jsonb, timestamptz) TO sextant_reconciler;
GRANT SELECT, INSERT, UPDATE ON portfolio.taker_fees TO sextant_reconciler;
GRANT SELECT ON portfolio.taker_fees TO sextant_ingest, sextant_api;
GRANT SELECT ON execution.plans, portfolio.dust
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;

-- The direct lane: its own plans from the first word to the last, and the books they come from. It reads what its plans are
-- read with and nothing else; of what is written without a function it has the rows of its venue and of its own status.
GRANT USAGE ON SCHEMA market, strategy, execution, risk, ops TO sextant_direct;
GRANT EXECUTE ON FUNCTION execution.rehearse_plan(jsonb), execution.claim(jsonb), execution.report(jsonb),
    risk.watch(text, text, timestamptz) TO sextant_direct;
GRANT SELECT ON execution.plans, execution.orders, execution.fills, risk.accounts, risk.control TO sextant_direct;
GRANT SELECT, INSERT, UPDATE ON market.instruments, ops.component_status TO sextant_direct;
ALTER TABLE execution.plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE market.instruments ENABLE ROW LEVEL SECURITY;
ALTER TABLE ops.component_status ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_row ON execution.plans USING (true);
CREATE POLICY every_row ON market.instruments USING (true);
CREATE POLICY every_row ON ops.component_status USING (true);
CREATE POLICY own_lane ON execution.plans AS RESTRICTIVE TO sextant_direct USING (lane = 'direct');
CREATE POLICY own_venue ON market.instruments AS RESTRICTIVE TO sextant_direct USING (venue = 'KRAKEN');
CREATE POLICY own_status ON ops.component_status AS RESTRICTIVE TO sextant_direct USING (component = 'kraken');
