package dev.sextant.domain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final List<String> WORDS = List.of("", "claimed", "Zoë|fills", "0.1 @ 61800", "12:claimed", "注文");

    private final Random random = new Random(20_241_122);

    @Test
    void aLogAsWrittenHolds() {
        assertEquals(List.of(), faults(log(200)));
        assertEquals(List.of(), faults(List.of()));
    }

    @Test
    void eachEditedByteOfEachFieldIsSeen() {
        for (int i = 0; i < 500; i++) {
            List<AuditRow> log = log(20);
            int at = random.nextInt(log.size());
            AuditRow edited = edit(log.get(at));
            log.set(at, edited);
            assertTrue(seen(log), () -> "not seen: " + edited);
        }
    }

    @Test
    void textThatPassesFromOneFieldToTheNextIsSeen() {
        AuditRow row = log(1).getFirst();
        AuditRow moved = new AuditRow(
                row.account(),
                1,
                row.atMicros(),
                row.actor() + row.action(),
                "",
                row.subject(),
                row.detail(),
                row.prevHash(),
                row.hash());
        assertEquals(List.of("row 1 is not what was written"), faults(List.of(moved)));
    }

    @Test
    void removedAndReorderedRowsAreSeen() {
        List<AuditRow> log = log(10);
        log.remove(4);
        assertEquals(List.of("row 5 is missing"), faults(log));
        log.subList(4, 7).clear();
        assertEquals(List.of("rows 5 to 8 are missing"), faults(log));
        log.removeFirst();
        assertEquals(List.of("row 1 is missing", "rows 5 to 8 are missing"), faults(log));

        List<AuditRow> turned = log(10);
        Collections.swap(turned, 3, 4);
        assertEquals(List.of("row 4 is missing", "row 4 stands after row 5"), faults(turned));
    }

    @Test
    void aRowHashedAnewIsBetrayedByTheNextOneAndTheLastOneByAWitness() {
        List<AuditRow> log = log(10);
        AuditRow old = log.get(4);
        log.set(4, rehashed(edit(old)));
        assertEquals(List.of("row 6 does not follow the row before it"), faults(log));

        List<AuditRow> end = log(10);
        AuditWitness head = new AuditWitness(10, end.getLast().hash(), "the head");
        end.set(9, rehashed(edit(end.getLast())));
        assertEquals(List.of(), faults(end));
        assertEquals(List.of("row 10 is not as the head says"), faults(end, head));
        end.removeLast();
        assertEquals(List.of("row 10 is missing, which the head has"), faults(end, head));
    }

    @Test
    void aLogRewrittenToItsEndIsBetrayedByAnEarlierCopyOnly() {
        List<AuditRow> log = log(10);
        AuditWitness copy = new AuditWitness(7, log.get(6).hash(), "the export of Tuesday");
        List<AuditRow> rewritten = new ArrayList<>();
        for (AuditRow row : log) {
            AuditRow next = row.seq() == 5 ? edit(row) : row;
            rewritten.add(rehashed(follow(
                    next,
                    rewritten.isEmpty() ? AuditRow.GENESIS : rewritten.getLast().hash())));
        }
        assertEquals(List.of(), faults(rewritten));
        assertEquals(List.of("row 7 is not as the export of Tuesday says"), faults(rewritten, copy));
    }

    @Test
    void faultsAreCountedBeyondThoseThatAreKept() {
        AuditChain chain = new AuditChain(List.of());
        log(300).forEach(row -> chain.add(edit(row)));
        chain.end();
        assertEquals(AuditChain.MOST_FAULTS, chain.faults().size());
        assertTrue(chain.found() >= 300);
        assertEquals(300, chain.rows());
    }

    private List<AuditRow> log(int rows) {
        List<AuditRow> log = new ArrayList<>();
        String previous = AuditRow.GENESIS;
        for (int seq = 1; seq <= rows; seq++) {
            String action = WORDS.get(1 + random.nextInt(WORDS.size() - 1));
            AuditRow row = rehashed(new AuditRow(
                    "paper-main",
                    seq,
                    1_723_161_300_000_000L + random.nextInt(1_000),
                    word(),
                    action,
                    word(),
                    word(),
                    previous,
                    ""));
            log.add(row);
            previous = row.hash();
        }
        return log;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** The row with one of its fields changed a little. */
    private AuditRow edit(AuditRow row) {
        int field = random.nextInt(6);
        return new AuditRow(
                field == 0 ? row.account() + "2" : row.account(),
                row.seq(),
                field == 1 ? row.atMicros() + 1 : row.atMicros(),
                field == 2 ? row.actor() + " " : row.actor(),
                field == 3 ? row.action().substring(1) : row.action(),
                field == 4 ? "x" + row.subject() : row.subject(),
                field == 5 ? row.detail() + "0" : row.detail(),
                row.prevHash(),
                row.hash());
    }

    private static AuditRow rehashed(AuditRow row) {
        return new AuditRow(
                row.account(),
                row.seq(),
                row.atMicros(),
                row.actor(),
                row.action(),
                row.subject(),
                row.detail(),
                row.prevHash(),
                row.computedHash());
    }

    private static AuditRow follow(AuditRow row, String previous) {
        return new AuditRow(
                row.account(),
                row.seq(),
                row.atMicros(),
                row.actor(),
                row.action(),
                row.subject(),
                row.detail(),
                previous,
                row.hash());
    }

    private static boolean seen(List<AuditRow> log) {
        return !faults(log).isEmpty();
    }

    private static List<String> faults(List<AuditRow> log, AuditWitness... witnesses) {
        AuditChain chain = new AuditChain(List.of(witnesses));
        log.forEach(chain::add);
        chain.end();
        return chain.faults().stream().map(AuditFault::told).toList();
    }
}
