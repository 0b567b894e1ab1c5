package dev.sextant.local.venue.synthetic.market;

import dev.sextant.domain.market.AggTrade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Up to {@link #MOST} trades, each written as its difference to the one before: whole numbers of seven bits a byte. */
final class TradeBlock {

    static final int MOST = 1_024;

    private static final int USUAL_BYTES = 8;
    private static final int LARGEST_TRADE_BYTES = 64;

    private final long tickE8;
    private final long stepE8;
    private final AggTrade first;
    private byte[] bytes = new byte[MOST * USUAL_BYTES];
    private int length;
    private int count;
    private AggTrade last;

    TradeBlock(AggTrade first, long tickE8, long stepE8) {
        this.first = first;
        this.last = first;
        this.tickE8 = tickE8;
        this.stepE8 = stepE8;
    }

    /** The first call is with the first trade again. */
    void add(AggTrade trade) {
        if (count > 0) {
            if (length + LARGEST_TRADE_BYTES > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            long ticks = (trade.priceE8() - last.priceE8()) / tickE8;
            write(trade.tradeTimeMs() - last.tradeTimeMs());
            write((ticks << 1 ^ ticks >> 63) << 1 | (trade.buyerIsMaker() ? 1 : 0));
            write(trade.qtyE8() / stepE8);
            write(trade.lastTradeId() - trade.firstTradeId());
        }
        count++;
        last = trade;
        if (isFull()) {
            bytes = Arrays.copyOf(bytes, length);
        }
    }

    private void write(long number) {
        long left = number;
        while (left >= 128) {
            bytes[length++] = (byte) (left | 128);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
    }

    boolean isFull() {
        return count == MOST;
    }

    long firstTimeMs() {
        return first.tradeTimeMs();
    }

    long lastTimeMs() {
        return last.tradeTimeMs();
    }

    long lastId() {
        return last.aggId();
    }

    int bytes() {
        return bytes.length;
    }

    /** All of them again. */
    List<AggTrade> trades() {
        List<AggTrade> trades = new ArrayList<>(count);
        trades.add(first);
        Reader reader = new Reader();
        while (trades.size() < count) {
            trades.add(reader.after(trades.getLast()));
        }
        return trades;
    }

    /** Reads from the beginning. */
    private final class Reader {

        private int position;

        private AggTrade after(AggTrade before) {
            long timeMs = before.tradeTimeMs() + read();
            long ticksAndSide = read();
            long zigzag = ticksAndSide >>> 1;
            long ticks = zigzag >>> 1 ^ -(zigzag & 1);
            long qtyE8 = read() * stepE8;
            long firstTradeId = before.lastTradeId() + 1;
            return new AggTrade(
                    before.aggId() + 1,
                    before.priceE8() + ticks * tickE8,
                    qtyE8,
                    timeMs,
                    (ticksAndSide & 1) == 1,
                    firstTradeId,
                    firstTradeId + read());
        }

        private long read() {
            long number = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes[position++];
                number |= (long) (next & 127) << shift;
                shift += 7;
            } while (next < 0);
            return number;
        }
    }
}
