-- The private stream of an account: the listen key it is read with, and when it was last alive. The reconciler mints the
-- key and keeps it, the ingest reads with it, and an entry is refused while the stream is silent.

-- listen_key is a secret: no role may read this table, each gets what it needs through a function.
-- minted_at, kept_at and expires_at are this database's time, expected_since and alive_at are market time.
CREATE TABLE ops.private_streams (
    account        text        PRIMARY KEY,
    listen_key     text,
    minted_at      timestamptz,
    kept_at        timestamptz,
    expires_at     timestamptz,
    expected_since timestamptz NOT NULL,
    alive_at       timestamptz
);

-- From now on the account is to have a stream; answers whether that is new.
CREATE FUNCTION ops.expect_private_stream(for_account text, now_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO ops.private_streams (account, expected_since) VALUES (for_account, now_at) ON CONFLICT DO NOTHING;
    RETURN FOUND;
END $$;

-- What its keeper has to know: {"key", "kept_ms", "left_ms", "silent_ms"}; ages in milliseconds, key NULL when there is none.
CREATE FUNCTION ops.listen_key_state(for_account text, now_at timestamptz) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('key', s.listen_key,
        'kept_ms', ops.ms(clock_timestamp()) - ops.ms(s.kept_at),
        'left_ms', ops.ms(s.expires_at) - ops.ms(clock_timestamp()),
        'silent_ms', ops.ms(now_at) - ops.ms(greatest(s.alive_at, s.expected_since)))
    FROM ops.private_streams s WHERE s.account = for_account
$$;

-- The venue has given or extended a key just now.
CREATE FUNCTION ops.keep_listen_key(for_account text, key text, valid_ms bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE ops.private_streams SET
        minted_at = CASE WHEN listen_key IS NOT DISTINCT FROM key THEN minted_at ELSE clock_timestamp() END,
        listen_key = key, kept_at = clock_timestamp(), expires_at = clock_timestamp() + valid_ms * interval '1 millisecond'
    WHERE account = for_account
$$;

-- The venue no longer knows this key.
CREATE FUNCTION ops.drop_listen_key(for_account text, key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE ops.private_streams SET listen_key = NULL, minted_at = NULL, kept_at = NULL, expires_at = NULL
    WHERE account = for_account AND listen_key = key
$$;

-- The key to listen with, or NULL.
CREATE FUNCTION ops.listen_key(for_account text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (SELECT listen_key FROM ops.private_streams WHERE account = for_account AND expires_at > clock_timestamp())
$$;

-- The stream has spoken at a market time.
CREATE FUNCTION ops.private_stream_alive(for_account text, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE ops.private_streams SET alive_at = greatest(alive_at, at) WHERE account = for_account
$$;

-- Since when the account's stream is silent, or NULL when it has none.
CREATE FUNCTION risk.stream_seen(for_account text) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT greatest(alive_at, expected_since) FROM ops.private_streams WHERE account = for_account
$$;

-- Orders at the venue that are not the desk's: shown, never touched. kind says what they are: external, liquidation, adl,
-- settlement, or unknown (our form of id, but no such intent).
CREATE TABLE ops.external_orders (
    account         text        NOT NULL,
    symbol          text        NOT NULL,
    venue_order_id  text        NOT NULL,
    client_order_id text        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('external', 'liquidation', 'adl', 'settlement', 'unknown', 'late')),
    status          text        NOT NULL,
    filled          numeric     NOT NULL,
    first_seen_at   timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (account, symbol, venue_order_id)
);

-- Notes one as the stream or an inquiry told it; a late message changes nothing. Answers whether it is new.
CREATE FUNCTION ops.note_external_order(p jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    at timestamptz := ops.ts((p->>'at_ms')::bigint);
BEGIN
    INSERT INTO ops.external_orders VALUES (p->>'account', p->>'symbol', p->>'venue_order_id', p->>'client_order_id', p->>'kind',
        p->>'status', (p->>'filled')::numeric, at, at) ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ops.append_audit(p->>'account', at, 'reconciler', 'external_order', (p->>'symbol') || ' ' || (p->>'venue_order_id'),
            concat_ws(' ', p->>'kind', p->>'client_order_id', p->>'status', 'filled', p->>'filled'));
        RETURN true;
    END IF;
    UPDATE ops.external_orders SET status = p->>'status', filled = (p->>'filled')::numeric, changed_at = at
    WHERE account = p->>'account' AND symbol = p->>'symbol' AND venue_order_id = p->>'venue_order_id'
      AND changed_at <= at AND filled <= (p->>'filled')::numeric;
    RETURN false;
END $$;

-- An intent by our id, or by the venue's id of the regular order that executes it after its trigger.
CREATE INDEX orders_by_executor ON execution.orders (executing_order_id) WHERE executing_order_id IS NOT NULL;
CREATE FUNCTION execution.order_of_venue(for_account text, for_symbol text, client_id text, executor_id text) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        (SELECT execution.order_json(o) FROM execution.orders o WHERE o.client_order_id = client_id AND o.account = for_account),
        (SELECT execution.order_json(o) FROM execution.orders o
         WHERE o.executing_order_id = executor_id AND o.account = for_account AND o.symbol = for_symbol LIMIT 1))
$$;

REVOKE EXECUTE ON FUNCTION ops.expect_private_stream(text, timestamptz), ops.listen_key_state(text, timestamptz),
    ops.keep_listen_key(text, text, bigint), ops.drop_listen_key(text, text), ops.listen_key(text),
    ops.private_stream_alive(text, timestamptz), ops.note_external_order(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ops.expect_private_stream(text, timestamptz), ops.listen_key_state(text, timestamptz),
    ops.keep_listen_key(text, text, bigint), ops.drop_listen_key(text, text), ops.private_stream_alive(text, timestamptz),
    ops.note_external_order(jsonb) TO sextant_reconciler;
GRANT EXECUTE ON FUNCTION ops.listen_key(text) TO sextant_ingest;
GRANT SELECT ON ops.external_orders TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
