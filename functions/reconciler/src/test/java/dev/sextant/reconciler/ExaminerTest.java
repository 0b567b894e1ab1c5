package dev.sextant.reconciler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.reconciler.Examination.Finding;
import dev.sextant.reconciler.Examination.Verdict;
import dev.sextant.venues.binance.trade.KeyStanding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the settings of an account at the venue do to entries. */
class ExaminerTest {

    private static final Account ACCOUNT = new Account("live-main");

    /** A venue that answers what the test says. */
    private static final class Answers implements Examiner.Questions {

        private KeyStanding key = new KeyStanding.Fit();
        private List<String> positionMode = List.of();
        private List<String> margin = List.of();
        private boolean away;

        @Override
        public KeyStanding key() {
            return key;
        }

        @Override
        public List<String> positionMode() {
            return positionMode;
        }

        @Override
        public List<String> account() {
            return List.of();
        }

        @Override
        public List<String> margin() {
            return margin;
        }

        @Override
        public List<String> clock() {
            return List.of();
        }

        @Override
        public List<String> balance() throws VenueUnavailableException {
            if (away) {
                throw new VenueUnavailableException("timed out");
            }
            return List.of();
        }
    }

    /** What was kept. */
    private static final class Kept implements Examiner.Ledger {

        private boolean due = true;
        private final List<Examination> examinations = new ArrayList<>();
        private final List<String> blocks = new ArrayList<>();

        @Override
        public boolean isDue(Account account, long nowMs) {
            return due;
        }

        @Override
        public void keep(Account account, Examination examination, long nowMs) {
            examinations.add(examination);
        }

        @Override
        public void blockAll(String reason) {
            blocks.add(reason);
        }
    }

    private final Answers venue = new Answers();
    private final Kept kept = new Kept();
    private final CountedMetrics metrics = new CountedMetrics();
    private final Examiner examiner = new Examiner(venue, kept, metrics);

    private Examination look() {
        examiner.look(ACCOUNT, 1_000);
        return kept.examinations.getLast();
    }

    private static List<String> verdicts(Examination examination) {
        return examination.findings().stream()
                .map(finding -> finding.name() + " " + finding.verdict())
                .toList();
    }

    @Test
    void everythingIsAskedAndKept() {
        Examination examination = look();
        assertTrue(examination.passed());
        assertEquals(
                List.of(
                        "venue_clock PASS",
                        "venue_key PASS",
                        "venue_position_mode PASS",
                        "venue_account PASS",
                        "venue_margin PASS",
                        "venue_balance PASS"),
                verdicts(examination));
        assertEquals(List.of(), kept.blocks);
        assertEquals(List.of("AccountUnfit 0"), metrics.counted);
    }

    @Test
    void whatIsNotDueIsNotAsked() {
        kept.due = false;
        examiner.look(ACCOUNT, 1_000);
        assertEquals(List.of(), kept.examinations);
    }

    @Test
    void whatIsWrongBarsEveryEntryWithAllThatIsWrong() {
        venue.positionMode = List.of("the account is in hedge mode; switch its position mode to one-way");
        venue.margin = List.of("BTCUSDT has leverage 50, expected 20");
        assertFalse(look().passed());
        assertEquals(
                List.of("the account at the venue: the account is in hedge mode; switch its position mode to one-way;"
                        + " BTCUSDT has leverage 50, expected 20"),
                kept.blocks);
        assertEquals(List.of("AccountUnfit 1"), metrics.counted);
    }

    @Test
    void aKeyThatCanWithdrawFailsAndOneThatCanNotBeReadIsNoPass() {
        venue.key = new KeyStanding.Refused("it can withdraw");
        assertTrue(look().failed());
        venue.key = new KeyStanding.Unread("away");
        Examination unread = look();
        assertFalse(unread.failed());
        assertFalse(unread.passed());
    }

    @Test
    void whatIsNotKnownIsNoPassAndBlocksNothing() {
        venue.away = true;
        Examination examination = look();
        assertFalse(examination.passed());
        assertEquals(
                new Finding("venue_balance", Verdict.UNKNOWN, "venue_balance is not known: timed out"),
                examination.findings().getLast());
        assertEquals(List.of(), kept.blocks);
    }
}
