package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.domain.market.Symbol;
import java.util.List;

/**
 * What to generate. One symbol's market doesn't depend on which others are in the plan, nor on where it ends.
 *
 * @param seed of everything
 * @param symbols at least one, each known to {@link SymbolProfile}
 * @param historyMs how much has happened before the play begins, whole hours
 * @param playMs how long the play lasts, whole seconds
 * @throws IllegalArgumentException saying what would be right
 */
public record MarketPlan(long seed, List<Symbol> symbols, long historyMs, long playMs) {

    /** Where every play begins: a Monday, 2025-03-03T00:00:00Z. */
    public static final long PLAY_FROM_MS = 1_740_960_000_000L;

    private static final long HOUR_MS = 3_600_000;

    /** The weather needs a while to show in the flow of the last seconds. */
    private static final long RUN_UP_MS = 60_000;

    public MarketPlan {
        symbols = symbols.stream().sorted().toList();
        if (seed < 0) {
            throw new IllegalArgumentException("seed is " + seed + ", expected a whole number from 0");
        }
        if (symbols.isEmpty() || symbols.stream().distinct().count() < symbols.size()) {
            throw new IllegalArgumentException("symbols are " + symbols + ", expected at least one, each once");
        }
        for (Symbol symbol : symbols) {
            if (SymbolProfile.of(symbol).isEmpty()) {
                throw new IllegalArgumentException(
                        "symbol '" + symbol + "' can't be generated, expected some of " + SymbolProfile.symbols());
            }
        }
        if (historyMs < 0 || historyMs % HOUR_MS != 0 || playMs <= 0 || playMs % 1_000 != 0) {
            throw new IllegalArgumentException("a market of " + playMs + " ms after " + historyMs
                    + " ms is impossible, expected whole seconds after whole hours");
        }
    }

    /** When the first event happens, or a little later. */
    public long beginMs() {
        return PLAY_FROM_MS - historyMs - RUN_UP_MS;
    }

    public long endMs() {
        return PLAY_FROM_MS + playMs;
    }

    /** What the market is, but for its end: two plans of one identity are the same market as far as both go. */
    public String identity() {
        String names = String.join(" ", symbols.stream().map(Symbol::name).toList());
        return "synthetic market seed " + seed + ", " + names + ", " + historyMs / HOUR_MS + " h of history";
    }

    List<SymbolProfile> profiles() {
        return symbols.stream()
                .map(symbol -> SymbolProfile.of(symbol).orElseThrow())
                .toList();
    }
}
