package dev.sextant.reconciler;

import static dev.sextant.reconciler.MemoryDesk.ACCOUNT;
import static dev.sextant.reconciler.MemoryDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.CashFlow;
import dev.sextant.domain.venue.CashFlows;
import dev.sextant.domain.venue.FundingPayment;
import dev.sextant.domain.venue.LiquidationFee;
import dev.sextant.domain.venue.Transfer;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.schedule.ScheduledJob;
import dev.sextant.platform.schedule.Schedules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each job asks of the database, and what it says that it did. */
class ClockJobsTest {

    private static final long HOUR_MS = 3_600_000;

    private final AnsweringDatabase database = new AnsweringDatabase();
    private final List<CashFlow> moved = new ArrayList<>();
    private final CountedMetrics metrics = new CountedMetrics();
    private final List<Long> askedSinceMs = new ArrayList<>();
    private boolean away;
    private final ClockJobs jobs =
            new ClockJobs(database.client(), new CashFlowBooks(this::cashFlowsSince, database.client()), metrics);

    private CashFlows cashFlowsSince(long sinceMs) throws VenueUnavailableException {
        if (away) {
            throw new VenueUnavailableException("the venue is away");
        }
        askedSinceMs.add(sinceMs);
        return new CashFlows(moved, T0 - 1_000);
    }

    private void did(ScheduledJob job, String words, String asked) {
        database.asked.clear();
        assertEquals(Optional.of(words), jobs.run(job.name(), ACCOUNT, T0));
        assertEquals(List.of(asked), database.asked);
    }

    @Test
    void anAccountIsDrawnOnceAnHour() {
        String asked = "portfolio.take_snapshot {account=paper-main, now=" + T0 + "}";
        database.answers("x", true);
        did(Schedules.SNAPSHOTS, "snapshot of paper-main taken", asked);
        database.answers("x", false);
        did(Schedules.SNAPSHOTS, "snapshot of paper-main was there", asked);
    }

    @Test
    void roomIsMadeForTheMonthsToCome() {
        String asked = "market.ensure_partitions {now=" + T0 + "}";
        database.answers("x", "");
        did(Schedules.PARTITIONS, "every partition was there", asked);
        database.answers("x", "trades_2024_09, trades_2024_10");
        did(Schedules.PARTITIONS, "partitions made: trades_2024_09, trades_2024_10", asked);
    }

    @Test
    void theAuditLogsHeadsAreKeptAndAChangedChainIsCounted() {
        String asked = "ops.anchor_audit {now=" + T0 + "}";
        database.answers("anchored", 3L).answers("broken", 0L).answers("told", "{}");
        did(Schedules.AUDIT_ANCHOR, "3 audit chains anchored", asked);
        database.answers("anchored", 2L).answers("broken", 1L).answers("told", "{\"risk\": \"row 7\"}");
        did(Schedules.AUDIT_ANCHOR, "2 audit chains anchored, 1 BROKEN: {\"risk\": \"row 7\"}", asked);
        assertEquals(List.of("AuditBroken 0", "flush", "AuditBroken 1", "flush"), metrics.counted);
    }

    @Test
    void theDigestIsOfTheDayThatIsOver() {
        database.answers("x", "{}");
        did(
                Schedules.DIGEST,
                "digest of 2024-08-07 kept",
                "portfolio.keep_digest {account=paper-main, day=2024-08-07, now=" + T0 + "}");
    }

    @Test
    void cashFlowsAreReadSinceTheLastTimeAndBookedWithTheTimeTheVenueWasAsked() {
        String since = "portfolio.cash_flows_since {account=paper-main, now=" + T0 + "}";
        database.answers("x", null);
        did(Schedules.CASH_FLOWS, "no cash flows before the books are opened", since);
        database.answers("x", T0 - HOUR_MS);
        moved.add(new FundingPayment(new Symbol("BTCUSDT"), "9001", new BigDecimal("-0.125"), "USDT", T0 - 3));
        moved.add(new Transfer("TRANSFER", "77", new BigDecimal("500.50"), "USDT", T0 - 2));
        moved.add(new LiquidationFee("INSURANCE_CLEAR", "8", new BigDecimal("-1E-8"), "USDT", T0 - 1));
        database.asked.clear();
        jobs.run(Schedules.CASH_FLOWS.name(), ACCOUNT, T0);
        assertEquals(
                List.of(
                        since,
                        "portfolio.book_cash_flows {account=paper-main, p=["
                                + flow("funding", "BTCUSDT", "9001", "-0.125", 3) + ","
                                + flow("transfer", "TRANSFER", "77", "500.5", 2) + ","
                                + flow("fee", "INSURANCE_CLEAR", "8", "-0.00000001", 1) + "], asked=" + (T0 - 1_000)
                                + "}"),
                database.asked);
        assertEquals(List.of(T0 - HOUR_MS), askedSinceMs);
    }

    private static String flow(String kind, String subject, String id, String amount, long agoMs) {
        return "{\"kind\":\"%s\",\"subject\":\"%s\",\"venue\":\"BINANCE\",\"id\":\"%s\",\"amount\":\"%s\",\"asset\":\"USDT\",\"at_ms\":%d}"
                .formatted(kind, subject, id, amount, T0 - agoMs);
    }

    @Test
    void aReadingWithoutFlowsIsKeptAsOneToo() {
        database.answers("x", 0L);
        jobs.run(Schedules.CASH_FLOWS.name(), ACCOUNT, T0);
        assertEquals(
                "portfolio.book_cash_flows {account=paper-main, p=[], asked=" + (T0 - 1_000) + "}",
                database.asked.getLast());
    }

    @Test
    void cashFlowsThatCannotBeReadAreSaidAndLeftToTheNextHour() {
        database.answers("x", T0 - HOUR_MS);
        away = true;
        did(
                Schedules.CASH_FLOWS,
                "cash flows not read: the venue is away",
                "portfolio.cash_flows_since {account=paper-main, now=" + T0 + "}");
    }

    @Test
    void whatHasHadItsTimeIsRemoved() {
        database.answers("x", 12L);
        did(Schedules.CLEAN_UP, "12 expired rows removed", "ops.forget_expired {}");
    }

    @ParameterizedTest
    @CsvSource({"reconcile", "sweep", "archive", "drift", "lunch"})
    void theJobsOfOthersAreNotRun(String job) {
        assertEquals(Optional.empty(), jobs.run(job, ACCOUNT, T0));
        assertEquals(List.of(), database.asked);
    }

    @Test
    void aReconciliationThatPeopleWaitForIsFoundAndAnswered() {
        ReconcileRequests requests = new ReconcileRequests(database.client());
        database.answers("x", null);
        assertEquals(OptionalLong.empty(), requests.newest(ACCOUNT));
        database.answers("x", 7L);
        assertEquals(OptionalLong.of(7), requests.newest(ACCOUNT));
        requests.answer(ACCOUNT, 7, T0);
        assertEquals(
                List.of(
                        "ops.reconcile_wanted {account=paper-main}",
                        "ops.reconcile_wanted {account=paper-main}",
                        "ops.reconcile_done {account=paper-main, id=7, now=" + T0 + "}"),
                database.asked);
    }
}
