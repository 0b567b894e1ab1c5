package dev.sextant.bench;

import dev.sextant.local.desk.DeskData;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Prints how long the entries of a desk took from the stored signal to the acknowledged order, step by step, from the
 * times at which the database wrote each of them: all by one clock, this machine's.
 */
public final class OrderLatency {

    private static final String STEPS = """
            select (extract(epoch from approved.recorded_at - s.recorded_at) * 1000)::float8 as approved,
                   (extract(epoch from claimed.recorded_at - approved.recorded_at) * 1000)::float8 as claimed,
                   (extract(epoch from accepted.recorded_at - claimed.recorded_at) * 1000)::float8 as accepted,
                   (extract(epoch from accepted.recorded_at - s.recorded_at) * 1000)::float8 as whole
            from strategy.signals s
            join execution.orders o on o.source_id = s.signal_id and o.account = s.account and o.purpose = 'ENTRY'
            join execution.order_events approved on approved.intent_id = o.intent_id and approved.trigger = 'reserved'
            join execution.order_events claimed on claimed.intent_id = o.intent_id and claimed.trigger = 'claimed'
            join lateral (select recorded_at from execution.order_events e
                where e.intent_id = o.intent_id and e.trigger in ('venue_open', 'venue_partial', 'venue_filled')
                order by version limit 1) accepted on true
            where s.recorded_at > (select min(started_at) from ops.sessions) + :warm_up * interval '1 second'
            order by s.recorded_at limit 5000""";

    private static final String OUTCOMES = """
            select coalesce(s.refused_code, o.state || coalesce(' ' || o.reason_code, ''), 'nothing yet') as outcome, count(*) as n
            from strategy.signals s
            left join execution.orders o on o.source_id = s.signal_id and o.account = s.account and o.purpose = 'ENTRY'
            where s.recorded_at > (select min(started_at) from ops.sessions) + :warm_up * interval '1 second'
            group by 1 order by n desc, outcome""";

    private OrderLatency() {}

    /** @param args the desk's state folder, and how many of the first seconds to leave out: the machine warms up */
    public static void main(String[] args) {
        int warmUp = Integer.parseInt(args[1]);
        try (DeskData data = DeskData.open(Path.of(args[0]))) {
            List<Row> measured = data.sqlAs("api").query(Sql.of(STEPS).with("warm_up", warmUp));
            System.out.println("| step | entries | p50 ms | p90 ms | p99 ms | most ms |");
            System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
            print("signal stored → approved", measured, "approved");
            print("approved → claimed", measured, "claimed");
            print("claimed → accepted by the exchange, and known", measured, "accepted");
            print("**signal stored → accepted**", measured, "whole");
            System.out.println();
            for (Row row : data.sqlAs("api").query(Sql.of(OUTCOMES).with("warm_up", warmUp))) {
                System.out.println("signals that came to " + row.text("outcome") + ": " + row.longValue("n"));
            }
        }
    }

    private static void print(String name, List<Row> rows, String column) {
        double[] sorted = rows.stream()
                .mapToDouble(row -> row.doubleValue(column))
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
                name,
                sorted.length,
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                quantile(sorted, 0.99),
                quantile(sorted, 1));
    }

    /** The smallest value that at least this share of all values does not exceed. */
    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
