-- What the API reads and the one thing it may change: whether a strategy runs.

-- The market's now: where the replay stands, or the real now when nothing is replayed.
CREATE FUNCTION ops.market_time() RETURNS timestamptz
LANGUAGE sql STABLE
RETURN coalesce((SELECT (status->>'position_at')::timestamptz FROM ops.component_status WHERE component = 'replay'), now());

CREATE INDEX decisions_taken ON strategy.decisions (decided_at DESC, decision_id) WHERE taken;
CREATE INDEX signals_by_time ON strategy.signals (account, decided_at DESC, signal_id DESC);
CREATE INDEX gaps_open ON market.gaps (symbol) WHERE filled_at IS NULL;

-- The name a user sees for an order's state; the same table as the one declared in code, and a test compares them.
CREATE FUNCTION execution.public_state(state text, cancel_requested boolean) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN cancel_requested AND NOT execution.is_final(state) THEN 'CANCELING'
    WHEN state IN ('SENDING', 'UNKNOWN', 'QUARANTINED', 'OPEN') THEN 'SUBMITTED'
    WHEN state IN ('NEW', 'APPROVED') THEN 'NEW'
    WHEN state IN ('RISK_REJECTED', 'BLOCKED', 'REJECTED', 'NOT_PLACED') THEN 'REJECTED'
    WHEN state IN ('EXPIRED_UNSENT', 'EXPIRED') THEN 'EXPIRED'
    ELSE state
END;

-- What the public state leaves out, in words; NULL where it says everything.
CREATE FUNCTION execution.state_detail(o execution.orders) RETURNS text
LANGUAGE sql STABLE
RETURN CASE
    WHEN o.cancel_requested_at IS NOT NULL AND NOT execution.is_final(o.state)
        THEN 'cancel requested at ' || ops.iso(o.cancel_requested_at)
    WHEN o.state = 'SENDING' THEN 'sent, no answer yet'
    WHEN o.state = 'OPEN' THEN 'resting at the venue'
    WHEN o.state = 'UNKNOWN' THEN concat_ws(' since ', 'the venue may or may not have it, asking', ops.iso(o.unknown_since))
    WHEN o.state = 'QUARANTINED' THEN concat_ws(' since ', 'not found at the venue, risk stays reserved', ops.iso(o.quarantined_at))
END;

-- A row of the audit log with all that its hash is made of.
CREATE FUNCTION ops.audit_json(a ops.audit) RETURNS json
LANGUAGE sql STABLE
RETURN json_build_object('account', a.account, 'seq', a.seq, 'at', ops.iso(a.at), 'at_us', ops.us(a.at), 'actor', a.actor,
    'action', a.action, 'subject', a.subject, 'detail', a.detail, 'prev_hash', a.prev_hash, 'hash', a.hash);

-- An order as users see it. A fill price is an average: half up at 8 decimals.
CREATE FUNCTION execution.public_json(o execution.orders) RETURNS json
LANGUAGE sql STABLE
RETURN json_build_object(
    'intent_id', o.intent_id, 'client_order_id', o.client_order_id, 'venue', o.venue, 'symbol', o.symbol,
    'account', o.account, 'strategy', o.strategy, 'purpose', o.purpose, 'side', o.side, 'type', o.type,
    'qty', ops.dec(o.qty), 'trigger_price', ops.dec(o.trigger_price), 'reduce_only', o.reduce_only, 'state', o.state,
    'public_state', execution.public_state(o.state, o.cancel_requested_at IS NOT NULL), 'detail', execution.state_detail(o),
    'reason', o.reason, 'filled_qty', ops.dec(o.filled_qty),
    'average_price', ops.dec(round(o.filled_quote / nullif(o.filled_qty, 0), 8)), 'venue_order_id', o.venue_order_id,
    'created_at', ops.iso(o.created_at), 'updated_at', ops.iso(o.updated_at), 'signal_id', o.source_id,
    'decision_id', o.decision_id, 'trade_id', o.trade_id);

