-- Which ingest may tell the time. Several may read the market at once (a deployment, a partition); each has an epoch of its
-- own, and one of them holds the lease. All times are this database's: no two machines' clocks are ever compared.

-- One row a run. An epoch is given once, and the younger run is the one that consumers listen to.
CREATE TABLE market.ingests (
    epoch      bigint      PRIMARY KEY,
    owner      text        NOT NULL,
    started_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    left_at    timestamptz
);

-- The lease: one row, locked by every function below. grant_no rises when it changes hands, never when it is renewed.
CREATE TABLE market.ingest_lease (
    only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    holder       text,
    holder_epoch bigint,
    grant_no     bigint  NOT NULL DEFAULT 0,
    expires_at   timestamptz
);
INSERT INTO market.ingest_lease DEFAULT VALUES;

-- Gives the next epoch: above every earlier one, and at least this clock's seconds, so that a database restored from an old
-- copy does not give one out again.
CREATE FUNCTION market.next_ingest_epoch(for_owner text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    given bigint;
BEGIN
    PERFORM 1 FROM market.ingest_lease FOR UPDATE;
    SELECT greatest(coalesce((SELECT max(epoch) FROM market.ingests), 0) + 1,
                    coalesce((SELECT max(epoch) FROM market.agg_trades_meta), 0) + 1,
                    floor(extract(epoch FROM clock_timestamp()))::bigint) INTO given;
    DELETE FROM market.ingests WHERE seen_at < clock_timestamp() - interval '30 days';
    INSERT INTO market.ingests (epoch, owner, started_at, seen_at)
    VALUES (given, for_owner, clock_timestamp(), clock_timestamp());
    RETURN given;
END $$;

-- Says that a run is there, and gives it the lease or renews it when it may have it: nobody holds it, its time is over, or its
-- holder is an older run of the same owner (whoever names an owner sees to it that only one of that name runs).
-- Answers {"held", "grant", "holder", "holder_epoch", "left_ms", "superseded"}; superseded: a younger run was there, which
-- consumers now listen to, and has gone.
CREATE FUNCTION market.hold_ingest_lease(for_owner text, for_epoch bigint, for_ms bigint) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    l       market.ingest_lease;
    at      timestamptz;
    is_mine boolean;
BEGIN
    SELECT * INTO STRICT l FROM market.ingest_lease FOR UPDATE;
    at := clock_timestamp();
    UPDATE market.ingests SET seen_at = at WHERE epoch = for_epoch AND owner = for_owner AND left_at IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'epoch % of % was not given by market.next_ingest_epoch, or has left', for_epoch, for_owner;
    END IF;
    is_mine := l.holder IS NOT DISTINCT FROM for_owner AND l.holder_epoch IS NOT DISTINCT FROM for_epoch;
    IF NOT is_mine AND (l.holder IS NULL OR l.expires_at <= at OR (l.holder = for_owner AND l.holder_epoch < for_epoch)) THEN
        l.grant_no := l.grant_no + 1;
        is_mine := true;
    END IF;
    IF is_mine THEN
        l.holder := for_owner;
        l.holder_epoch := for_epoch;
        l.expires_at := at + for_ms * interval '1 millisecond';
        UPDATE market.ingest_lease
        SET holder = l.holder, holder_epoch = l.holder_epoch, grant_no = l.grant_no, expires_at = l.expires_at;
    END IF;
    RETURN jsonb_build_object(
        'held', is_mine, 'grant', l.grant_no, 'holder', l.holder, 'holder_epoch', l.holder_epoch,
        'left_ms', greatest(0, floor(extract(epoch FROM l.expires_at - at) * 1000)::bigint),
        'superseded', EXISTS (SELECT FROM market.ingests WHERE epoch > for_epoch)
            AND NOT EXISTS (SELECT FROM market.ingests
                            WHERE epoch > for_epoch AND left_at IS NULL AND seen_at > at - for_ms * interval '1.5 milliseconds'));
END $$;

-- Ends a run: gives the lease back at once when it holds it, else nothing is waited for. Answers whether it held it.
CREATE FUNCTION market.leave_ingest(for_owner text, for_epoch bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM 1 FROM market.ingest_lease FOR UPDATE;
    UPDATE market.ingests SET left_at = clock_timestamp() WHERE epoch = for_epoch AND owner = for_owner AND left_at IS NULL;
    UPDATE market.ingest_lease SET holder = NULL, holder_epoch = NULL, expires_at = NULL
    WHERE holder = for_owner AND holder_epoch = for_epoch;
    RETURN FOUND;
END $$;

REVOKE EXECUTE ON FUNCTION market.next_ingest_epoch(text), market.hold_ingest_lease(text, bigint, bigint),
    market.leave_ingest(text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION market.next_ingest_epoch(text), market.hold_ingest_lease(text, bigint, bigint),
    market.leave_ingest(text, bigint) TO sextant_ingest;
GRANT SELECT ON market.ingests, market.ingest_lease
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
