package dev.sextant.ingest.archive;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import java.time.LocalDate;
import java.util.List;

/** What the archivist asks of the database. */
interface TradeArchive {

    /** Hours that began and ended before a moment and have other trades than their segment, oldest first. */
    List<Hour> unarchived(long untilMs, int most);

    /** The next trades of an hour behind an id, in the order of ids; empty at the end. */
    List<AggTrade> page(Symbol symbol, long hourStartMs, long afterAggId);

    /** Notes what was stored; another segment of the same hour takes the place of the first. */
    void save(Segment segment);

    /** First days of the months that ended before a moment and are still in the database, oldest first. */
    List<LocalDate> monthsBefore(long beforeMs);

    /** Looks whether a day is archived; answers what is missing, empty when nothing is. */
    String verify(LocalDate day);

    /** Drops a month that was just verified day by day; answers how many trades went. */
    long drop(LocalDate month);
}
