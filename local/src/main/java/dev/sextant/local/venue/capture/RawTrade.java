package dev.sextant.local.venue.capture;

/** One public trade as captured; price and quantity in units of 10⁻⁸, times in epoch ms. */
public record RawTrade(
        long tradeId, long priceE8, long qtyE8, long tradeTimeMs, long eventTimeMs, boolean buyerIsMaker) {

    /** Room for the ids that count on from here. */
    private static final long MAX_ID = Long.MAX_VALUE / 2;

    private static final long MAX_TIME_MS = 4_102_444_800_000L;

    public RawTrade {
        boolean inTime = tradeTimeMs > 0 && tradeTimeMs < MAX_TIME_MS && eventTimeMs > 0 && eventTimeMs < MAX_TIME_MS;
        if (tradeId < 0 || tradeId > MAX_ID || priceE8 <= 0 || qtyE8 <= 0 || !inTime) {
            throw new IllegalArgumentException(
                    "trade " + tradeId + " is impossible: priceE8 " + priceE8 + ", qtyE8 " + qtyE8
                            + ", tradeTimeMs " + tradeTimeMs + ", eventTimeMs " + eventTimeMs
                            + ", expected an id below 2^62, figures above 0 and times before 2100");
        }
    }
}
