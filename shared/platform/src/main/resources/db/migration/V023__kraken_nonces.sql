-- The last nonce of each API key that a venue wants rising numbers with. A key is told by the SHA-256 of its public part. Losing
-- a row loses no order: nonces follow this database's clock in microseconds, so a later start is higher again.
CREATE TABLE ops.nonces (
    key_hash text PRIMARY KEY CHECK (key_hash ~ '^[0-9a-f]{64}$'),
    last     bigint      NOT NULL CHECK (last > 0),
    given_at timestamptz NOT NULL
);

-- The first of a run of nonces: max(last + 1, microseconds since 1970). Whoever takes several at once must be the only one who
-- sends with the key, for another's would come between them. A caller that never sees the answer has skipped numbers, no more.
CREATE FUNCTION ops.next_nonces(for_key text, many bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first bigint;
BEGIN
    IF many NOT BETWEEN 1 AND 10000 THEN
        RAISE EXCEPTION 'many is %, expected 1 to 10000', many USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO ops.nonces AS n (key_hash, last, given_at)
    VALUES (for_key, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint + many - 1, clock_timestamp())
    ON CONFLICT (key_hash) DO UPDATE SET last = greatest(n.last + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint) + many - 1,
        given_at = clock_timestamp()
    RETURNING n.last - many + 1 INTO first;
    RETURN first;
END $$;

REVOKE EXECUTE ON FUNCTION ops.next_nonces(text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ops.next_nonces(text, bigint) TO sextant_placer, sextant_direct, sextant_reconciler;
GRANT SELECT ON ops.nonces TO sextant_placer, sextant_reconciler, sextant_api;
