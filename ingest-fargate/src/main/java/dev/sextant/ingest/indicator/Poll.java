package dev.sextant.ingest.indicator;

import dev.sextant.domain.market.Symbol;

/**
 * One thing to be read now.
 *
 * @param markPriceE8 the symbol's mark price at the tick, units of 10⁻⁸, or its last price when none was seen; 0 when
 *     neither was. Turns base units into quote units where the venue gives only the former.
 * @param lastPriceE8 of the symbol's last trade before the tick, units of 10⁻⁸; 0 when there was none
 */
public record Poll(PollKind kind, Symbol symbol, long markPriceE8, long lastPriceE8) {}
