package dev.sextant.domain.market;

/**
 * One aggregate trade: fills of one taker order at one price within the venue's aggregation time. The symbol is known
 * from the stream that carries it.
 *
 * @param aggId the venue's aggregate id; consecutive per symbol, so a jump is a gap
 * @param priceE8 price in the quote asset, units of 10⁻⁸, positive
 * @param qtyE8 quantity in the base asset, units of 10⁻⁸, positive
 * @param tradeTimeMs the venue's trade time, epoch milliseconds
 * @param buyerIsMaker true when the taker sold
 * @param firstTradeId first fill contained
 * @param lastTradeId last fill contained, at least {@code firstTradeId}
 */
public record AggTrade(
        long aggId,
        long priceE8,
        long qtyE8,
        long tradeTimeMs,
        boolean buyerIsMaker,
        long firstTradeId,
        long lastTradeId) {

    public AggTrade {
        if (priceE8 <= 0 || qtyE8 <= 0 || tradeTimeMs <= 0 || aggId < 0 || lastTradeId < firstTradeId) {
            throw new IllegalArgumentException("aggregate trade " + aggId + " is impossible: priceE8 " + priceE8
                    + ", qtyE8 " + qtyE8 + ", tradeTimeMs " + tradeTimeMs + ", trades " + firstTradeId + ".."
                    + lastTradeId);
        }
    }

    /** The quantity with the taker's sign: positive when the taker bought. */
    public long signedQtyE8() {
        return buyerIsMaker ? -qtyE8 : qtyE8;
    }
}
