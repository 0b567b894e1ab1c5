package dev.sextant.ingest.drift;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;

/**
 * A filled order of a trade that was closed on the day.
 *
 * @param purpose ENTRY, STOP, …
 * @param qty filled
 * @param quote Σ price × quantity of its fills
 * @param decidedAt the signal's price of an entry, the trigger of an order that rested, else the price its demand saw
 * @param resting whether it waited at the venue: from there to its trigger nothing of ours takes time
 * @param acceptedAtMs when the venue had it
 * @param fees in the quote asset
 * @param otherFees assets of fees that are not counted, empty when all are
 */
record Leg(
        String tradeId,
        String account,
        Symbol symbol,
        String strategy,
        String strategyVersion,
        String purpose,
        boolean buys,
        BigDecimal qty,
        BigDecimal quote,
        BigDecimal decidedAt,
        boolean resting,
        long acceptedAtMs,
        BigDecimal fees,
        String otherFees) {}
