package dev.sextant.recordings.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GapLedgerTest {

    /** Against the set of all missing numbers: rising ids with holes, some of which come late. */
    @Property
    void knowsWhatASetOfAllMissingNumbersKnows(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 6) Integer> steps,
            @ForAll @Size(max = 30) List<@IntRange(max = 200) Integer> late) {
        GapLedger ledger = new GapLedger();
        TreeSet<Long> missing = new TreeSet<>();
        long at = 0;
        for (int step : steps) {
            if (step > 1) {
                ledger.add(at + 1, at + step - 1);
                for (long id = at + 1; id < at + step; id++) {
                    missing.add(id);
                }
            }
            at += step;
        }
        for (int id : late) {
            ledger.fill(id);
            missing.remove((long) id);
        }
        assertEquals(missing.size(), ledger.missing());
        assertEquals(missing.stream().filter(id -> !missing.contains(id - 1)).count(), ledger.count());
    }

    @Test
    void sumsUpOldGapsAndForgetsWhereTheyWere() {
        GapLedger ledger = new GapLedger();
        ledger.add(1, 9);
        for (long i = 1; i <= GapLedger.KEPT_OPEN; i++) {
            ledger.add(100 * i, 100 * i + 1);
        }
        ledger.fill(5);
        assertEquals(GapLedger.KEPT_OPEN + 1, ledger.count());
        assertEquals(2 * GapLedger.KEPT_OPEN + 9, ledger.missing());
        assertEquals(new GapLedger.Span(1, 9), ledger.longest());
    }
}
