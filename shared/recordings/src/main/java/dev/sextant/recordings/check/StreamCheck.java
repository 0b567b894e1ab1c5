package dev.sextant.recordings.check;

import dev.sextant.domain.time.IsoTime;
import dev.sextant.recordings.row.Order;
import java.util.OptionalLong;

/** The order and the gaps of one stream. The highest number so far says what is late. */
final class StreamCheck {

    private final OptionalLong intervalMs;
    private final GapLedger missing = new GapLedger();
    private boolean begun;
    private long highest;
    private long base;
    private long highestPeriod;
    private long largestStepBack;
    private boolean inMilliseconds;
    private long breaks;
    private boolean judgesGaps;

    StreamCheck(OptionalLong intervalMs) {
        this.intervalMs = intervalMs;
    }

    /** Takes in a row that was not seen before; false when it comes too late. */
    boolean accept(Order order) {
        return switch (order) {
            case Order.Consecutive(long id) -> consecutive(id);
            case Order.Chained chained -> chained(chained);
            case Order.Periodic(long timeMs) -> periodic(timeMs);
            case Order.Rising(long number) -> advance(number);
            case Order.Timed(long timeMs) -> {
                inMilliseconds = true;
                yield advance(timeMs);
            }
            case Order.None() -> true;
        };
    }

    private boolean consecutive(long id) {
        judgesGaps = true;
        long before = highest;
        boolean first = !begun;
        if (!advance(id)) {
            missing.fill(id);
            return false;
        }
        if (!first && id > before + 1) {
            missing.add(before + 1, id - 1);
        }
        return true;
    }

    private boolean chained(Order.Chained update) {
        judgesGaps = true;
        long before = highest;
        boolean first = !begun;
        if (!advance(update.last())) {
            return false;
        }
        boolean samePart = update.last() == before;
        boolean follows =
                update.previous().isPresent() ? update.previous().getAsLong() == before : update.first() == before + 1;
        if (!first && !samePart && !follows) {
            breaks++;
        }
        return true;
    }

    private boolean periodic(long timeMs) {
        inMilliseconds = true;
        judgesGaps = intervalMs.isPresent();
        boolean first = !begun;
        base = first ? timeMs : base;
        long interval = intervalMs.orElse(1);
        long period = Math.round((timeMs - base) / (double) interval);
        if (!advance(timeMs)) {
            missing.fill(period);
            return false;
        }
        if (!first && judgesGaps && period > highestPeriod + 1) {
            missing.add(highestPeriod + 1, period - 1);
        }
        highestPeriod = period;
        return true;
    }

    private boolean advance(long number) {
        if (begun && number < highest) {
            largestStepBack = Math.max(largestStepBack, highest - number);
            return false;
        }
        begun = true;
        highest = number;
        return true;
    }

    /** What was found. */
    LoadReport.Gaps gaps() {
        GapLedger.Span longest = missing.longest();
        return new LoadReport.Gaps(
                judgesGaps,
                missing.count() + breaks,
                missing.missing(),
                breaks,
                longest == null ? 0 : longest.size(),
                longest == null ? null : place(longest));
    }

    private String place(GapLedger.Span span) {
        if (inMilliseconds) {
            long interval = intervalMs.orElse(1);
            return IsoTime.print(base + span.from() * interval);
        }
        return "id " + span.from();
    }

    /** In ids or milliseconds; 0 when nothing was late. */
    long largestStepBack() {
        return largestStepBack;
    }

    /** True when {@link #largestStepBack} is in milliseconds. */
    boolean isInMilliseconds() {
        return inMilliseconds;
    }
}
