package dev.sextant.local.venue.play;

import dev.sextant.venues.sim.book.DepthBook;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;
import dev.sextant.venues.sim.order.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the kept book with the best bid and ask of the same update, after each depth event. */
final class BookCheck {

    private final Deque<TopOfBook> ahead = new ArrayDeque<>();
    private @Nullable TopOfBook latest;
    private int checks;
    private int mismatches;

    void saw(TopOfBook top) {
        ahead.addLast(top);
    }

    void compare(DepthBook book, DepthDiff diff) {
        while (!ahead.isEmpty() && ahead.getFirst().updateId() <= diff.lastUpdateId()) {
            latest = ahead.removeFirst();
        }
        TopOfBook top = latest;
        if (top == null || !book.isSynced() || book.lastUpdateId() != diff.lastUpdateId()) {
            return;
        }
        checks++;
        if (!isBest(book, Side.BUY, top.bidPriceE8(), top.bidQtyE8())
                || !isBest(book, Side.SELL, top.askPriceE8(), top.askQtyE8())) {
            mismatches++;
        }
    }

    private static boolean isBest(DepthBook book, Side side, long priceE8, long qtyE8) {
        Map.Entry<Long, Long> best = book.levels(side).firstEntry();
        return best != null && best.getKey() == priceE8 && best.getValue() == qtyE8;
    }

    int checks() {
        return checks;
    }

    int mismatches() {
        return mismatches;
    }
}
