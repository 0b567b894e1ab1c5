-- Who may do what. Each part of the desk has a role; it reads, and it writes through the functions that are its own, which
-- run as their owner. The direct lane's role reads only what its plans need (V021). No role can touch an event table: what happened stays as it was written.
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['ingest', 'scorer', 'risk', 'placer', 'direct', 'reconciler', 'api'] LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I LOGIN', 'sextant_' || part);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- roles belong to the whole server: another database of it has made this one
        END;
    END LOOP;
END $$;

GRANT USAGE ON SCHEMA market, strategy, execution, portfolio, risk, ops
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
GRANT SELECT ON ALL TABLES IN SCHEMA market, strategy, execution, portfolio, risk, ops
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
GRANT USAGE ON SCHEMA analytics, backtest TO sextant_api;
GRANT SELECT ON ALL TABLES IN SCHEMA analytics, backtest TO sextant_api;

-- Functions with effects: nobody by default, and with the owner's rights for those who may.
DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN
        SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ('market', 'strategy', 'execution', 'portfolio', 'risk', 'ops') AND p.provolatile = 'v'
    LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, pg_temp', f);
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION market.store_trades(text, jsonb, bigint, bigint), market.store_bucket(jsonb, text),
    market.store_reading(text, text, timestamptz, timestamptz, jsonb, boolean), market.store_liquidation(jsonb),
    market.ensure_partitions(timestamptz) TO sextant_ingest;
GRANT EXECUTE ON FUNCTION market.store_reading(text, text, timestamptz, timestamptz, jsonb, boolean),
    market.store_bucket(jsonb, text) TO sextant_scorer;
GRANT EXECUTE ON FUNCTION strategy.record_bucket(jsonb, jsonb, jsonb) TO sextant_scorer;
GRANT EXECUTE ON FUNCTION execution.reserve(jsonb) TO sextant_risk, sextant_placer;
GRANT EXECUTE ON FUNCTION strategy.refuse_signal(text, text, text, text) TO sextant_risk;
GRANT EXECUTE ON FUNCTION execution.claim(jsonb) TO sextant_placer;
GRANT EXECUTE ON FUNCTION execution.report(jsonb), execution.count_not_found(text),
    execution.request_cancel(text, bigint, text, text) TO sextant_placer, sextant_reconciler;
GRANT EXECUTE ON FUNCTION market.ensure_partitions(timestamptz) TO sextant_reconciler;
GRANT EXECUTE ON FUNCTION strategy.set_state_once(text, text, text, text, text, text) TO sextant_api;

-- What has no history and is written directly.
GRANT INSERT, UPDATE ON market.gaps, market.instruments, market.clock_offsets TO sextant_ingest;
GRANT INSERT, UPDATE ON ops.component_status TO sextant_ingest, sextant_reconciler;
GRANT INSERT, UPDATE ON portfolio.position_checks TO sextant_reconciler;
GRANT INSERT, UPDATE ON ops.dead_letters
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler;
