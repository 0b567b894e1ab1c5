package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One entry at 23:55 on the 8th of August 2024, and one thing after the other that speaks against it. */
class EntryGateTest {

    private static final long NOW = GuardPictures.NOW;
    private static final Symbol BTC = GuardPictures.BTC;
    private static final Symbol ETH = new Symbol("ETHUSDT");

    private KillSwitch kill = new KillSwitch(KillSwitch.Level.NONE, "nobody");
    private RiskStanding standing = RiskStanding.CLEAN;
    private RiskLimits limits = GuardPictures.LIMITS;
    private @Nullable String desk = "HEALTHY";
    private @Nullable String strategy = "RUNNING";
    private @Nullable String blocked;
    private @Nullable Long completeToMs = NOW;
    private @Nullable Long expiresAtMs = NOW;
    private @Nullable Long reachedMs = NOW;
    private @Nullable String venueHalt;
    private @Nullable Long streamedMs = NOW;
    private @Nullable Long clockOffsetMs = 0L;
    private final List<OpenRisk> open = new ArrayList<>();
    private Map<Symbol, GuardReadings.Mark> marks = Map.of();
    private List<Long> doubts = List.of();

    private EntryConditions around() {
        return new EntryConditions(
                desk,
                strategy,
                blocked,
                completeToMs,
                new GuardReadings(open, marks, doubts, reachedMs, streamedMs, clockOffsetMs, venueHalt));
    }

    private AccountRisk account() {
        return new AccountRisk(new Account("paper-main"), limits, kill, standing);
    }

    private EntryDemand demand() {
        return new EntryDemand("demo", BTC, BigDecimal.TEN, BigDecimal.ONE, expiresAtMs);
    }

    private void passes() {
        assertEquals(Optional.empty(), EntryGate.refusal(demand(), account(), around(), NOW));
    }

    private void refused(String code, String reason) {
        assertEquals(Optional.of(new Refusal(code, reason)), EntryGate.refusal(demand(), account(), around(), NOW));
    }

    private void warned(GuardCondition condition, String text) {
        passes();
        assertEquals(
                List.of(new GuardFinding(condition, text)),
                Guard.ofEntry(demand(), account(), around(), NOW).findings());
    }

    private void nothingFound() {
        assertEquals(
                List.of(), Guard.ofEntry(demand(), account(), around(), NOW).findings());
    }

    private void hold(Symbol symbol, String price, long sinceMs) {
        open.add(new OpenRisk(
                symbol,
                Direction.LONG,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.valueOf(100),
                BigDecimal.TWO,
                sinceMs));
        marks = new HashMap<>(marks);
        marks.put(symbol, new GuardReadings.Mark(new BigDecimal(price), NOW));
    }

    @Test
    void nothingSpeaksAgainstIt() {
        nothingFound();
        passes();
    }

    @Test
    void itPassesInItsLastMillisecondAndIsRefusedOneLater() {
        expiresAtMs = NOW - 1;
        refused("expired", "expired at 2024-08-08T23:54:59.999Z, now 2024-08-08T23:55:00.000Z");
        expiresAtMs = null;
        refused("expired", "expired at an unnamed time, now 2024-08-08T23:55:00.000Z");
        kill = new KillSwitch(KillSwitch.Level.ENTRIES, "ann");
        refused("killed", "kill switch at level entries by ann");
    }

    @Test
    void aPersonsHaltStandsAboveAPause() {
        standing = new RiskStanding(null, R.ZERO, 0, new RiskStanding.Pause(NOW + 1, "lunch"), null);
        refused("paused", "lunch until 2024-08-08T23:55:00.001Z");
        venueHalt = "-2015 Invalid API-key, IP, or permissions for action";
        refused("venue_halted", "the venue refused: -2015 Invalid API-key, IP, or permissions for action");
        standing = new RiskStanding(null, R.ZERO, 0, new RiskStanding.Pause(NOW + 1, "lunch"), "daily loss");
        refused("halted", "daily loss");
        kill = new KillSwitch(KillSwitch.Level.FLATTEN, "ann");
        refused("killed", "kill switch at level flatten by ann");
    }

    @Test
    void aPauseEndsAtItsTime() {
        standing = new RiskStanding(null, R.ZERO, 0, new RiskStanding.Pause(NOW, "lunch"), null);
        nothingFound();
    }

    @Test
    void theDeskMustHaveReconciled() {
        desk = "RECOVERING";
        refused("recovering", "the desk is RECOVERING");
        desk = null;
        refused("recovering", "the desk is not started");
    }

    @Test
    void theVenueMayBeAwayForHalfAMinute() {
        reachedMs = NOW - 30_000;
        nothingFound();
        reachedMs = NOW - 30_001;
        refused("venue_silent", "the venue has not answered since 2024-08-08T23:54:29.999Z, limit 30000 ms");
        reachedMs = null;
        nothingFound();
    }

    @Test
    void thePrivateStreamMayBeSilentForHalfAMinute() {
        streamedMs = NOW - 30_000;
        nothingFound();
        streamedMs = NOW - 30_001;
        refused("stream_stale", "the private stream was last alive at 2024-08-08T23:54:29.999Z, limit 30000 ms");
        streamedMs = null;
        nothingFound();
    }

    @Test
    void openTradesMayLoseThreeTimesTheirRisk() {
        hold(ETH, "94", NOW);
        nothingFound();
        marks = Map.of(ETH, new GuardReadings.Mark(new BigDecimal("93.9"), NOW));
        refused("unrealised_loss", "open trades stand at -3.05 R, limit -3 R");
    }

