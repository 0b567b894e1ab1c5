-- The order protocol: every step is one function, atomic, safe to repeat. Lock order: control, risk account, intent,
-- audit head. Times come from the caller (market time); decimals travel as text inside the JSON.

-- What a row of an audit chain is hashed from: the row before it and each of its own fields, every text with its length in
-- front, so that nothing can move from one field to the next; the time in microseconds. AuditRow computes the same.
CREATE FUNCTION ops.audit_hash(previous text, of_account text, number bigint, happened timestamptz, by_actor text, what text,
    whom text, told text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN encode(sha256(convert_to(
        (SELECT string_agg(octet_length(part) || ':' || part, '' ORDER BY nr)
         FROM unnest(ARRAY[previous, of_account, number::text, ops.us(happened)::text, by_actor, what, whom, told])
             WITH ORDINALITY AS parts (part, nr)), 'UTF8')), 'hex');
END $$;

-- Appends to the account's audit chain. Called last in each step, so that the head row is locked last.
CREATE FUNCTION ops.append_audit(for_account text, happened timestamptz, by_actor text, what text, whom text, told text)
RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    head ops.audit_heads;
    next_seq bigint;
    next_hash text;
BEGIN
    INSERT INTO ops.audit_heads VALUES (for_account, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM ops.audit_heads WHERE account = for_account FOR UPDATE;
    next_seq := head.seq + 1;
    next_hash := ops.audit_hash(head.hash, for_account, next_seq, happened, by_actor, what, whom, told);
    INSERT INTO ops.audit VALUES (for_account, next_seq, happened, by_actor, what, whom, told, head.hash, next_hash);
    UPDATE ops.audit_heads SET seq = next_seq, hash = next_hash WHERE account = for_account;
    RETURN next_seq;
END $$;

-- Moves an intent by the table and writes the event; answers the new state, or NULL when the table has no such move.
CREATE FUNCTION execution.move(id text, by_trigger text, happened timestamptz, by_source text, told text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    o execution.orders;
    next_state text;
BEGIN
    SELECT * INTO STRICT o FROM execution.orders WHERE intent_id = id FOR UPDATE;
    SELECT to_state INTO next_state FROM execution.order_moves m WHERE m.from_state = o.state AND m.trigger = by_trigger;
    IF next_state IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE execution.orders SET state = next_state, version = o.version + 1, updated_at = happened,
        acknowledged_at = CASE WHEN by_trigger IN ('venue_open', 'venue_partial', 'venue_filled')
                               THEN coalesce(acknowledged_at, happened) ELSE acknowledged_at END,
        unknown_since = CASE WHEN by_trigger = 'outcome_unknown' THEN happened ELSE unknown_since END,
        quarantined_at = CASE WHEN by_trigger = 'not_found' THEN happened ELSE quarantined_at END
    WHERE intent_id = id;
    INSERT INTO execution.order_events VALUES (id, o.version + 1, by_trigger, o.state, next_state, happened, by_source, told);
    -- It was taken for lost.
    IF o.state = 'QUARANTINED' AND by_trigger LIKE 'venue%' THEN
        INSERT INTO ops.alerts (account, kind, subject, told, raised_at) VALUES (o.account, 'resurrected', id,
            'order ' || o.client_order_id || ' in ' || o.symbol || ', looked for in vain, is ' || next_state || ' at the venue', happened)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN next_state;
END $$;

-- Why an exposure-adding intent may not go on now, as {code, text}, or NULL: the guard's first barrier (risk.guard in V015),
-- else that its time is over. Asked at the reservation and again at the claim.
CREATE FUNCTION execution.entry_refusal(for_account text, for_strategy text, for_symbol text, expires timestamptz, now_at timestamptz)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    barrier jsonb;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM risk.control c JOIN risk.accounts r USING (account) WHERE account = for_account) THEN
        RETURN jsonb_build_object('code', 'no_account', 'text', 'account ' || for_account || ' is not configured');
    END IF;
    SELECT jsonb_build_object('code', condition, 'text', told) INTO barrier
    FROM risk.guard(for_account, for_strategy, for_symbol, now_at) WHERE state IN ('REDUCING', 'HALTED') ORDER BY rank LIMIT 1;
    IF barrier IS NOT NULL THEN
        RETURN barrier;
    END IF;
    RETURN CASE WHEN expires IS NULL OR now_at > expires THEN
        jsonb_build_object('code', 'expired', 'text', 'expired at ' || coalesce(ops.iso(expires), 'an unnamed time') || ', now ' || ops.iso(now_at))
    END;
END $$;

-- Notional an account holds or has on its way, quote units: positions at cost, unfinished entries at their reference price.
CREATE VIEW risk.held AS
SELECT account, symbol, abs(cost) AS notional FROM portfolio.positions WHERE qty <> 0
UNION ALL
SELECT account, symbol, (qty - filled_qty) * reference_price FROM execution.orders
WHERE purpose = 'ENTRY' AND NOT execution.is_final(state);

-- Who has a symbol, in words: a symbol takes one trade at a time. An exit whose trade is closed has it, too, until it is over: one
-- that rests, or that the venue may accept late, would reduce the next trade's position.
CREATE VIEW risk.owners AS
SELECT account, symbol, 1 AS rank, opened_at AS since, 'trade of ' || strategy || ' since ' || ops.iso(opened_at) AS what
FROM execution.trades WHERE closed_at IS NULL
UNION ALL
SELECT account, symbol, 2, created_at, 'order of ' || strategy || ' in ' || state
FROM execution.orders WHERE purpose = 'ENTRY' AND NOT execution.is_final(state)
UNION ALL
SELECT o.account, o.symbol, 3, o.created_at, 'exit of a closed trade of ' || o.strategy || ' in ' || o.state
FROM execution.orders o JOIN execution.trades t USING (trade_id)
WHERE o.purpose <> 'ENTRY' AND NOT execution.is_final(o.state) AND t.closed_at IS NOT NULL;

-- Entries of the last minute that were not refused.
CREATE FUNCTION risk.entries_last_minute(for_account text, now_at timestamptz) RETURNS bigint
LANGUAGE sql STABLE
RETURN (SELECT count(*) FROM execution.orders
    WHERE account = for_account AND purpose = 'ENTRY' AND state <> 'RISK_REJECTED' AND created_at > now_at - interval '1 minute');

-- Limits that need the account's row lock, as {code, text}, or NULL.
CREATE FUNCTION execution.limit_refusal(p jsonb, now_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    r risk.accounts;
    wanted numeric := (p->>'qty')::numeric * (p->>'reference_price')::numeric;
    symbol_notional numeric;
    total_notional numeric;
    open_positions bigint;
    recent bigint;
    balance numeric;
    busy text;
BEGIN
    SELECT * INTO STRICT r FROM risk.accounts WHERE account = p->>'account';
    SELECT coalesce(sum(notional) FILTER (WHERE symbol = p->>'symbol'), 0), coalesce(sum(notional), 0), count(DISTINCT symbol)
    INTO symbol_notional, total_notional, open_positions FROM risk.held WHERE account = r.account;
    recent := risk.entries_last_minute(r.account, now_at);
    SELECT coalesce(sum(amount), 0) INTO balance FROM portfolio.balances WHERE account = r.account AND asset = r.currency;
    SELECT string_agg(what, ' and ' ORDER BY rank, since) INTO busy
    FROM risk.owners WHERE account = r.account AND symbol = p->>'symbol';
    RETURN CASE
        WHEN busy IS NOT NULL THEN
            jsonb_build_object('code', 'position_open', 'text', (p->>'symbol') || ' is taken by the ' || busy)
        WHEN open_positions >= r.max_positions THEN
            jsonb_build_object('code', 'max_positions', 'text', open_positions || ' of ' || r.max_positions || ' positions are open')
        WHEN symbol_notional + wanted > r.max_symbol_notional THEN
            jsonb_build_object('code', 'max_symbol_notional', 'text', 'notional of ' || (p->>'symbol') || ' would be '
                || ops.dec(symbol_notional + wanted) || ', limit ' || ops.dec(r.max_symbol_notional))
        WHEN total_notional + wanted > r.max_total_notional THEN
            jsonb_build_object('code', 'max_total_notional', 'text', 'notional in all would be '
                || ops.dec(total_notional + wanted) || ', limit ' || ops.dec(r.max_total_notional))
        WHEN recent >= r.max_orders_per_minute THEN
            jsonb_build_object('code', 'orders_per_minute', 'text', recent || ' entries in the last minute, limit ' || r.max_orders_per_minute)
        WHEN balance < 2 * (p->>'risk')::numeric THEN
            jsonb_build_object('code', 'balance', 'text', 'balance ' || ops.dec(balance) || ' is below twice the risk ' || ops.dec((p->>'risk')::numeric))
    END;
END $$;

-- Why an entry that was reserved under wider limits fits no longer, as {code, text}, or NULL. It is among what is held.
CREATE FUNCTION execution.tightened_refusal(o execution.orders) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    r risk.accounts;
    symbol_notional numeric;
    total_notional numeric;
    open_positions bigint;
BEGIN
    SELECT * INTO STRICT r FROM risk.accounts WHERE account = o.account;
    SELECT coalesce(sum(notional) FILTER (WHERE symbol = o.symbol), 0), coalesce(sum(notional), 0), count(DISTINCT symbol)
    INTO symbol_notional, total_notional, open_positions FROM risk.held WHERE account = r.account;
    RETURN CASE
        WHEN open_positions > r.max_positions THEN
            jsonb_build_object('code', 'max_positions', 'text', open_positions || ' of ' || r.max_positions || ' positions are open')
        WHEN symbol_notional > r.max_symbol_notional THEN
            jsonb_build_object('code', 'max_symbol_notional', 'text', 'notional of ' || o.symbol || ' would be '
                || ops.dec(symbol_notional) || ', limit ' || ops.dec(r.max_symbol_notional))
        WHEN total_notional > r.max_total_notional THEN
            jsonb_build_object('code', 'max_total_notional', 'text', 'notional in all would be '
                || ops.dec(total_notional) || ', limit ' || ops.dec(r.max_total_notional))
    END;
END $$;

-- Functions that an order waits for are planned once a session, whatever the values: else PostgreSQL plans each of their statements
-- anew for a session's first five calls, 20 to 60 ms a call, and all looks they take are by a key anyway.

-- Judges and stores an intent. Answers {"result": approved | refused | exists, "state", "code", "text"}.
CREATE FUNCTION execution.reserve(p jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    now_at timestamptz := ops.ts((p->>'now_ms')::bigint);
    expires timestamptz := ops.ts((p->>'expires_at_ms')::bigint);
    entry boolean := p->>'purpose' = 'ENTRY';
    refusal jsonb;
    existing execution.orders;
    new_state text;
BEGIN
    PERFORM 1 FROM risk.control WHERE account = p->>'account' FOR SHARE;
    PERFORM 1 FROM risk.accounts WHERE account = p->>'account' FOR UPDATE;
    SELECT * INTO existing FROM execution.orders
    WHERE intent_id = p->>'intent_id'
       OR (entry AND purpose = 'ENTRY' AND account = p->>'account' AND strategy = p->>'strategy' AND symbol = p->>'symbol'
           AND bucket_start = ops.ts((p->>'bucket_start_ms')::bigint));
    IF FOUND THEN
        RETURN jsonb_build_object('result', 'exists', 'state', existing.state, 'code', existing.reason_code, 'text', existing.reason,
            'intent_id', existing.intent_id);
    END IF;
    IF entry THEN
        refusal := coalesce(
            execution.entry_refusal(p->>'account', p->>'strategy', p->>'symbol', expires, now_at),
            execution.limit_refusal(p, now_at));
    END IF;
    new_state := CASE WHEN refusal IS NULL THEN 'APPROVED' ELSE 'RISK_REJECTED' END;
    INSERT INTO execution.orders (intent_id, client_order_id, account, venue, symbol, strategy, strategy_version, source_id,
        decision_id, trade_id, leg, purpose, cause, side, type, qty, trigger_price, reduce_only, reference_price, risk,
        bucket_start, plan, state, version, reason_code, reason, created_at, expires_at, updated_at, limits_version)
    VALUES (p->>'intent_id', p->>'client_order_id', p->>'account', p->>'venue', p->>'symbol', p->>'strategy',
        p->>'strategy_version', p->>'source_id', p->>'decision_id', p->>'trade_id', (p->>'leg')::int, p->>'purpose',
        p->>'cause', p->>'side', p->>'type', (p->>'qty')::numeric, (p->>'trigger_price')::numeric,
        (p->>'reduce_only')::boolean, (p->>'reference_price')::numeric,
        CASE WHEN refusal IS NULL THEN (p->>'risk')::numeric ELSE 0 END, ops.ts((p->>'bucket_start_ms')::bigint),
        p->'plan', new_state, 1, refusal->>'code', refusal->>'text', now_at, expires, now_at,
        (SELECT limits_version FROM risk.accounts WHERE account = p->>'account'));
    INSERT INTO execution.order_events VALUES (p->>'intent_id', 1, CASE WHEN refusal IS NULL THEN 'reserved' ELSE 'refused' END,
        'NEW', new_state, now_at, p->>'source', refusal->>'text');
    IF refusal IS NULL THEN
        UPDATE execution.trades SET
            sl_price = CASE WHEN p->>'purpose' = 'STOP' THEN (p->>'trigger_price')::numeric ELSE sl_price END,
            -- A target that the price has passed is taken at market, which has no trigger.
            tp1_price = CASE WHEN p->>'purpose' = 'TAKE_PROFIT_1' THEN coalesce((p->>'trigger_price')::numeric, tp1_price) ELSE tp1_price END,
            tp2_price = CASE WHEN p->>'purpose' = 'TAKE_PROFIT_2' THEN coalesce((p->>'trigger_price')::numeric, tp2_price) ELSE tp2_price END
        WHERE trade_id = p->>'trade_id' AND NOT entry;
    END IF;
    PERFORM ops.append_audit(p->>'account', now_at, p->>'source', CASE WHEN refusal IS NULL THEN 'reserved' ELSE 'refused' END,
        p->>'intent_id', concat_ws(' ', p->>'purpose', p->>'side', p->>'qty', p->>'symbol', refusal->>'text'));
    RETURN jsonb_build_object('result', CASE WHEN refusal IS NULL THEN 'approved' ELSE 'refused' END, 'state', new_state,
        'code', refusal->>'code', 'text', refusal->>'text', 'intent_id', p->>'intent_id');
END $$;

-- Everything the placer and the reconciler need of an intent.
CREATE FUNCTION execution.order_json(o execution.orders) RETURNS jsonb
LANGUAGE sql STABLE
RETURN jsonb_build_object(
    'intent_id', o.intent_id, 'client_order_id', o.client_order_id, 'account', o.account, 'venue', o.venue,
    'symbol', o.symbol, 'strategy', o.strategy, 'strategy_version', o.strategy_version, 'source_id', o.source_id,
    'decision_id', o.decision_id, 'trade_id', o.trade_id, 'purpose', o.purpose, 'cause', o.cause, 'side', o.side,
    'type', o.type, 'qty', ops.dec(o.qty), 'trigger_price', ops.dec(o.trigger_price),
    'limit_price', ops.dec(o.limit_price), 'reduce_only', o.reduce_only,
    'reference_price', ops.dec(o.reference_price), 'plan', o.plan, 'state', o.state, 'version', o.version,
    'filled_qty', ops.dec(o.filled_qty), 'filled_quote', ops.dec(o.filled_quote), 'created_at_ms', ops.ms(o.created_at),
    'claimed_at_ms', ops.ms(o.claimed_at), 'signed_at_ms', ops.ms(o.signed_at), 'unknown_since_ms', ops.ms(o.unknown_since),
    'quarantined_at_ms', ops.ms(o.quarantined_at), 'not_found_checks', o.not_found_checks,
    'cancel_requested_at_ms', ops.ms(o.cancel_requested_at), 'venue_order_id', o.venue_order_id,
    'updated_at_ms', ops.ms(o.updated_at), 'reason_code', o.reason_code);

-- The only licence to send. Answers {"granted": bool, "state", "code", "text", "order"}; asked again with the same token
-- after a lost answer it grants again, to that holder alone. Nobody calls it but the functions that a claim is asked for by.
-- judged: this step has judged the first leg of a plan, and holds the locks it was judged under.
CREATE FUNCTION execution.grant_claim(p jsonb, judged boolean) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    now_at timestamptz := ops.ts((p->>'now_ms')::bigint);
    ahead_ms bigint := (p->>'clock_ahead_ms')::bigint;
    o execution.orders;
    r risk.accounts;
    i market.instruments;
    refusal jsonb;
    by_trigger text;
BEGIN
    SELECT * INTO o FROM execution.orders WHERE intent_id = p->>'intent_id';
    IF NOT FOUND THEN
        RETURN jsonb_build_object('granted', false, 'state', NULL, 'code', 'unknown_intent', 'text', 'no such intent');
    END IF;
    PERFORM execution.keep_to_lane(o.trade_id);
    PERFORM execution.hold_switch(o.account);
    SELECT * INTO r FROM risk.accounts WHERE account = o.account FOR SHARE;
    SELECT * INTO o FROM execution.orders WHERE intent_id = p->>'intent_id' FOR UPDATE;
    IF o.state = 'SENDING' AND o.claim_token = p->>'token' THEN
        RETURN jsonb_build_object('granted', true, 'state', o.state, 'order', execution.order_json(o));
    END IF;
    IF o.state <> 'APPROVED' THEN
        RETURN jsonb_build_object('granted', false, 'state', o.state, 'code', 'not_claimable', 'text', 'state is ' || o.state);
    END IF;
    IF ahead_ms > r.max_clock_ahead_ms OR abs(ahead_ms) > r.max_clock_offset_ms THEN
        -- Nothing may be signed with such a clock; the intent waits for the sweep, or expires.
        RETURN jsonb_build_object('granted', false, 'state', o.state, 'code', 'clock', 'text', 'clock is ' || ahead_ms || ' ms ahead of the venue');
    END IF;
    IF o.purpose = 'ENTRY' THEN
        SELECT * INTO i FROM market.instruments WHERE venue = o.venue AND symbol = o.symbol;
        refusal := coalesce(
            execution.entry_refusal(o.account, o.strategy, o.symbol, o.expires_at, now_at),
            CASE WHEN i.symbol IS NULL OR NOT i.tradable OR o.qty % i.step_size <> 0 OR o.qty < i.min_qty OR o.qty > i.max_qty
                THEN jsonb_build_object('code', 'filters', 'text', 'the venue''s filters of ' || o.symbol || ' have changed') END,
            CASE WHEN r.limits_version > o.limits_version THEN execution.tightened_refusal(o) END);
    ELSIF o.purpose = 'FIRST_LEG' AND NOT judged THEN
        refusal := execution.first_leg_refusal(o, now_at);
    END IF;
    IF refusal IS NOT NULL THEN
        by_trigger := CASE WHEN refusal->>'code' = 'expired' THEN 'expired_unsent' ELSE 'blocked' END;
        UPDATE execution.orders SET reason_code = refusal->>'code', reason = refusal->>'text', risk = 0 WHERE intent_id = o.intent_id;
        PERFORM execution.move(o.intent_id, by_trigger, now_at, p->>'source', refusal->>'text');
        PERFORM ops.append_audit(o.account, now_at, p->>'source', by_trigger, o.intent_id, refusal->>'text');
        RETURN refusal || jsonb_build_object('granted', false,
            'state', CASE by_trigger WHEN 'blocked' THEN 'BLOCKED' ELSE 'EXPIRED_UNSENT' END);
    END IF;
    UPDATE execution.orders SET claim_token = p->>'token', claimed_at = now_at, signed_at = ops.ts((p->>'signed_at_ms')::bigint)
    WHERE intent_id = o.intent_id;
    PERFORM execution.move(o.intent_id, 'claimed', now_at, p->>'source', NULL);
    PERFORM ops.append_audit(o.account, now_at, p->>'source', 'claimed', o.intent_id, o.client_order_id);
    SELECT * INTO o FROM execution.orders WHERE intent_id = o.intent_id;
    RETURN jsonb_build_object('granted', true, 'state', o.state, 'order', execution.order_json(o));
END $$;

-- Asks for the licence to send an order that an earlier step has stored.
CREATE FUNCTION execution.claim(p jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN execution.grant_claim(p, false);
END $$;

-- Folds one fill into the position: adding moves cost in, reducing takes it out in proportion (half up at 8 decimals,
-- all of it when flat), so that realised PnL over a round trip is exactly the cash that moved. Answers realised PnL.
-- The reconciler folds the same fills again, in code, and compares. A quotient is first taken to 40 decimals: the plain
-- division keeps as few as 16 digits and could round twice.
CREATE FUNCTION portfolio.apply_fill(for_account text, for_venue text, for_symbol text, signed_qty numeric, at_price numeric, paid_fee numeric, at timestamptz)
RETURNS numeric
LANGUAGE plpgsql AS $$
DECLARE
    pos portfolio.positions;
    closing numeric;
    cost_out numeric;
    realised numeric := 0;
BEGIN
    INSERT INTO portfolio.positions (account, venue, symbol, as_of) VALUES (for_account, for_venue, for_symbol, at) ON CONFLICT DO NOTHING;
    SELECT * INTO pos FROM portfolio.positions WHERE account = for_account AND venue = for_venue AND symbol = for_symbol FOR UPDATE;
    IF sign(pos.qty) = -sign(signed_qty) THEN
        closing := sign(pos.qty) * least(abs(pos.qty), abs(signed_qty));
        cost_out := CASE WHEN closing = pos.qty THEN pos.cost ELSE round(round(pos.cost * closing, 40) / pos.qty, 8) END;
        realised := closing * at_price - cost_out;
        pos.cost := pos.cost - cost_out;
        pos.qty := pos.qty - closing;
        signed_qty := signed_qty + closing;
    END IF;
    UPDATE portfolio.positions SET qty = pos.qty + signed_qty, cost = pos.cost + signed_qty * at_price,
        realised_pnl = realised_pnl + realised, fees = positions.fees + paid_fee, fills = positions.fills + 1,
        as_of = greatest(as_of, at)
    WHERE account = for_account AND venue = for_venue AND symbol = for_symbol;
    RETURN realised;
END $$;

CREATE FUNCTION portfolio.book(for_account text, for_asset text, of_kind text, ref text, value numeric, happened timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF value = 0 THEN
        RETURN;
    END IF;
    INSERT INTO portfolio.ledger VALUES (for_account, for_asset, of_kind, ref, value, happened);
    INSERT INTO portfolio.balances VALUES (for_account, for_asset, value, happened)
    ON CONFLICT (account, asset) DO UPDATE SET amount = balances.amount + excluded.amount, as_of = greatest(balances.as_of, excluded.as_of);
END $$;

-- Books a fill on spot: one asset comes, the other goes, the fee is taken from whichever the venue says.
CREATE FUNCTION portfolio.book_spot(o execution.orders, f jsonb, happened timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    ref constant text := o.venue || '/' || o.symbol || '/' || (f->>'trade_id') || '/';
    bought constant numeric := CASE f->>'side' WHEN 'BUY' THEN 1 ELSE -1 END * (f->>'qty')::numeric;
BEGIN
    PERFORM portfolio.book(o.account, o.base_asset, 'traded', ref || o.base_asset, bought, happened);
    PERFORM portfolio.book(o.account, o.quote_asset, 'traded', ref || o.quote_asset, -bought * (f->>'price')::numeric, happened);
    PERFORM portfolio.book(o.account, f->>'fee_asset', 'fee', ref || (f->>'fee_asset'), -(f->>'fee')::numeric, happened);
END $$;

-- Books one fill of an order into its round trip.
CREATE FUNCTION execution.apply_fill_to_trade(o execution.orders, at_price numeric, of_qty numeric, paid_fee numeric, happened timestamptz)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF o.purpose = 'ENTRY' THEN
        INSERT INTO execution.trades (trade_id, account, venue, symbol, strategy, strategy_version, direction, tier, score,
            decision_id, plan, signal_price, atr_at_entry, stop_distance, opened_at, status, first_fill_at, signal_at, ordered_at)
        VALUES (o.trade_id, o.account, o.venue, o.symbol, o.strategy, o.strategy_version, o.plan->>'direction', o.plan->>'tier',
            (o.plan->>'score')::int, o.decision_id, o.plan, (o.plan->>'signal_price')::numeric, (o.plan->>'atr')::numeric,
            (o.plan->>'stop_distance')::numeric, happened, 'active', happened, ops.ts((o.plan->>'decided_at_ms')::bigint), o.claimed_at)
        ON CONFLICT DO NOTHING;
        UPDATE execution.trades SET qty_opened = qty_opened + of_qty, cost_opened = cost_opened + of_qty * at_price,
            fees = fees + paid_fee, first_fill_at = least(first_fill_at, happened)
        WHERE trade_id = o.trade_id;
    ELSE
        UPDATE execution.trades SET qty_closed = qty_closed + of_qty, proceeds_closed = proceeds_closed + of_qty * at_price,
            fees = fees + paid_fee, tp1_hit = tp1_hit OR o.purpose = 'TAKE_PROFIT_1',
            exit_reason = CASE o.purpose WHEN 'STOP' THEN 'sl' WHEN 'TAKE_PROFIT_1' THEN 'tp1' WHEN 'TAKE_PROFIT_2' THEN 'tp2'
                ELSE split_part(o.cause, ':', 1) END
        WHERE trade_id = o.trade_id;
    END IF;
END $$;

-- Counts a result against the account's day and its losses in a row; pauses or halts where a limit is reached.
CREATE FUNCTION risk.count_result(for_account text, net numeric, net_r numeric, happened timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    r risk.accounts;
    today date := (happened AT TIME ZONE 'UTC')::date;
BEGIN
    SELECT * INTO STRICT r FROM risk.accounts WHERE account = for_account FOR UPDATE;
    -- A trade told late counts for the day the account is in: a loss is never dropped.
    IF r.risk_day IS NULL OR today > r.risk_day THEN
        r.risk_day := today;
        r.day_pnl_r := 0;
    END IF;
    r.day_pnl_r := r.day_pnl_r + net_r;
    r.consecutive_losses := CASE WHEN net < 0 THEN r.consecutive_losses + 1 ELSE 0 END;
    IF r.consecutive_losses >= r.max_consecutive_losses THEN
        -- A person's longer pause is never shortened.
        IF coalesce(r.paused_until <= happened + r.loss_pause_ms * interval '1 millisecond', true) THEN
            r.paused_until := happened + r.loss_pause_ms * interval '1 millisecond';
            r.pause_reason := r.consecutive_losses || ' losses in a row';
            r.stops := r.stops + 1;
        END IF;
        r.consecutive_losses := 0;
    END IF;
    IF r.day_pnl_r <= -r.max_daily_loss_r THEN
        r.stops := r.stops + CASE WHEN r.halted THEN 0 ELSE 1 END;
        r.halted := true;
        r.halt_reason := 'daily loss ' || ops.dec(r.day_pnl_r) || ' R, limit -' || ops.dec(r.max_daily_loss_r) || ' R; a named human must resume';
    END IF;
    UPDATE risk.accounts SET risk_day = r.risk_day, day_pnl_r = r.day_pnl_r, consecutive_losses = r.consecutive_losses,
        paused_until = r.paused_until, pause_reason = r.pause_reason, halted = r.halted, halt_reason = r.halt_reason,
        halted_at = CASE WHEN r.halted THEN greatest(r.halted_at, happened) ELSE r.halted_at END, stops = r.stops
    WHERE account = r.account;
END $$;

-- Closes a round trip whose quantity is out and whose entry is final; updates the loss counters of the account.
CREATE FUNCTION execution.settle_trade(of_trade text, happened timestamptz) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
    t execution.trades;
    net numeric;
    net_r numeric;
BEGIN
    SELECT * INTO t FROM execution.trades WHERE trade_id = of_trade AND closed_at IS NULL FOR UPDATE;
    IF NOT FOUND OR t.qty_closed < t.qty_opened OR EXISTS (
        SELECT 1 FROM execution.orders WHERE trade_id = of_trade AND purpose = 'ENTRY' AND NOT execution.is_final(state)) THEN
        RETURN false;
    END IF;
    net := CASE t.direction WHEN 'LONG' THEN 1 ELSE -1 END * (t.proceeds_closed - t.cost_opened) - t.fees;
    net_r := round(round(net, 40) / (t.stop_distance * t.qty_opened), 6);
    UPDATE execution.trades SET closed_at = happened, pnl = net, pnl_r = net_r,
        status = CASE WHEN exit_reason = 'sl' AND tp1_hit THEN 'tp1'
                      WHEN exit_reason IN ('sl', 'tp1', 'tp2', 'timeout') THEN exit_reason ELSE 'closed' END
    WHERE trade_id = of_trade;
    PERFORM risk.count_result(t.account, net, net_r, happened);
    RETURN true;
END $$;

-- What the venue said about an intent, from whatever source, in any order, any number of times.
-- Answers {"state", "version", "changed": bool, "new_fills": n, "trade_closed": bool}.
CREATE FUNCTION execution.report(p jsonb) RETURNS jsonb
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    happened timestamptz := ops.ts((p->>'at_ms')::bigint);
    o execution.orders;
    f jsonb;
    fill_at timestamptz;
    realised numeric;
    paid_fee numeric;
    quote_asset text;
    fresh bigint := 0;
    fills_told text := '';
    by_trigger text := p->>'trigger';
    venue_filled numeric;
    next_state text;
    settled boolean := false;
BEGIN
    SELECT * INTO o FROM execution.orders WHERE intent_id = p->>'intent_id';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'intent % does not exist', p->>'intent_id' USING ERRCODE = 'P0002';
    END IF;
    PERFORM execution.keep_to_lane(o.trade_id);
    SELECT currency INTO quote_asset FROM risk.accounts WHERE account = o.account FOR UPDATE;
    SELECT * INTO o FROM execution.orders WHERE intent_id = o.intent_id FOR UPDATE;

    FOR f IN SELECT value FROM jsonb_array_elements(coalesce(p->'fills', '[]')) ORDER BY (value->>'at_ms')::bigint, value->>'trade_id' LOOP
        fill_at := ops.ts((f->>'at_ms')::bigint);
        INSERT INTO execution.fills (account, venue, symbol, venue_trade_id, intent_id, venue_order_id, side, price, qty, fee, fee_asset,
            maker, filled_at, source)
        VALUES (o.account, o.venue, o.symbol, f->>'trade_id', o.intent_id, f->>'venue_order_id', f->>'side',
            (f->>'price')::numeric, (f->>'qty')::numeric, (f->>'fee')::numeric, f->>'fee_asset', (f->>'maker')::boolean, fill_at, p->>'source')
        ON CONFLICT DO NOTHING;
        IF FOUND THEN
            fresh := fresh + 1;
            fills_told := fills_told || ' fill ' || concat_ws(' ', f->>'trade_id', f->>'side', f->>'qty', '@', f->>'price', 'fee', f->>'fee',
                f->>'fee_asset');
            -- Fees in another asset are taken from that asset's balance and never converted.
            paid_fee := CASE WHEN f->>'fee_asset' = coalesce(o.quote_asset, quote_asset) THEN (f->>'fee')::numeric ELSE 0 END;
            IF o.base_asset IS NOT NULL THEN
                PERFORM portfolio.book_spot(o, f, fill_at);
            ELSE
                realised := portfolio.apply_fill(o.account, o.venue, o.symbol,
                    CASE f->>'side' WHEN 'BUY' THEN 1 ELSE -1 END * (f->>'qty')::numeric, (f->>'price')::numeric, paid_fee, fill_at);
                -- What was won or lost is in the account's currency, whatever the fee was paid in.
                PERFORM portfolio.book(o.account, quote_asset, 'realised_pnl', o.venue || '/' || o.symbol || '/' || (f->>'trade_id'), realised, fill_at);
                PERFORM portfolio.book(o.account, f->>'fee_asset', 'fee', o.venue || '/' || o.symbol || '/' || (f->>'trade_id'), -(f->>'fee')::numeric, fill_at);
                PERFORM execution.apply_fill_to_trade(o, (f->>'price')::numeric, (f->>'qty')::numeric, paid_fee, fill_at);
            END IF;
            o.filled_qty := o.filled_qty + (f->>'qty')::numeric;
            o.filled_quote := o.filled_quote + (f->>'qty')::numeric * (f->>'price')::numeric;
            o.fees := o.fees + paid_fee;
            o.first_fill_at := least(o.first_fill_at, fill_at);
        END IF;
    END LOOP;

    -- The end of an order counts only once every fill the venue speaks of is here.
    venue_filled := greatest(o.venue_filled_qty, (p->>'venue_filled_qty')::numeric, o.filled_qty);
    IF o.filled_qty >= o.qty THEN
        by_trigger := 'venue_filled';
    ELSIF by_trigger IN ('venue_filled', 'venue_canceled', 'venue_expired')
          AND (by_trigger = 'venue_filled' OR o.filled_qty < venue_filled) THEN
        by_trigger := 'venue_open';
    END IF;
    IF by_trigger IN ('venue_open', 'venue_partial') OR (by_trigger IS NULL AND fresh > 0) THEN
        by_trigger := CASE WHEN o.filled_qty > 0 THEN 'venue_partial' ELSE 'venue_open' END;
    END IF;
    UPDATE execution.orders SET filled_qty = o.filled_qty, filled_quote = o.filled_quote, fees = o.fees,
        first_fill_at = o.first_fill_at, venue_filled_qty = venue_filled,
        venue_order_id = coalesce(p->>'venue_order_id', venue_order_id),
        executing_order_id = coalesce(p->>'executing_order_id', executing_order_id),
        not_found_checks = CASE WHEN by_trigger LIKE 'venue%' THEN 0 ELSE not_found_checks END
    WHERE intent_id = o.intent_id;

    IF by_trigger IS NOT NULL AND NOT execution.is_final(o.state)
       AND NOT (by_trigger = 'venue_partial' AND o.state = 'PARTIALLY_FILLED' AND fresh = 0) THEN
        next_state := execution.move(o.intent_id, by_trigger, happened, p->>'source', p->>'reason');
    END IF;
    IF next_state IS NOT NULL THEN
        UPDATE execution.orders SET reason_code = coalesce(p->>'reason_code', reason_code), reason = coalesce(p->>'reason', reason),
            risk = CASE WHEN execution.is_final(next_state) AND filled_qty = 0 THEN 0 ELSE risk END
        WHERE intent_id = o.intent_id;
        IF o.purpose = 'STOP' AND next_state IN ('OPEN', 'PARTIALLY_FILLED', 'FILLED') THEN
            UPDATE execution.trades SET protected_at = coalesce(protected_at, happened) WHERE trade_id = o.trade_id;
        END IF;
    END IF;
    IF (p->>'halts')::boolean THEN
        PERFORM risk.halt_by_venue(o.account, concat_ws(' ', p->>'reason_code', p->>'reason'), happened);
    END IF;
    IF fresh > 0 OR execution.is_final(next_state) THEN
        settled := execution.settle_trade(o.trade_id, happened);
    END IF;
    IF next_state IS NOT NULL OR fresh > 0 THEN
        PERFORM ops.append_audit(o.account, happened, p->>'source', coalesce(by_trigger, 'fills'), o.intent_id,
            concat_ws(' ', next_state, nullif(ltrim(fills_told), ''), p->>'reason'));
    END IF;
    SELECT * INTO o FROM execution.orders WHERE intent_id = o.intent_id;
    RETURN jsonb_build_object('state', o.state, 'version', o.version, 'changed', next_state IS NOT NULL OR fresh > 0,
        'new_fills', fresh, 'trade_closed', settled);
END $$;

-- Counts one "not found" answer; the caller decides by horizon and count when to quarantine. Of an order that rested the second in
-- a row is an alert.
CREATE FUNCTION execution.count_not_found(id text) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
    o execution.orders;
BEGIN
    UPDATE execution.orders SET not_found_checks = not_found_checks + 1 WHERE intent_id = id RETURNING * INTO o;
    IF o.not_found_checks = 2 AND o.state IN ('OPEN', 'PARTIALLY_FILLED') THEN
        INSERT INTO ops.alerts (account, kind, subject, told, raised_at) VALUES (o.account, 'vanished', id,
            o.purpose || ' order ' || o.client_order_id || ' in ' || o.symbol || ' rested at the venue, which no longer knows it', ops.market_time())
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN o.not_found_checks;
END $$;

-- Sets the cancel latch (re-armed each time it is asked for); answers whether the intent is still open.
CREATE FUNCTION execution.request_cancel(id text, at_ms bigint, by_source text, why text) RETURNS boolean
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    o execution.orders;
BEGIN
    SELECT * INTO o FROM execution.orders WHERE intent_id = id FOR UPDATE;
    IF NOT FOUND OR execution.is_final(o.state) THEN
        RETURN false;
    END IF;
    UPDATE execution.orders SET cancel_requested_at = ops.ts(at_ms) WHERE intent_id = id;
    IF o.cancel_requested_at IS NULL THEN
        PERFORM ops.append_audit(o.account, ops.ts(at_ms), by_source, 'cancel_requested', id, why);
    END IF;
    RETURN true;
END $$;
