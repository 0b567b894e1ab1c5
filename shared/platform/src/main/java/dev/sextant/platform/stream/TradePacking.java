package dev.sextant.platform.stream;

import dev.sextant.domain.market.AggTrade;
import java.util.ArrayList;
import java.util.List;

/**
 * Trades as differences from the trade before: one byte of flags, the quantity in steps, and only those fields that are
 * not as expected. FRAME.md has the table.
 */
final class TradePacking {

    private static final int SELL = 1;
    private static final int ID_JUMP = 1 << 1;
    private static final int FILL_JUMP = 1 << 2;
    private static final int EXTRA_SHIFT = 3;
    private static final int PRICE = 1 << 5;
    private static final int TIME_SHIFT = 6;
    /** In a two-bit field: the value follows in full. */
    private static final int IN_FULL = 3;

    private static final int MIN_BYTES = 2;

    private TradePacking() {}

    /** What the next trade is compared with; before the first trade it is guessed from the frame's head. */
    record Previous(long aggId, long ticks, long timeMs, long lastTradeId) {}

    static void write(WireWriter out, Scales scales, Previous head, List<AggTrade> trades) {
        out.varint(trades.size());
        Previous previous = head;
        for (AggTrade trade : trades) {
            previous = write(out, scales, previous, trade);
        }
    }

    private static Previous write(WireWriter out, Scales scales, Previous previous, AggTrade trade) {
        long ticks = scales.ticks(trade.priceE8());
        long idJump = trade.aggId() - previous.aggId - 1;
        long fillJump = trade.firstTradeId() - previous.lastTradeId - 1;
        long extra = trade.lastTradeId() - trade.firstTradeId();
        long timeMs = trade.tradeTimeMs() - previous.timeMs;
        out.u8((trade.buyerIsMaker() ? SELL : 0)
                | (idJump != 0 ? ID_JUMP : 0)
                | (fillJump != 0 ? FILL_JUMP : 0)
                | twoBits(extra) << EXTRA_SHIFT
                | (ticks != previous.ticks ? PRICE : 0)
                | twoBits(timeMs) << TIME_SHIFT);
        out.varint(scales.steps(trade.qtyE8()));
        if (idJump != 0) {
            out.zigzag(idJump);
        }
        if (fillJump != 0) {
            out.zigzag(fillJump);
        }
        if (twoBits(extra) == IN_FULL) {
            out.varint(extra);
        }
        if (ticks != previous.ticks) {
            out.zigzag(ticks - previous.ticks);
        }
        if (twoBits(timeMs) == IN_FULL) {
            out.zigzag(timeMs);
        }
        return new Previous(trade.aggId(), ticks, trade.tradeTimeMs(), trade.lastTradeId());
    }

    private static int twoBits(long value) {
        return value >= 0 && value < IN_FULL ? (int) value : IN_FULL;
    }

    static List<AggTrade> read(WireReader in, Scales scales, Previous head, int count) {
        List<AggTrade> trades = new ArrayList<>(count);
        Previous previous = head;
        for (int i = 0; i < count; i++) {
            int flags = in.u8("the flags of a trade");
            long qtyE8 = scales.qtyE8(in.varint("a quantity"));
            long aggId = previous.aggId + 1 + ((flags & ID_JUMP) != 0 ? in.zigzag("a jump of ids") : 0);
            long firstTradeId =
                    previous.lastTradeId + 1 + ((flags & FILL_JUMP) != 0 ? in.zigzag("a jump of fills") : 0);
            int fewExtra = flags >>> EXTRA_SHIFT & IN_FULL;
            long lastTradeId = firstTradeId + (fewExtra == IN_FULL ? in.varint("the number of fills") : fewExtra);
            long ticks = previous.ticks + ((flags & PRICE) != 0 ? in.zigzag("a price step") : 0);
            int shortTime = flags >>> TIME_SHIFT;
            long timeMs = previous.timeMs + (shortTime == IN_FULL ? in.zigzag("a time step") : shortTime);
            trades.add(new AggTrade(
                    aggId, scales.priceE8(ticks), qtyE8, timeMs, (flags & SELL) != 0, firstTradeId, lastTradeId));
            previous = new Previous(aggId, ticks, timeMs, lastTradeId);
        }
        return trades;
    }

    static int readCount(WireReader in) {
        return in.count("trades", MIN_BYTES);
    }
}
