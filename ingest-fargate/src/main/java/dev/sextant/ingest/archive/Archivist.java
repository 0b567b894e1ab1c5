package dev.sextant.ingest.archive;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.platform.sql.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes hours of trades that are over into objects, and lets old months go. Each run may be cut short anywhere: what
 * has an object and no row is written again under the same key, and nothing leaves the database unseen.
 */
public final class Archivist {

    private static final Logger LOG = LoggerFactory.getLogger(Archivist.class);

    /** How long after its end an hour may still change without being written twice. */
    private static final long SETTLED_MS = Duration.ofMinutes(5).toMillis();

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final int MOST_HOURS = 500;
    private static final long BEFORE_ANY_ID = -1;

    private final TradeArchive trades;
    private final ObjectStore objects;
    private final int monthsKept;

    /** @param monthsKept full months before the current one whose trades stay in the database, at least 1 */
    public Archivist(SqlClient sql, ObjectStore objects, int monthsKept) {
        this(new SqlTradeArchive(sql), objects, monthsKept);
    }

    Archivist(TradeArchive trades, ObjectStore objects, int monthsKept) {
        if (monthsKept < 1) {
            throw new IllegalArgumentException("monthsKept is " + monthsKept + ", expected at least 1");
        }
        this.trades = trades;
        this.objects = objects;
        this.monthsKept = monthsKept;
    }

    /**
     * Archives what is due and drops what is old; says what it did.
     *
     * @throws ObjectStoreException when an object could not be stored; what was done before stays done
     */
    public String run(long nowMs) throws ObjectStoreException {
        long untilMs = (nowMs - SETTLED_MS) / HOUR_MS * HOUR_MS;
        int written = 0;
        for (Hour hour : trades.unarchived(untilMs, MOST_HOURS)) {
            write(hour);
            written++;
        }
        int dropped = written < MOST_HOURS ? dropOldMonths(nowMs) : 0;
        return written + " hours archived, " + dropped + " months dropped";
    }

    private void write(Hour hour) throws ObjectStoreException {
        SegmentFile file = new SegmentFile(hour.symbol(), hour.startMs());
        long lastId = BEFORE_ANY_ID;
        List<AggTrade> page = trades.page(hour.symbol(), hour.startMs(), lastId);
        while (!page.isEmpty()) {
            file.add(page);
            lastId = page.getLast().aggId();
            page = trades.page(hour.symbol(), hour.startMs(), lastId);
        }
        byte[] content = file.finish();
        Segment segment = file.describe(content);
        objects.put(segment.key(), content);
        trades.save(segment);
    }

    private int dropOldMonths(long nowMs) {
        LocalDate thisMonth =
                LocalDate.ofInstant(Instant.ofEpochMilli(nowMs), ZoneOffset.UTC).withDayOfMonth(1);
        long keptFromMs = thisMonth
                .minusMonths(monthsKept)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
        int dropped = 0;
        for (LocalDate month : trades.monthsBefore(keptFromMs)) {
            dropped += drop(month) ? 1 : 0;
        }
        return dropped;
    }

    private boolean drop(LocalDate month) {
        for (LocalDate day = month; day.isBefore(month.plusMonths(1)); day = day.plusDays(1)) {
            String missing = trades.verify(day);
            if (!missing.isEmpty()) {
                LOG.error("the month of {} stays in the database: not archived are {}", month, missing);
                return false;
            }
        }
        LOG.info("{} trades of the month of {} left the database", trades.drop(month), month);
        return true;
    }
}
