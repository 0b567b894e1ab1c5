-- What a day brought, in one row. Made again, a day's row is replaced: late fills and late gaps belong to it, too.
CREATE TABLE portfolio.digests (
    account text        NOT NULL,
    day     date        NOT NULL,
    body    jsonb       NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (account, day)
);

-- A day of an account, UTC; today so far when it isn't over.
CREATE FUNCTION portfolio.digest_of(for_account text, of_day date) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    WITH span AS (SELECT of_day::timestamp AT TIME ZONE 'UTC' AS from_at, (of_day + 1)::timestamp AT TIME ZONE 'UTC' AS until_at),
    closed AS (SELECT t.* FROM execution.trades t, span
               WHERE t.account = for_account AND t.closed_at >= from_at AND t.closed_at < until_at),
    made AS (SELECT o.* FROM execution.orders o, span
             WHERE o.account = for_account AND o.created_at >= from_at AND o.created_at < until_at)
    SELECT jsonb_build_object(
        'day', of_day,
        'trades', (SELECT count(*) FROM closed),
        'wins', (SELECT count(*) FROM closed WHERE pnl > 0),
        'losses', (SELECT count(*) FROM closed WHERE pnl < 0),
        'net_pnl', (SELECT ops.dec(coalesce(sum(pnl), 0)) FROM closed),
        'fees', (SELECT ops.dec(coalesce(sum(fees), 0)) FROM closed),
        'pnl_r', (SELECT ops.dec(round(coalesce(sum(pnl_r), 0), 4)) FROM closed),
        'best_r', (SELECT ops.dec(round(max(pnl_r), 4)) FROM closed),
        'worst_r', (SELECT ops.dec(round(min(pnl_r), 4)) FROM closed),
        'exits', (SELECT coalesce(jsonb_object_agg(reason, n), '{}') FROM
                  (SELECT coalesce(exit_reason, 'unknown') AS reason, count(*) AS n FROM closed GROUP BY 1) e),
        'open_trades', (SELECT count(*) FROM execution.trades t, span WHERE t.account = for_account
                        AND t.first_fill_at < until_at AND (t.closed_at IS NULL OR t.closed_at >= until_at)),
        'decisions', (SELECT count(*) FROM strategy.decisions d, span WHERE d.decided_at >= from_at AND d.decided_at < until_at),
        'signals', (SELECT count(*) FROM strategy.signals s, span
                    WHERE s.account = for_account AND s.decided_at >= from_at AND s.decided_at < until_at),
        'refused', (SELECT coalesce(jsonb_object_agg(code, n), '{}') FROM
                    (SELECT refused_code AS code, count(*) AS n FROM strategy.signals s, span
                     WHERE s.account = for_account AND s.decided_at >= from_at AND s.decided_at < until_at
                       AND refused_code IS NOT NULL GROUP BY 1) r),
        'orders', (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM
                   (SELECT state, count(*) AS n FROM made GROUP BY 1) o),
        'gaps', (SELECT count(*) FROM market.gaps g, span WHERE g.seen_at >= from_at AND g.seen_at < until_at),
        'gaps_open', (SELECT count(*) FROM market.gaps g, span
                      WHERE g.seen_at >= from_at AND g.seen_at < until_at AND g.filled_at IS NULL),
        'equity', (SELECT ops.dec(equity) FROM portfolio.snapshots s, span
                   WHERE s.account = for_account AND s.taken_at < until_at ORDER BY s.hour DESC LIMIT 1))
$$;

-- Keeps the day's digest and answers it.
CREATE FUNCTION portfolio.keep_digest(for_account text, of_day date, now_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    digest constant jsonb := portfolio.digest_of(for_account, of_day);
BEGIN
    INSERT INTO portfolio.digests (account, day, body, made_at) VALUES (for_account, of_day, digest, now_at)
    ON CONFLICT (account, day) DO UPDATE SET body = excluded.body, made_at = excluded.made_at;
    RETURN digest;
END $$;

REVOKE EXECUTE ON FUNCTION portfolio.keep_digest(text, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portfolio.keep_digest(text, date, timestamptz) TO sextant_reconciler;
GRANT SELECT ON portfolio.digests
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
