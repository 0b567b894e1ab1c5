package dev.sextant.api.desk;

import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;

/**
 * How the desk is, put together from what its parts say of themselves in {@code ops.component_status}. Which part writes
 * what is in {@code docs/api.md}; a part that says nothing leaves its list empty.
 */
@Singleton
final class Health {

    private final ApiSetup setup;
    private final SqlClient sql;

    Health(ApiSetup setup) {
        this.setup = setup;
        this.sql = setup.sql();
    }

    HealthReading now() {
        Row row = sql.queryOne(
                        Sql.of("""
                WITH part AS (
                    SELECT coalesce(jsonb_object_agg(component, status), '{}') AS said FROM ops.component_status),
                session AS (SELECT * FROM ops.sessions ORDER BY session_id DESC LIMIT 1)
                SELECT coalesce((SELECT state FROM session), '') = 'HEALTHY' AS healthy, json_build_object(
                    'status', CASE WHEN (SELECT state FROM session) = 'HEALTHY' THEN 'HEALTHY' ELSE 'RECOVERING' END,
                    'mode', coalesce(said->'desk'->>'mode', (SELECT mode FROM risk.accounts WHERE account = :account), 'paper'),
                    'account', coalesce(said->'desk'->>'account', :account),
                    'version', coalesce(said->'desk'->>'version', :version),
                    'as_of', ops.iso(now()), 'market_time', ops.iso(ops.market_time()), 'replay', said->'replay',
                    'venue', said->'venue',
                    'synthetic_inputs', coalesce(said->'synthetic_inputs', '[]'),
                    'session', (SELECT json_build_object(
                        'state', CASE state WHEN 'HEALTHY' THEN 'RUNNING' ELSE state END, 'started_at', ops.iso(started_at),
                        'recovered_ms', ops.ms(healthy_at) - ops.ms(started_at), 'previous_end', previous_end, 'message', detail->'message') FROM session),
                    'strategies', (SELECT coalesce(json_agg(json_build_object('name', name, 'state', state,
                        'reason', state_reason) ORDER BY name), '[]') FROM strategy.strategies),
                    'feeds', coalesce(said->'ingest'->'feeds', '[]'),
                    'consumers', coalesce(said->'pollers'->'consumers', '[]'),
                    'clock', coalesce(said->'clock', (
                        SELECT jsonb_build_object('offset_ms', offset_ms, 'measured_at', ops.iso(measured_at), 'state',
                            CASE WHEN offset_ms < -500 OR offset_ms > 5000 THEN 'BLOCKED'
                                 WHEN offset_ms > 1000 THEN 'WARN' ELSE 'OK' END)
                        FROM market.clock_offsets ORDER BY abs(offset_ms) DESC LIMIT 1)),
                    'checks', ops.checks(:account)) AS item
                FROM part
                """).with("account", setup.account().name()).with("version", setup.version()))
                .orElseThrow();
        return new HealthReading(row.bool("healthy"), row.text("item"));
    }
}
