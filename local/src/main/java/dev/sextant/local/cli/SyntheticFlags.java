package dev.sextant.local.cli;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line says of the synthetic market; each is null when it says nothing. */
record SyntheticFlags(
        @Nullable Long seed,
        @Nullable Integer hours,
        @Nullable Integer history,
        @Nullable List<String> symbols) {

    private static final long HOUR_MS = 3_600_000;
    private static final int USUAL_HOURS = 24;
    private static final int MOST_HOURS = 168;
    private static final int MOST_HISTORY = 24;
    private static final List<String> USUAL_SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");

    /** The plan, or null when no seed is given. */
    @Nullable
    MarketPlan plan() {
        if (seed == null) {
            if (hours != null || history != null || symbols != null) {
                throw UserError.usage("--hours, --history and --symbols belong to --synthetic SEED, which is missing");
            }
            return null;
        }
        try {
            return new MarketPlan(
                    seed,
                    (symbols == null ? USUAL_SYMBOLS : symbols)
                            .stream().map(Symbol::new).toList(),
                    hours("--history", history, 0, MOST_HISTORY) * HOUR_MS,
                    hours("--hours", hours, 1, MOST_HOURS) * HOUR_MS);
        } catch (IllegalArgumentException e) {
            throw UserError.usage("--synthetic: " + e.getMessage());
        }
    }

    private static long hours(String option, @Nullable Integer given, int least, int most) {
        int hours = given == null ? USUAL_HOURS : given;
        if (hours < least || hours > most) {
            throw UserError.usage(
                    option + " is " + hours + ", expected a whole number of hours from " + least + " to " + most);
        }
        return hours;
    }
}