-- Positions valued at the last trade of their symbol.
CREATE VIEW portfolio.marked_positions AS
SELECT p.*, m.last_price, m.watermark_at, p.qty * m.last_price - p.cost AS unrealised_pnl
FROM portfolio.positions p
LEFT JOIN market.agg_trades_meta m USING (symbol);

-- Open round trips with what they would lose, at most, if their stop filled at its price.
CREATE VIEW execution.open_trades AS
SELECT t.*, qty_opened - qty_closed AS qty_open,
    (qty_opened - qty_closed) * CASE
        WHEN sl_price IS NULL OR qty_opened = 0 THEN stop_distance
        ELSE greatest(0, CASE direction WHEN 'LONG' THEN 1 ELSE -1 END * (cost_opened / qty_opened - sl_price)) END AS at_risk
FROM execution.trades t
WHERE closed_at IS NULL;

-- A strategy as users see it.
CREATE FUNCTION strategy.public_json(s strategy.strategies) RETURNS json
LANGUAGE sql STABLE
RETURN json_build_object('name', s.name, 'version', s.version, 'state', s.state, 'reason', s.state_reason,
    'symbols', coalesce(s.config->'symbols', '[]'), 'threshold', s.config->'threshold', 'since', ops.iso(s.state_since),
    'config', s.config);

-- A decision as users see it; the body is what the scorer stored.
CREATE FUNCTION strategy.public_json(d strategy.decisions) RETURNS json
LANGUAGE sql STABLE
RETURN json_build_object(
    'decision_id', d.decision_id, 'strategy', d.strategy, 'strategy_version', d.strategy_version, 'symbol', d.symbol,
    'bucket_start', ops.iso(d.bucket_start), 'decided_at', ops.iso(d.decided_at), 'price', d.body->>'price',
    'score', d.score, 'threshold', d.body->'threshold', 'long_score', d.body->'long_score', 'short_score', d.body->'short_score', 'direction', d.direction,
    'taken', d.taken, 'gate', d.body->'gate', 'factors', coalesce(d.body->'factors', '[]'),
    'indicators', coalesce(d.body->'indicators', '{}'), 'covered', coalesce(d.body->'covered'->'windows', '0'),
    'signal_id', d.signal_id);

-- A signal as users see it, with what became of it.
CREATE FUNCTION strategy.public_json(g strategy.signals) RETURNS json
LANGUAGE sql STABLE
RETURN (SELECT json_build_object(
    'signal_id', g.signal_id, 'decision_id', g.decision_id, 'strategy', g.strategy, 'symbol', g.symbol,
    'direction', g.direction, 'score', g.score, 'tier', g.tier, 'price', ops.dec(g.price), 'at', ops.iso(g.decided_at),
    'expires_at', ops.iso(g.expires_at), 'outcome', CASE
        WHEN o.state = 'EXPIRED_UNSENT' OR o.reason_code = 'expired' THEN 'expired'
        WHEN o.state IN ('RISK_REJECTED', 'BLOCKED') THEN 'refused: ' || coalesce(o.reason, o.state)
        WHEN o.intent_id IS NOT NULL THEN 'approved'
        WHEN g.refused_code = 'expired' THEN 'expired'
        WHEN g.refused_code IS NOT NULL THEN 'refused: ' || coalesce(g.refused_text, g.refused_code)
        WHEN g.expires_at < ops.market_time() THEN 'expired'
        ELSE 'pending' END,
    'intent_id', o.intent_id)
FROM (VALUES (1)) one LEFT JOIN execution.orders o ON o.purpose = 'ENTRY' AND o.account = g.account
    AND o.strategy = g.strategy AND o.symbol = g.symbol AND o.bucket_start = g.bucket_start);

