-- What is done by the clock beside reconciling.

-- The account as it stood, each hour of market time. Derived, so a row may be written again.
CREATE TABLE portfolio.snapshots (
    account         text        NOT NULL,
    hour            timestamptz NOT NULL,
    taken_at        timestamptz NOT NULL,
    balance         numeric     NOT NULL,
    unrealised_pnl  numeric     NOT NULL,
    equity          numeric     NOT NULL,
    open_positions  int         NOT NULL,
    notional        numeric     NOT NULL,
    as_of           timestamptz NOT NULL,
    PRIMARY KEY (account, hour)
);

-- Takes the hour's snapshot, or the same one again; positions are valued at their last trade, as_of says how old the oldest is.
CREATE FUNCTION portfolio.take_snapshot(for_account text, now_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO portfolio.snapshots AS s
    SELECT a.account, date_trunc('hour', now_at, 'UTC'), now_at, money.balance, mark.unrealised, money.balance + mark.unrealised,
           mark.positions, mark.notional, coalesce(mark.as_of, now_at)
    FROM risk.accounts a,
        LATERAL (SELECT coalesce(sum(amount), 0) AS balance FROM portfolio.balances b
                 WHERE b.account = a.account AND b.asset = a.currency) money,
        LATERAL (SELECT coalesce(sum(unrealised_pnl), 0) AS unrealised, count(*) FILTER (WHERE qty <> 0) AS positions,
                        coalesce(sum(abs(qty) * last_price), 0) AS notional, min(watermark_at) FILTER (WHERE qty <> 0) AS as_of
                 FROM portfolio.marked_positions p WHERE p.account = a.account) mark
    WHERE a.account = for_account
    ON CONFLICT (account, hour) DO UPDATE SET taken_at = excluded.taken_at, balance = excluded.balance,
        unrealised_pnl = excluded.unrealised_pnl, equity = excluded.equity, open_positions = excluded.open_positions,
        notional = excluded.notional, as_of = excluded.as_of
    WHERE s.taken_at < excluded.taken_at;
    RETURN FOUND;
END $$;

-- The heads of the audit chains, copied each day: who rewrites a chain must rewrite what was copied out as well.
CREATE TABLE ops.audit_anchors (
    account    text        NOT NULL,
    day        date        NOT NULL,
    seq        bigint      NOT NULL,
    hash       text        NOT NULL,
    anchored_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, day)
);
-- The first thing wrong with an account's chain from a row on, which must be there unless it is 0, in words; NULL when it
-- holds. `./sextant audit verify` finds the same without trusting the database.
CREATE FUNCTION ops.audit_break(for_account text, from_seq bigint) RETURNS text
LANGUAGE sql STABLE
RETURN (
    WITH chain AS (
        SELECT seq, prev_hash, hash, ops.audit_hash(prev_hash, account, seq, at, actor, action, subject, detail) AS computed,
            lag(seq, 1, seq - 1) OVER earlier AS seq_before, lag(hash, 1, CASE WHEN seq <= 1 THEN repeat('0', 64) ELSE prev_hash END)
                OVER earlier AS hash_before
        FROM ops.audit WHERE account = for_account AND seq >= from_seq WINDOW earlier AS (ORDER BY seq)),
    wrong AS (
        SELECT seq, CASE
            WHEN seq_before <> seq - 1 THEN 'rows ' || seq_before + 1 || ' to ' || seq - 1 || ' are missing'
            WHEN prev_hash <> hash_before THEN 'row ' || seq || ' does not follow the row before it'
            ELSE 'row ' || seq || ' is not what was written' END AS told
        FROM chain WHERE seq_before <> seq - 1 OR prev_hash <> hash_before OR computed <> hash
        UNION ALL
        SELECT greatest(from_seq, 1), 'row ' || greatest(from_seq, 1) || ' is missing'
        WHERE NOT EXISTS (SELECT FROM ops.audit WHERE account = for_account AND seq = greatest(from_seq, 1))
          AND EXISTS (SELECT FROM ops.audit_heads WHERE account = for_account AND seq >= greatest(from_seq, 1))
        UNION ALL
        SELECT h.seq, 'the chain does not end in row ' || h.seq || ' as its head says'
        FROM ops.audit_heads h WHERE h.account = for_account AND h.seq > 0
          AND h.hash IS DISTINCT FROM (SELECT hash FROM ops.audit a WHERE a.account = for_account ORDER BY seq DESC LIMIT 1)
        UNION ALL
        SELECT x.seq, 'row ' || x.seq || ' is not the one that was anchored on ' || x.day
        FROM ops.audit_anchors x WHERE x.account = for_account AND x.seq > 0 AND x.seq >= from_seq
          AND x.hash IS DISTINCT FROM (SELECT hash FROM ops.audit a WHERE a.account = for_account AND a.seq = x.seq))
    SELECT told FROM wrong ORDER BY seq LIMIT 1);

