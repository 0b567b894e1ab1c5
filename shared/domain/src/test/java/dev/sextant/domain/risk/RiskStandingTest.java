package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RiskStandingTest {

    private static final long NOON_MS = 1_723_118_400_000L;
    private static final long HOUR_MS = 3_600_000;
    private static final RiskLimits LIMITS =
            new RiskLimits(4, BigDecimal.TEN, BigDecimal.TEN, 10, R.of("5"), 3, HOUR_MS, 30_000, 500, 5_000);

    private RiskStanding standing = RiskStanding.CLEAN;

    private void close(String r, long atMs) {
        standing = standing.afterTrade(new BigDecimal(r), R.of(r), atMs, LIMITS);
    }

    @Test
    void lossesInARowRestTheAccountForAnHour() {
        close("-1", NOON_MS);
        close("-1", NOON_MS);
        assertEquals(Optional.empty(), standing.pausedAt(NOON_MS));
        close("-1", NOON_MS);
        assertEquals(
                Optional.of(new RiskStanding.Pause(NOON_MS + HOUR_MS, "3 losses in a row")),
                standing.pausedAt(NOON_MS + HOUR_MS - 1));
        assertEquals(Optional.empty(), standing.pausedAt(NOON_MS + HOUR_MS));
        assertEquals(0, standing.consecutiveLosses());
    }

    @Test
    void lossesInARowNeverShortenAPersonsPause() {
        RiskStanding.Pause byAda = new RiskStanding.Pause(NOON_MS + 2 * HOUR_MS, "paused by Ada");
        standing = new RiskStanding(null, R.ZERO, 2, byAda, null);
        close("-1", NOON_MS);
        assertEquals(byAda, standing.pause());
        assertEquals(0, standing.consecutiveLosses());
    }

    @Test
    void ofTwoPausesThatEndTogetherTheNewerGivesTheReason() {
        standing = new RiskStanding(null, R.ZERO, 2, new RiskStanding.Pause(NOON_MS + HOUR_MS, "paused by Ada"), null);
        close("-1", NOON_MS);
        assertEquals(new RiskStanding.Pause(NOON_MS + HOUR_MS, "3 losses in a row"), standing.pause());
    }

    @Test
    void aTradeThatLosesNothingEndsTheRow() {
        close("-1", NOON_MS);
        close("-1", NOON_MS);
        close("0", NOON_MS);
        close("-1", NOON_MS);
        assertEquals(1, standing.consecutiveLosses());
        assertNull(standing.pause());
    }

    @Test
    void theDailyLimitHaltsAtItsExactValue() {
        close("-4.999999", NOON_MS);
        assertNull(standing.haltReason());
        close("-0.000001", NOON_MS);
        assertEquals("daily loss -5 R, limit -5 R; a named human must resume", standing.haltReason());
    }

    @Test
    void aNewDayStartsAtZeroAndDoesNotResumeByItself() {
        close("-5", NOON_MS);
        close("1", NOON_MS + 12 * HOUR_MS);
        assertEquals(R.of("1"), standing.dayPnl());
        assertEquals("daily loss -5 R, limit -5 R; a named human must resume", standing.haltReason());
    }

    @Test
    void yesterdaysResultIsNotTodays() {
        close("-3", NOON_MS);
        assertEquals(R.of("-3"), standing.dayPnlAt(NOON_MS + 12 * HOUR_MS - 1));
        assertEquals(R.ZERO, standing.dayPnlAt(NOON_MS + 12 * HOUR_MS));
    }

    @Test
    void aLossToldLateCountsForTheDayTheAccountIsIn() {
        close("-3", NOON_MS + 12 * HOUR_MS);
        close("-2", NOON_MS);
        assertEquals(R.of("-5"), standing.dayPnl());
    }
}
