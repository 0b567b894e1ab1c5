package dev.sextant.local.venue.kraken.account;

import dev.sextant.domain.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order of an earlier run as its journal has it. */
final class Remembered {

    final String id;
    final String symbol;
    final String clientOrderId;
    final Side side;
    final BigDecimal quantity;
    final BigDecimal limit;
    final boolean immediate;
    final boolean feeInBase;
    final long openedMs;
    final List<Fill> fills = new ArrayList<>();

    /** Empty while nobody has canceled it. */
    String canceledFor = "";

    long canceledMs;

    /** One execution of it. */
    record Fill(
            String id, long number, BigDecimal price, BigDecimal quantity, BigDecimal fee, boolean maker, long atMs) {}

    Remembered(
            String id,
            String symbol,
            String clientOrderId,
            Side side,
            BigDecimal quantity,
            BigDecimal limit,
            boolean immediate,
            boolean feeInBase,
            long openedMs) {
        this.id = id;
        this.symbol = symbol;
        this.clientOrderId = clientOrderId;
        this.side = side;
        this.quantity = quantity;
        this.limit = limit;
        this.immediate = immediate;
        this.feeInBase = feeInBase;
        this.openedMs = openedMs;
    }

    boolean isFull() {
        return fills.stream()
                        .map(Fill::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(quantity)
                >= 0;
    }

    /** When it was over; the greatest number while it is not. */
    long overMs() {
        if (!canceledFor.isEmpty()) {
            return canceledMs;
        }
        return isFull() ? fills.getLast().atMs() : Long.MAX_VALUE;
    }

    /** What its fills brought and took of each asset, fees taken off. */
    Map<String, BigDecimal> moved() {
        String base = symbol.substring(0, symbol.indexOf('/'));
        String quote = symbol.substring(symbol.indexOf('/') + 1);
        Map<String, BigDecimal> moved = new HashMap<>();
        for (Fill fill : fills) {
            BigDecimal cost = fill.price().multiply(fill.quantity());
            boolean buys = side == Side.BUY;
            moved.merge(base, buys ? fill.quantity() : fill.quantity().negate(), BigDecimal::add);
            moved.merge(quote, buys ? cost.negate() : cost, BigDecimal::add);
            moved.merge(feeInBase ? base : quote, fill.fee().negate(), BigDecimal::add);
        }
        return moved;
    }
}
