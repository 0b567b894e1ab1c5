-- Funding: paid by the venue to the account, or taken from it, for what it holds at certain hours. Part of the balance, and named
-- beside each trade that was open then (execution.live_trades); a trade's own result is its fills and fees.

-- Since when the venue is to be asked, or NULL while the account has never traded: an hour before the newest payment that is booked.
CREATE FUNCTION portfolio.funding_since(for_account text, now_at timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE
RETURN (SELECT greatest(min(t.opened_at), now_at - interval '88 days',
            (SELECT max(at) - interval '1 hour' FROM portfolio.ledger WHERE account = for_account AND kind = 'funding'))
        FROM execution.trades t WHERE t.account = for_account HAVING count(*) > 0);

-- Books payments, each once: p is [{"venue", "symbol", "id", "amount", "asset", "at_ms"}]. Answers how many were new.
CREATE FUNCTION portfolio.book_funding(for_account text, p jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    f jsonb;
    paid_at timestamptz;
    fresh bigint := 0;
BEGIN
    PERFORM 1 FROM risk.accounts WHERE account = for_account FOR UPDATE;
    FOR f IN SELECT value FROM jsonb_array_elements(p) ORDER BY (value->>'at_ms')::bigint, value->>'id' LOOP
        paid_at := ops.ts((f->>'at_ms')::bigint);
        INSERT INTO portfolio.ledger VALUES (for_account, f->>'asset', 'funding',
            concat_ws('/', f->>'venue', f->>'symbol', f->>'id'), (f->>'amount')::numeric, paid_at) ON CONFLICT DO NOTHING;
        IF FOUND THEN
            fresh := fresh + 1;
            INSERT INTO portfolio.balances VALUES (for_account, f->>'asset', (f->>'amount')::numeric, paid_at)
            ON CONFLICT (account, asset) DO UPDATE SET amount = balances.amount + excluded.amount,
                as_of = greatest(balances.as_of, excluded.as_of);
            PERFORM ops.append_audit(for_account, paid_at, 'reconciler', 'funding', f->>'symbol', concat_ws(' ', f->>'amount', f->>'asset', f->>'id'));
        END IF;
    END LOOP;
    RETURN fresh;
END $$;

REVOKE EXECUTE ON FUNCTION portfolio.book_funding(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portfolio.book_funding(text, jsonb) TO sextant_reconciler;