    @Test
    void anOpenTradeNeedsAFreshPriceAndTheOldestIsNamed() {
        hold(BTC, "100", NOW);
        hold(ETH, "100", NOW);
        marks = Map.of(
                BTC, new GuardReadings.Mark(BigDecimal.valueOf(100), NOW - 30_000),
                ETH, new GuardReadings.Mark(BigDecimal.valueOf(100), NOW - 30_000));
        nothingFound();
        marks = Map.of(
                BTC, new GuardReadings.Mark(BigDecimal.valueOf(100), NOW - 30_001),
                ETH, new GuardReadings.Mark(BigDecimal.valueOf(100), NOW - 30_002));
        refused(
                "mark_stale",
                "a trade is open in ETHUSDT, whose trades are complete up to 2024-08-08T23:54:29.998Z, limit 30000 ms");
        marks = Map.of(ETH, new GuardReadings.Mark(BigDecimal.valueOf(100), NOW - 30_002));
        refused("mark_stale", "a trade is open in BTCUSDT, whose trades are complete up to nothing, limit 30000 ms");
        marks = Map.of();
        refused("mark_stale", "a trade is open in BTCUSDT, whose trades are complete up to nothing, limit 30000 ms");
    }

    @Test
    void ofTwoTradesWithoutAPriceTheFirstByNameIsNamed() {
        hold(ETH, "100", NOW);
        hold(BTC, "100", NOW);
        marks = Map.of();
        refused("mark_stale", "a trade is open in BTCUSDT, whose trades are complete up to nothing, limit 30000 ms");
    }

    @Test
    void theStrategyMustRunAndTheSymbolBeFree() {
        blocked = "by hand";
        refused("symbol_blocked", "by hand");
        strategy = "STOPPED";
        refused("strategy_stopped", "strategy demo is STOPPED");
        strategy = null;
        refused("strategy_stopped", "strategy demo is unknown");
    }

    @Test
    void itsTradesAreLateAfterHalfTheirAgeAndStaleAfterAllOfIt() {
        completeToMs = NOW - 15_000;
        nothingFound();
        completeToMs = NOW - 15_001;
        warned(
                GuardCondition.DATA_LATE,
                "trades of BTCUSDT are complete up to 2024-08-08T23:54:44.999Z, limit 30000 ms");
        completeToMs = NOW - 30_000;
        warned(
                GuardCondition.DATA_LATE,
                "trades of BTCUSDT are complete up to 2024-08-08T23:54:30.000Z, limit 30000 ms");
        completeToMs = NOW - 30_001;
        refused("data_stale", "trades of BTCUSDT are complete up to 2024-08-08T23:54:29.999Z, limit 30000 ms");
        completeToMs = null;
        refused("data_stale", "trades of BTCUSDT are complete up to nothing, limit 30000 ms");
    }

    @Test
    void aDayThatLostThreeIsAWarning() {
        LocalDate today = LocalDate.of(2024, 8, 8);
        standing = new RiskStanding(today, R.of("-2.999999"), 0, null, null);
        nothingFound();
        standing = new RiskStanding(today, R.of("-3"), 0, null, null);
        warned(GuardCondition.DAILY_LOSS_NEAR, "today stands at -3 R, entries stop at -5 R");
        standing = new RiskStanding(today.minusDays(1), R.of("-3"), 0, null, null);
        nothingFound();
    }

    @Test
    void theLastLossBeforeAPauseIsAWarning() {
        standing = new RiskStanding(null, R.ZERO, 3, null, null);
        nothingFound();
        standing = new RiskStanding(null, R.ZERO, 4, null, null);
        warned(GuardCondition.LOSSES_NEAR, "4 losses in a row, a pause at 5");
    }

    @Test
    void whereAPauseFollowsTheFirstLossNobodyIsWarnedOfNone() {
        limits = new RiskLimits(4, BigDecimal.TEN, BigDecimal.TEN, 10, R.of("5"), 1, 3_600_000, 30_000, 500, 5_000);
        nothingFound();
    }

    @Test
    void ordersInDoubtAreCountedAfterAMinute() {
        doubts = List.of(NOW - 60_000, NOW);
        nothingFound();
        doubts = List.of(NOW - 60_001, NOW - 60_002, NOW);
        warned(
                GuardCondition.ORDER_IN_DOUBT,
                "2 orders with unknown outcome, the oldest since 2024-08-08T23:53:59.998Z");
    }

    @Test
    void aTradeThatIsOpenForLongIsAWarningAndTheLongestIsNamed() {
        hold(ETH, "100", NOW - 2_700_000);
        nothingFound();
        hold(BTC, "100", NOW - 2_700_001);
        warned(GuardCondition.HELD_LONG, "a trade in BTCUSDT is open since 2024-08-08T23:09:59.999Z");
        hold(ETH, "100", NOW - 2_700_002);
        warned(GuardCondition.HELD_LONG, "a trade in ETHUSDT is open since 2024-08-08T23:09:59.998Z");
    }

    @Test
    void aClockMayBeASecondOffEitherWay() {
        clockOffsetMs = -1_000L;
        nothingFound();
        clockOffsetMs = 1_001L;
        warned(GuardCondition.CLOCK_OFF, "a clock is 1001 ms from the venue's, limit 1000 ms");
        clockOffsetMs = -1_001L;
        warned(GuardCondition.CLOCK_OFF, "a clock is -1001 ms from the venue's, limit 1000 ms");
        clockOffsetMs = null;
        nothingFound();
    }
}
