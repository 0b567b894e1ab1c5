package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.archive.ObjectReader;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.Metrics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures days that are over: each decision made again from the recorded trades, each closed trade's price against the
 * one it was decided at. A day is stored whole, in the place of what it had; cut short, it is measured by the next run.
 */
public final class DriftMeter {

    private static final Logger LOG = LoggerFactory.getLogger(DriftMeter.class);

    /** How long after its end a day may still get trades and decisions. */
    private static final long SETTLED_MS = Duration.ofMinutes(5).toMillis();

    private static final int DAYS_BACK = 3;

    private final SqlClient sql;
    private final ObjectReader archive;
    private final Metrics metrics;
    private final DriftTable table;

    /**
     * @param sql in the role of the ingest
     * @param archive where trades are once their month has left the database
     */
    public DriftMeter(SqlClient sql, ObjectReader archive, Metrics metrics) {
        this.sql = sql;
        this.archive = archive;
        this.metrics = metrics;
        this.table = new DriftTable(sql);
    }

    /**
     * Measures the days before an instant that were not, three at most; says what it found.
     *
     * @throws ObjectStoreException when archived trades can't be read; days measured before stay measured
     */
    public String run(long nowMs) throws ObjectStoreException {
        List<String> told = new ArrayList<>();
        for (int back = DAYS_BACK; back >= 1; back--) {
            Day day = Day.of(nowMs - back * Day.LENGTH_MS);
            if (day.untilMs() + SETTLED_MS <= nowMs && table.isOpen(day)) {
                told.add(measure(day, nowMs));
            }
        }
        return told.isEmpty() ? "no day is to be measured" : String.join("; ", told);
    }

    /**
     * Measures a day, whether or not it was before; says what it found.
     *
     * @param nowMs market time, noted with the result
     * @throws IllegalArgumentException when the day is not over
     * @throws ObjectStoreException when archived trades can't be read
     */
    public String measure(LocalDate date, long nowMs) throws ObjectStoreException {
        Day day = new Day(date);
        if (day.untilMs() > nowMs) {
            throw new IllegalArgumentException("the day " + date + " is not over");
        }
        return measure(day, nowMs);
    }

    private String measure(Day day, long nowMs) throws ObjectStoreException {
        TradeSource trades = table.hasLeft(day) ? new ArchivedTrades(sql, archive) : new StoredTrades(sql);
        DayReport report = new DayReport();
        for (Symbol symbol : table.symbols(day)) {
            SymbolDay measured = new SymbolDay(symbol, day, trades, sql);
            for (Compared compared : measured.measure()) {
                compared.tallies().forEach((version, tally) -> report.add(symbol, version, tally, measured.defects()));
            }
        }
        for (Leg leg : table.legs(day)) {
            report.add(leg, AcceptedPrice.of(leg, trades));
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        report.rows().forEach(rows::add);
        long alerts = table.keep(day, rows, nowMs);
        metrics.count("DriftUnexplained", report.unexplained());
        metrics.count("DriftAboveLimit", report.aboveLimit());
        metrics.flush();
        String told = day + ": " + report.told() + (alerts > 0 ? ", " + alerts + " new alerts" : "");
        LOG.info("drift of {}", told);
        return told;
    }
}
