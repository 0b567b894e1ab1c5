package dev.sextant.local.storemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.reconciler.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Where the two stores once differed, or were wrong together. */
class RegressionsTest {

    private static final Account ALPHA = World.ACCOUNTS.getFirst();
    private static final Account BETA = World.ACCOUNTS.getLast();
    private static final long T0 = World.BEGINNING_MS;
    private static final Findings CLEAN = new Findings(0, 0, 0, List.of(), List.of(), List.of(), List.of());

    private static final Database DATABASE = new Database();

    private final PostgresSide postgres = DATABASE.side();
    private final List<String> heard = new ArrayList<>();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void both(List<Operation> operations) {
        Comparison comparison = new Comparison(postgres, (operation, said) -> heard.add(said.kind()));
        assertEquals(Optional.empty(), comparison.run(operations).map(Difference::inWords));
    }

    private List<String> stored(String word) {
        return postgres.lines(ALPHA).stream()
                .filter(line -> line.startsWith(word + " "))
                .toList();
    }

    @Test
    void aResumeGoesByThePassOfItsOwnAccount() {
        both(List.of(
                new DeskOperation.Kill(ALPHA, KillSwitch.Level.ENTRIES, T0),
                new DeskOperation.Reconciled(BETA, CLEAN, T0 + 1_000),
                new DeskOperation.Resume(ALPHA, "Ada Byron", T0 + 2_000),
                new DeskOperation.Reconciled(ALPHA, CLEAN, T0 + 3_000),
                new DeskOperation.Resume(ALPHA, "Ada Byron", T0 + 4_000)));
        assertEquals(List.of("changed", "clean", "not_reconciled", "clean", "changed"), heard);
    }

    @Test
    void aPassThatIsStampedByAClockAheadIsNoneAfterTheKill() {
        both(List.of(
                new DeskOperation.Reconciled(ALPHA, CLEAN, T0 + 9_000),
                new DeskOperation.Kill(ALPHA, KillSwitch.Level.ENTRIES, T0 + 2_000),
                new DeskOperation.Resume(ALPHA, "Ada Byron", T0 + 3_000),
                new DeskOperation.Reconciled(ALPHA, CLEAN, T0 + 9_500),
                new DeskOperation.Resume(ALPHA, "Ada Byron", T0 + 4_000)));
        assertEquals(List.of("clean", "changed", "not_reconciled", "clean", "changed"), heard);
    }

    @Test
    void aVenueThatAnsweredBeforeIsNotFreshBecauseItIsAskedInVain() {
        both(List.of(
                new DeskOperation.Reconciled(ALPHA, CLEAN, T0), new DeskOperation.Watch(ALPHA, false, T0 + 25_000)));
        assertEquals(List.of("desk HEALTHY reached " + T0 + " stream -"), stored("desk"));
    }

    @Test
    void whatIsWonOrLostIsInTheAccountsCurrencyWhateverTheFeeIsPaidIn() {
        both(new Trip(ALPHA, 1).whole("97", "BNB"));
        assertEquals(List.of("balance 994 ledger -6"), stored("balance"));
    }

    @Test
    void aFeeInAnotherAssetIsNoFeeInTheAccountsCurrency() {
        both(new Trip(ALPHA, 1).whole("97", "BNB"));
        assertTrue(
                stored("trade").getFirst().contains(" made 0 -6 "),
                stored("trade").toString());
        assertTrue(
                stored("position").getFirst().endsWith(" -6 0 2"),
                stored("position").toString());
    }

    @Test
    void whereTwoOfOurAccountsTradedWithEachOtherEachBooksTheExecution() {
        List<Operation> operations = new ArrayList<>(new Trip(ALPHA, 1).whole("97", "USDT"));
        operations.addAll(new Trip(BETA, 1).whole("97", "USDT"));
        both(operations);
        assertEquals(2, stored("fill").size());
        assertEquals(
                2,
                postgres.lines(BETA).stream()
                        .filter(line -> line.startsWith("fill "))
                        .count());
    }

    @Test
    void aFillOfAnEntryThatNobodyClaimedIsRefusedWhole() {
        both(new Trip(ALPHA, 1).filledUnclaimed("100"));
        assertEquals(List.of("approved", "failed"), heard);
        assertEquals(List.of(), stored("fill"));
    }

    @Test
    void lossesInARowNeverShortenAPersonsPause() {
        List<Operation> operations = new ArrayList<>(new Trip(ALPHA, 1).whole("98", "USDT"));
        operations.addAll(new Trip(ALPHA, 2).whole("98", "USDT"));
        List<Operation> third = new Trip(ALPHA, 3).whole("98", "USDT");
        operations.addAll(third.subList(0, 3));
        operations.add(new DeskOperation.Pause(ALPHA, 60, T0));
        operations.addAll(third.subList(3, third.size()));
        both(operations);
        assertEquals(List.of("pause " + (T0 + 3_600_000) + " paused by operator: test"), stored("pause"));
    }
}
