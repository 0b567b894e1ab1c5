package dev.sextant.domain.event;

import dev.sextant.domain.market.Symbol;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The market clock's beat, put on the stream by the ingest once a second of exchange time and fanned out per account.
 * Drives every rule that depends on time, so that a replay sees the same beats as the live desk.
 *
 * @param marketTimeMs exchange time, a multiple of 1,000
 * @param pricesE8 last trade price per symbol, units of 10⁻⁸
 * @param watermarksMs per symbol, exchange time up to which its trades are complete; its age is the data's staleness
 */
public record Tick(Account account, long marketTimeMs, Map<Symbol, Long> pricesE8, Map<Symbol, Long> watermarksMs)
        implements DecisionRecord {

    /** Exchange time between two ticks. */
    public static final long EVERY_MS = 1_000;

    public Tick {
        pricesE8 = Collections.unmodifiableMap(new TreeMap<>(pricesE8));
        watermarksMs = Collections.unmodifiableMap(new TreeMap<>(watermarksMs));
        if (marketTimeMs % EVERY_MS != 0) {
            throw new IllegalArgumentException("tick at " + marketTimeMs + " is not on a full second");
        }
    }
}
