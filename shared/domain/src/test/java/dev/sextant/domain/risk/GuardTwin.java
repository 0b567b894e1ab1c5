package dev.sextant.domain.risk;

import dev.sextant.domain.time.IsoTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The guard written a second time from the table in {@code docs/risk.md}, one condition after the other and with loops:
 * slow, and easy to hold against the page.
 */
final class GuardTwin {

    private final EntryDemand demand;
    private final AccountRisk account;
    private final RiskLimits limits;
    private final EntryConditions around;
    private final GuardReadings readings;
    private final long nowMs;

    GuardTwin(EntryDemand demand, AccountRisk account, EntryConditions around, long nowMs) {
        this.demand = demand;
        this.account = account;
        this.limits = account.limits();
        this.around = around;
        this.readings = around.readings();
        this.nowMs = nowMs;
    }

    List<GuardFinding> findings() {
        List<GuardFinding> findings = new ArrayList<>();
        for (GuardCondition condition : GuardCondition.values()) {
            String text = text(condition);
            if (text != null) {
                findings.add(new GuardFinding(condition, text));
            }
        }
        return findings;
    }

    private @Nullable String text(GuardCondition condition) {
        return switch (condition) {
            case KILLED -> killed();
            case HALTED -> account.standing().haltReason();
            case VENUE_HALTED -> readings.venueHalt() == null ? null : "the venue refused: " + readings.venueHalt();
            case PAUSED -> paused();
            case RECOVERING -> "HEALTHY".equals(around.deskState()) ? null : "the desk is " + desk();
            case VENUE_SILENT -> silent("the venue has not answered since ", readings.venueReachedMs());
            case STREAM_STALE -> silent("the private stream was last alive at ", readings.streamSeenMs());
            case UNREALISED_LOSS -> unrealised();
            case MARK_STALE -> mark();
            case STRATEGY_STOPPED -> stopped();
            case SYMBOL_BLOCKED -> around.blocked();
            case DATA_STALE -> ageMs() > limits.maxDataAgeMs() ? complete() : null;
            case DATA_LATE ->
                ageMs() > limits.maxDataAgeMs() / 2 && ageMs() <= limits.maxDataAgeMs() ? complete() : null;
            case DAILY_LOSS_NEAR -> today();
            case LOSSES_NEAR -> losses();
            case ORDER_IN_DOUBT -> doubts();
            case HELD_LONG -> held();
            case CLOCK_OFF -> clock();
        };
    }

    private @Nullable String killed() {
        return switch (account.kill().level()) {
            case NONE -> null;
            case ENTRIES -> "kill switch at level entries by ann";
            case CANCEL -> "kill switch at level cancel by ann";
            case FLATTEN -> "kill switch at level flatten by ann";
        };
    }

    private @Nullable String paused() {
        RiskStanding.Pause pause = account.standing().pause();
        return pause == null || nowMs >= pause.untilMs()
                ? null
                : pause.reason() + " until " + IsoTime.print(pause.untilMs());
    }

    private String desk() {
        String state = around.deskState();
        return state == null ? "not started" : state;
    }

    private @Nullable String silent(String words, @Nullable Long sinceMs) {
        return sinceMs == null || nowMs <= sinceMs + 30_000
                ? null
                : words + IsoTime.print(sinceMs) + ", limit 30000 ms";
    }

    private @Nullable String unrealised() {
        BigDecimal sum = BigDecimal.ZERO;
        for (OpenRisk trade : readings.openTrades()) {
            GuardReadings.Mark mark = readings.marks().get(trade.symbol());
            if (mark != null) {
                sum = sum.add(trade.at(mark.price()).value());
            }
        }
        return sum.compareTo(new BigDecimal("-3")) >= 0
                ? null
                : "open trades stand at " + new R(sum) + " R, limit -3 R";
    }

    private @Nullable String mark() {
        TreeMap<String, Long> byAgeAndName = new TreeMap<>();
        for (OpenRisk trade : readings.openTrades()) {
            GuardReadings.Mark mark = readings.marks().get(trade.symbol());
            long atMs = mark == null ? 0 : mark.completeToMs();
            byAgeAndName.put("%020d %s".formatted(atMs, trade.symbol()), atMs);
        }
        if (byAgeAndName.isEmpty()) {
            return null;
        }
        long atMs = byAgeAndName.firstEntry().getValue();
        String symbol = byAgeAndName.firstKey().substring(21);
        return nowMs <= atMs + limits.maxDataAgeMs()
                ? null
                : "a trade is open in " + symbol + ", whose trades are complete up to "
                        + (atMs == 0 ? "nothing" : IsoTime.print(atMs)) + ", limit 30000 ms";
    }

    private @Nullable String stopped() {
        String state = around.strategyState();
        if (state == null) {
            return "strategy demo is unknown";
        }
        return state.equals("RUNNING") ? null : "strategy demo is " + state;
    }

    private long ageMs() {
        Long completeToMs = around.tradesCompleteToMs();
        return completeToMs == null ? Long.MAX_VALUE : nowMs - completeToMs;
    }

    private String complete() {
        Long completeToMs = around.tradesCompleteToMs();
        return "trades of " + demand.symbol() + " are complete up to "
                + (completeToMs == null ? "nothing" : IsoTime.print(completeToMs)) + ", limit 30000 ms";
    }

    private @Nullable String today() {
        BigDecimal today = account.standing().dayPnlAt(nowMs).value();
        return today.compareTo(new BigDecimal("-3")) > 0
                ? null
                : "today stands at " + new R(today) + " R, entries stop at -5 R";
    }

    private @Nullable String losses() {
        return account.standing().consecutiveLosses() == 4 ? "4 losses in a row, a pause at 5" : null;
    }

    private @Nullable String doubts() {
        int old = 0;
        long oldestMs = Long.MAX_VALUE;
        for (long sinceMs : readings.doubtsSinceMs()) {
            if (nowMs > sinceMs + 60_000) {
                old++;
                oldestMs = Math.min(oldestMs, sinceMs);
            }
        }
        return old == 0 ? null : old + " orders with unknown outcome, the oldest since " + IsoTime.print(oldestMs);
    }

    private @Nullable String held() {
        OpenRisk longest = null;
        for (OpenRisk trade : readings.openTrades()) {
            boolean first = longest == null
                    || trade.heldSinceMs() < longest.heldSinceMs()
                    || (trade.heldSinceMs() == longest.heldSinceMs()
                            && trade.symbol().compareTo(longest.symbol()) < 0);
            longest = first ? trade : longest;
        }
        return longest == null || nowMs <= longest.heldSinceMs() + 2_700_000
                ? null
                : "a trade in " + longest.symbol() + " is open since " + IsoTime.print(longest.heldSinceMs());
    }

    private @Nullable String clock() {
        Long offsetMs = readings.clockOffsetMs();
        return offsetMs == null || (offsetMs >= -1_000 && offsetMs <= 1_000)
                ? null
                : "a clock is " + offsetMs + " ms from the venue's, limit 1000 ms";
    }
}
