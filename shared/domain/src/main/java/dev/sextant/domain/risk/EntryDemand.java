package dev.sextant.domain.risk;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of an order that would add exposure.
 *
 * @param notional quantity × reference price, quote units, not negative
 * @param risk quote units lost at the stop
 * @param expiresAtMs market time after which it must not be acted on; null is refused like a past one
 */
public record EntryDemand(
        String strategy,
        Symbol symbol,
        BigDecimal notional,
        BigDecimal risk,
        @Nullable Long expiresAtMs) {}
