-- Which process of the direct lane may trade an account: nonces and request counts of its key are kept in one. Orders are safe
-- without it, each has its claim. All times are this database's.

-- grant_no rises when the lease changes hands, never when it is renewed.
CREATE TABLE execution.direct_leases (
    account    text PRIMARY KEY,
    holder     text,
    run        bigint,
    grant_no   bigint NOT NULL DEFAULT 0,
    expires_at timestamptz
);

-- Gives the lease or renews it to whoever may have it: nobody holds it, its time is over, or its holder is an older run of the
-- same name (whoever names a holder sees to it that only one of that name runs).
-- Answers {"held", "grant", "holder", "holder_epoch", "left_ms", "superseded"} as the ingest's lease does.
CREATE FUNCTION execution.hold_direct_lease(for_account text, for_holder text, for_run bigint, for_ms bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    l       execution.direct_leases;
    at      timestamptz;
    is_mine boolean;
BEGIN
    INSERT INTO execution.direct_leases (account) VALUES (for_account) ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT l FROM execution.direct_leases WHERE account = for_account FOR UPDATE;
    at := clock_timestamp();
    is_mine := l.holder IS NOT DISTINCT FROM for_holder AND l.run IS NOT DISTINCT FROM for_run;
    IF NOT is_mine AND (l.holder IS NULL OR l.expires_at <= at OR (l.holder = for_holder AND l.run < for_run)) THEN
        l.grant_no := l.grant_no + 1;
        is_mine := true;
    END IF;
    IF is_mine THEN
        l.holder := for_holder;
        l.run := for_run;
        l.expires_at := at + for_ms * interval '1 millisecond';
        UPDATE execution.direct_leases SET holder = l.holder, run = l.run, grant_no = l.grant_no, expires_at = l.expires_at
        WHERE account = for_account;
    END IF;
    RETURN jsonb_build_object('held', is_mine, 'grant', l.grant_no, 'holder', l.holder, 'holder_epoch', l.run,
        'left_ms', greatest(0, floor(extract(epoch FROM l.expires_at - at) * 1000)::bigint), 'superseded', false);
END $$;

-- Gives it back, so that nothing is waited for. Answers whether it was held.
CREATE FUNCTION execution.leave_direct_lease(for_account text, for_holder text, for_run bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE execution.direct_leases SET holder = NULL, run = NULL, expires_at = NULL
    WHERE account = for_account AND holder = for_holder AND run = for_run;
    RETURN FOUND;
END $$;

REVOKE EXECUTE ON FUNCTION execution.hold_direct_lease(text, text, bigint, bigint),
    execution.leave_direct_lease(text, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION execution.hold_direct_lease(text, text, bigint, bigint),
    execution.leave_direct_lease(text, text, bigint) TO sextant_direct;