-- Copies the heads, unless what came since the last copy does not hold. Answers {"anchored": n, "broken": {account: why}}.
-- One statement, so that rows and head are those of one moment and nobody who appends has to wait.
CREATE FUNCTION ops.anchor_audit(now_at timestamptz) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH chains AS MATERIALIZED (
        SELECT account, seq, hash, ops.audit_break(account, coalesce(
            (SELECT max(x.seq) FROM ops.audit_anchors x WHERE x.account = h.account), 0)) AS told
        FROM ops.audit_heads h),
    added AS (
        INSERT INTO ops.audit_anchors (account, day, seq, hash)
        SELECT account, (now_at AT TIME ZONE 'UTC')::date, seq, hash FROM chains WHERE told IS NULL
        ON CONFLICT DO NOTHING RETURNING 1)
    SELECT jsonb_build_object('anchored', (SELECT count(*) FROM added),
        'broken', (SELECT coalesce(jsonb_object_agg(account, told), '{}') FROM chains WHERE told IS NOT NULL))
$$;

-- Removes what was kept for a while only: answers of writes after two days, tokens a month after their end.
CREATE FUNCTION ops.forget_expired() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    keys bigint;
    tokens bigint;
BEGIN
    DELETE FROM ops.idempotency_keys WHERE created_at < now() - interval '2 days';
    GET DIAGNOSTICS keys = ROW_COUNT;
    DELETE FROM auth.refresh_tokens WHERE expires_at < now() - interval '30 days';
    GET DIAGNOSTICS tokens = ROW_COUNT;
    RETURN keys + tokens;
END $$;

-- The session of a desk whose parts come and go, told by each pass of its reconciler: HEALTHY from the first that could read
-- open orders and positions; an order that could not be read holds its symbol. When none came for ten minutes nobody knows what happened meanwhile: another session begins, and what ran is
-- stopped until a person starts it. A desk on one machine writes its sessions itself.
CREATE FUNCTION ops.keep_session(overview_read boolean) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s ops.sessions;
    lost boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('ops.sessions', 0));
    SELECT * INTO s FROM ops.sessions ORDER BY session_id DESC LIMIT 1 FOR UPDATE;
    lost := coalesce(s.state <> 'ENDED' AND s.heartbeat_at < now() - interval '10 minutes', false);
    IF lost THEN
        UPDATE ops.sessions SET state = 'ENDED', ended_at = heartbeat_at WHERE session_id = s.session_id;
        PERFORM strategy.set_state(name, 'STOPPED', 'nobody reconciled from ' || ops.iso(s.heartbeat_at) || ' to ' || ops.iso(now()),
            'reconciler', now()) FROM strategy.strategies WHERE state = 'RUNNING';
    END IF;
    IF s.session_id IS NULL OR lost OR s.state = 'ENDED' THEN
        INSERT INTO ops.sessions (state, previous_end)
        VALUES ('RECOVERING', CASE WHEN lost THEN 'crash' WHEN s.session_id IS NOT NULL THEN 'clean' END) RETURNING * INTO s;
    END IF;
    UPDATE ops.sessions SET heartbeat_at = now(), state = CASE WHEN overview_read THEN 'HEALTHY' ELSE state END,
        healthy_at = CASE WHEN overview_read THEN coalesce(healthy_at, now()) ELSE healthy_at END
    WHERE session_id = s.session_id RETURNING * INTO s;
    RETURN s.state;
END $$;

REVOKE EXECUTE ON FUNCTION portfolio.take_snapshot(text, timestamptz), ops.anchor_audit(timestamptz), ops.forget_expired(),
    ops.keep_session(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portfolio.take_snapshot(text, timestamptz), ops.anchor_audit(timestamptz), ops.forget_expired(),
    ops.keep_session(boolean) TO sextant_reconciler;
GRANT SELECT ON portfolio.snapshots, ops.audit_anchors
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
