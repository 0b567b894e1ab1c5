-- Money that comes to the account or leaves it without being the profit or the fee of an execution: funding for what it holds at
-- certain hours, what a liquidation costs beside its executions, and what is moved in and out. Part of the balance and of no trade's
-- result; funding is named beside each trade that was open then (execution.live_trades).

-- When the venue was last asked for all of them, by its own time.
CREATE TABLE portfolio.cash_flows_read (
    account  text PRIMARY KEY REFERENCES risk.accounts,
    asked_at timestamptz NOT NULL
);

-- When the account's books begin: what was moved before is in what they began with. NULL until they are opened.
CREATE FUNCTION portfolio.books_opened_at(for_account text) RETURNS timestamptz
LANGUAGE sql STABLE
RETURN (SELECT min(at) FROM portfolio.ledger WHERE account = for_account AND kind = 'deposit');

-- Since when the venue is to be asked, or NULL while there are no books: an hour before the last time, for what is told late.
CREATE FUNCTION portfolio.cash_flows_since(for_account text, now_at timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE
RETURN (SELECT greatest(opened_at, now_at - interval '88 days',
            (SELECT asked_at - interval '1 hour' FROM portfolio.cash_flows_read WHERE account = for_account))
        FROM portfolio.books_opened_at(for_account) opened_at WHERE opened_at IS NOT NULL);

-- Books cash flows, each once, and that they are all there were when the venue was asked. p is [{"kind": funding | fee | transfer,
-- "venue", "subject" (a funding's symbol, else the venue's word for it), "id", "amount", "asset", "at_ms"}]. Answers how many were new.
CREATE FUNCTION portfolio.book_cash_flows(for_account text, p jsonb, venue_asked_at timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    f record;
    opened_at timestamptz;
    fresh bigint := 0;
BEGIN
    PERFORM 1 FROM risk.accounts WHERE account = for_account FOR UPDATE;
    opened_at := portfolio.books_opened_at(for_account);
    IF opened_at IS NULL THEN
        RAISE EXCEPTION 'the books of % are not opened, so nothing can be added to them', for_account USING ERRCODE = 'P0001';
    END IF;
    FOR f IN
        SELECT x.*, ops.ts(x.at_ms) AS at,
            -- An exchange of assets may tell both sides under one id.
            concat_ws('/', x.venue, x.subject, x.id, CASE WHEN x.kind <> 'funding' THEN x.asset END) AS reference
        FROM jsonb_to_recordset(p) AS x (kind text, venue text, subject text, id text, amount numeric, asset text, at_ms bigint)
        WHERE ops.ts(x.at_ms) >= opened_at AND x.amount <> 0 ORDER BY x.at_ms, x.id, x.asset
    LOOP
        IF f.kind IS NULL OR f.kind NOT IN ('funding', 'fee', 'transfer') THEN
            RAISE EXCEPTION 'kind is %, expected funding, fee or transfer', f.kind USING ERRCODE = 'P0001';
        END IF;
        CONTINUE WHEN EXISTS (SELECT 1 FROM portfolio.ledger
            WHERE account = for_account AND kind = f.kind AND reference = f.reference);
        PERFORM portfolio.book(for_account, f.asset, f.kind, f.reference, f.amount, f.at);
        PERFORM ops.append_audit(for_account, f.at, 'reconciler', CASE f.kind WHEN 'fee' THEN 'liquidation_fee' ELSE f.kind END,
            f.subject, concat_ws(' ', ops.dec(f.amount), f.asset, f.id));
        fresh := fresh + 1;
    END LOOP;
    INSERT INTO portfolio.cash_flows_read VALUES (for_account, venue_asked_at)
    ON CONFLICT (account) DO UPDATE SET asked_at = excluded.asked_at;
    RETURN fresh;
END $$;

REVOKE EXECUTE ON FUNCTION portfolio.book_cash_flows(text, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portfolio.book_cash_flows(text, jsonb, timestamptz) TO sextant_reconciler;
GRANT SELECT ON portfolio.cash_flows_read
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
