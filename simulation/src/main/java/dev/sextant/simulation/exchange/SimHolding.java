package dev.sextant.simulation.exchange;

import java.math.BigDecimal;
import java.util.TreeMap;

/** The position in one symbol, with its past. */
final class SimHolding {

    private final TreeMap<Long, BigDecimal> past = new TreeMap<>();
    private BigDecimal signedQty = BigDecimal.ZERO;

    BigDecimal now() {
        return signedQty;
    }

    void add(BigDecimal signed, long atMs) {
        signedQty = signedQty.add(signed);
        past.put(atMs, signedQty);
    }

    BigDecimal asOf(long momentMs) {
        var entry = past.floorEntry(momentMs);
        return entry == null ? BigDecimal.ZERO : entry.getValue();
    }
}
