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
CREATE FUNCTION ops.anchor_audit(now_at timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    added bigint;
BEGIN
    INSERT INTO ops.audit_anchors (account, day, seq, hash)
    SELECT account, (now_at AT TIME ZONE 'UTC')::date, seq, hash FROM ops.audit_heads
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    RETURN added;
END $$;

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

REVOKE EXECUTE ON FUNCTION portfolio.take_snapshot(text, timestamptz), ops.anchor_audit(timestamptz), ops.forget_expired() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portfolio.take_snapshot(text, timestamptz), ops.anchor_audit(timestamptz), ops.forget_expired()
    TO sextant_reconciler;
GRANT SELECT ON portfolio.snapshots, ops.audit_anchors
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