-- Starts or stops a strategy; every account's audit chain says who and why. A start needs a healthy desk, and with real money
-- an account that is fit: the desk's own, and that of its own which a strategy names. A stop needs nothing. Answers {"result": changed | same | unknown_strategy | recovering, "text"}.
CREATE FUNCTION strategy.set_state(for_name text, to_state text, why text, by_actor text, happened timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    s strategy.strategies;
    session_state text;
    refusal jsonb;
    chain text;
BEGIN
    SELECT * INTO s FROM strategy.strategies WHERE name = for_name FOR UPDATE;
    IF NOT FOUND THEN
        RETURN jsonb_build_object('result', 'unknown_strategy', 'text', 'no strategy is named ' || for_name);
    END IF;
    IF to_state = 'RUNNING' THEN
        SELECT state INTO session_state FROM ops.sessions ORDER BY session_id DESC LIMIT 1 FOR SHARE;
        IF session_state IS DISTINCT FROM 'HEALTHY' THEN
            RETURN jsonb_build_object('result', 'recovering', 'text', for_name || ' can start once the desk is HEALTHY; it is '
                || coalesce(session_state, 'not started'));
        END IF;
        SELECT risk.live_refusal(account, happened) INTO refusal FROM risk.accounts
        WHERE mode = 'live' AND (follows IS NULL OR account = s.config->>'account') AND s.state <> to_state
          AND risk.live_refusal(account, happened) IS NOT NULL
        ORDER BY account LIMIT 1;
        IF refusal IS NOT NULL THEN
            RETURN refusal;
        END IF;
    END IF;
    IF s.state = to_state THEN
        RETURN jsonb_build_object('result', 'same', 'text', for_name || ' is ' || to_state || ' already');
    END IF;
    UPDATE strategy.strategies SET state = to_state, state_reason = why, state_since = happened, updated_at = now()
    WHERE name = for_name;
    FOR chain IN SELECT account FROM risk.accounts ORDER BY account LOOP
        PERFORM ops.append_audit(chain, happened, by_actor,
            CASE to_state WHEN 'RUNNING' THEN 'strategy_started' ELSE 'strategy_stopped' END, for_name, why);
    END LOOP;
    RETURN jsonb_build_object('result', 'changed', 'text', for_name || ' is ' || to_state);
END $$;

-- A key has one effect and one answer, for at least two days (ops.forget_expired). What an earlier request under the key
-- got: {"result": done | key_reused | in_progress, "body"}, or NULL for a new key, which then is this transaction's.
CREATE FUNCTION ops.earlier_answer(key text, hash text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    kept ops.idempotency_keys;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('ops.idempotency_keys/' || key, 0)) THEN
        RETURN jsonb_build_object('result', 'in_progress');
    END IF;
    SELECT * INTO kept FROM ops.idempotency_keys WHERE idempotency_key = key;
    RETURN CASE
        WHEN kept.idempotency_key IS NULL THEN NULL
        WHEN kept.request_hash <> hash THEN jsonb_build_object('result', 'key_reused')
        WHEN kept.body IS NULL THEN jsonb_build_object('result', 'in_progress')
        ELSE jsonb_build_object('result', 'done', 'body', kept.body) END;
END $$;

-- Keeps the answer of what was done; a refusal is not kept, so that it may be tried again under its key.
CREATE FUNCTION ops.keep_answer(key text, hash text, answer text) RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ops.idempotency_keys (idempotency_key, request_hash, status, body) VALUES (key, hash, 200, answer);
    RETURN jsonb_build_object('result', 'done', 'body', answer);
END $$;

-- set_state under an Idempotency-Key. Answers as ops.earlier_answer, or a refusal of set_state.
CREATE FUNCTION strategy.set_state_once(key text, hash text, for_name text, to_state text, why text, by_actor text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    earlier constant jsonb := ops.earlier_answer(key, hash);
    outcome jsonb;
    answer text;
BEGIN
    IF earlier IS NOT NULL THEN
        RETURN earlier;
    END IF;
    outcome := strategy.set_state(for_name, to_state, why, by_actor, ops.market_time());
    IF outcome->>'result' NOT IN ('changed', 'same') THEN
        RETURN outcome;
    END IF;
    SELECT (strategy.public_json(s)::jsonb || jsonb_build_object('as_of', ops.iso(now())))::text INTO answer
    FROM strategy.strategies s WHERE name = for_name;
    RETURN ops.keep_answer(key, hash, answer);
END $$;

-- Open trades whose first fill is over five seconds old and that no acknowledged stop covers which the venue still knows.
CREATE FUNCTION risk.unprotected(for_account text, now_at timestamptz) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT count(*) FROM execution.open_trades t
    WHERE account = for_account AND qty_open > 0 AND first_fill_at < now_at - interval '5 seconds'
      AND NOT EXISTS (SELECT 1 FROM execution.orders o WHERE o.trade_id = t.trade_id AND o.purpose = 'STOP'
                      AND o.state IN ('OPEN', 'PARTIALLY_FILLED') AND o.not_found_checks < 2)
$$;

-- What should be true at all times, as [{"name", "ok", "detail"}]. Components add their own under "checks" of their status.
CREATE FUNCTION ops.checks(for_account text) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    WITH found(rank, name, ok, detail) AS (
        SELECT 1, 'kill_switch', kill_level = 'none',
               CASE WHEN kill_level = 'none' THEN 'off' ELSE concat_ws(': ', 'level ' || kill_level || ' by ' || changed_by, reason) END
        FROM risk.control WHERE account = for_account
        UNION ALL
        SELECT 2, 'risk_halt', NOT halted AND venue_halt IS NULL AND coalesce(paused_until <= ops.market_time(), true),
               CASE WHEN halted THEN coalesce(halt_reason, 'halted')
                    WHEN venue_halt IS NOT NULL THEN 'refused by the venue: ' || venue_halt
                    WHEN paused_until > ops.market_time() THEN concat_ws(' ', pause_reason, 'until ' || ops.iso(paused_until))
                    ELSE 'none' END
        FROM risk.accounts WHERE account = for_account
        UNION ALL
        SELECT 3, 'orders_in_doubt', count(*) = 0, count(*)::text
        FROM execution.orders WHERE account = for_account AND NOT execution.is_final(state) AND state IN ('UNKNOWN', 'QUARANTINED')
        UNION ALL
        SELECT 4, 'unprotected_positions', bare = 0, bare::text
        FROM risk.unprotected(for_account, ops.market_time()) bare
        UNION ALL
        SELECT 5, 'position_mismatch', count(*) = 0, coalesce(string_agg(symbol, ', ' ORDER BY symbol), '0')
        FROM (SELECT symbol FROM portfolio.positions WHERE account = for_account AND qty <> 0
              UNION
              SELECT symbol FROM execution.open_trades WHERE account = for_account) held
        WHERE (SELECT coalesce(sum(qty), 0) FROM portfolio.positions p WHERE p.account = for_account AND p.symbol = held.symbol)
           <> (SELECT coalesce(sum(CASE direction WHEN 'LONG' THEN qty_open ELSE -qty_open END), 0)
               FROM execution.open_trades t WHERE t.account = for_account AND t.symbol = held.symbol)
        UNION ALL
        SELECT 6, 'blocked_symbols', count(*) = 0, coalesce(string_agg(symbol || ': ' || reason, ', ' ORDER BY symbol), '0')
        FROM market.blocked_symbols
        UNION ALL
        SELECT 7, 'open_gaps', count(*) = 0, count(*)::text FROM market.gaps WHERE filled_at IS NULL
        UNION ALL
        SELECT 8, component || '_reports', as_of > now() - interval '15 seconds', 'last report ' || ops.iso(as_of)
        FROM ops.component_status WHERE component IN ('ingest', 'pollers', 'replay') AND status <> 'null'
    )
    SELECT jsonb_agg(jsonb_build_object('name', name, 'ok', ok, 'detail', detail) ORDER BY rank, name)
           || coalesce((SELECT jsonb_agg(own ORDER BY component, place) FROM ops.component_status,
                        jsonb_array_elements(CASE jsonb_typeof(status->'checks') WHEN 'array' THEN status->'checks' ELSE '[]' END)
                        WITH ORDINALITY AS listed(own, place)), '[]')
    FROM found;
$$;
