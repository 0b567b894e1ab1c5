package dev.sextant.local.desk;

import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The end of a run: the market stops if it can, the ingest drains, everybody finishes what is on the streams, then it is counted. */
final class RunEnd {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LOOK_EVERY_MS = 20;

    private final DeskMarket market;
    private final IngestKeeper ingest;
    private final TickBarrier barrier;
    private final Functions functions;
    private final SqlClient sql;

    RunEnd(DeskMarket market, IngestKeeper ingest, TickBarrier barrier, Functions functions, SqlClient sql) {
        this.market = market;
        this.ingest = ingest;
        this.barrier = barrier;
        this.functions = functions;
        this.sql = sql;
    }

    RunReport report(long startedAtNanos) throws InterruptedException {
        market.stop();
        awaitStored(market.tradesIn(sql), Duration.ofSeconds(2));
        ingest.close();
        // A live market went on until the ingest had ended.
        long tradesIn = market.tradesIn(sql);
        awaitStored(tradesIn, PATIENCE);
        barrier.settle();
        functions.reconcile();
        return count(tradesIn, startedAtNanos);
    }

    private void awaitStored(long trades, Duration patience) throws InterruptedException {
        long untilNanos = System.nanoTime() + patience.toNanos();
        while (stored() < trades && System.nanoTime() < untilNanos) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    private long stored() {
        return sql.query(Sql.of("select coalesce(sum(trades), 0)::bigint as n from market.agg_trades_meta"))
                .getFirst()
                .longValue("n");
    }

    private RunReport count(long tradesIn, long startedAtNanos) {
        Row row = sql.query(Sql.of("""
                        select (select count(*) from market.agg_trades)
                                   + (select coalesce(sum(trades), 0)::bigint from market.dropped_months) as trades,
                               (select count(*) - count(distinct (symbol, agg_id)) from market.agg_trades) as duplicated,
                               (select count(*) from strategy.signal_indicators) as indicator_rows,
                               (select count(*) from strategy.decisions) as decisions,
                               (select count(*) from strategy.signals) as signals,
                               (select count(*) from execution.orders where base_asset is null) as orders,
                               (select count(*) from execution.fills f join execution.orders o using (intent_id)
                                where o.base_asset is null) as fills,
                               (select count(*) from execution.plans where state = 'ENDED') as plans,
                               (select count(*) from execution.orders
                                where base_asset is null and not execution.is_final(state)) as open_orders,
                               (select count(*) from execution.orders
                                where state in ('SENDING', 'UNKNOWN')) as unknown_orders,
                               (select count(*) from execution.orders where state = 'QUARANTINED') as quarantined_orders,
                               (select coalesce(sum((f->>'frames_sent')::bigint), 0)::bigint from ops.component_status,
                                jsonb_array_elements(status->'feeds') f where component = 'ingest') as frames,
                               (select coalesce(sum((f->>'frame_bytes')::bigint), 0)::bigint from ops.component_status,
                                jsonb_array_elements(status->'feeds') f where component = 'ingest') as frame_bytes,
                               (select coalesce(sum((f->>'trades_sent')::bigint), 0)::bigint from ops.component_status,
                                jsonb_array_elements(status->'feeds') f where component = 'ingest') as framed_trades,
                               (select sum(coalesce(jsonb_array_length(status->'position_mismatches'), 0)
                                     + coalesce(jsonb_array_length(status->'book_errors'), 0))::bigint
                                from ops.component_status where component in ('reconciler', 'reconciler-spot')) as mismatches""")).getFirst();
        return new RunReport(
                tradesIn,
                row.longValue("trades"),
                row.longValue("duplicated"),
                row.longValue("frames"),
                row.longValue("frame_bytes"),
                row.longValue("framed_trades"),
                row.longValue("indicator_rows"),
                row.longValue("decisions"),
                row.longValue("signals"),
                row.longValue("orders"),
                row.longValue("fills"),
                row.longValue("plans"),
                row.longValue("open_orders"),
                row.longValue("unknown_orders"),
                row.longValue("quarantined_orders"),
                row.longValue("mismatches"),
                BigDecimal.valueOf(System.nanoTime() - startedAtNanos, 9).setScale(1, RoundingMode.HALF_UP));
    }
}
