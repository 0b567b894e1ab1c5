package dev.sextant.domain.venue;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;

/**
 * A position as the venue reports it (one-way mode).
 *
 * @param signedQty positive long, negative short
 * @param entryPrice average entry price; zero when flat
 */
public record VenuePosition(Symbol symbol, BigDecimal signedQty, BigDecimal entryPrice) {}
