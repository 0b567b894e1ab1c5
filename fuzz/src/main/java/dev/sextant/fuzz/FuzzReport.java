package dev.sextant.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a run came to.
 *
 * @param refusals distinct kinds of refusal
 * @param pool inputs worth mutating at the end, seeds included
 * @param findings files with inputs that broke something, one for each kind
 */
public record FuzzReport(
        String target,
        long seed,
        long inputs,
        long accepted,
        long refused,
        int refusals,
        int pool,
        long nanos,
        List<Path> findings) {

    static final String HEAD =
            "| target | seed | inputs | accepted | refused | distinct refusals | pool | inputs/s | findings |\n"
                    + "|---|---|---|---|---|---|---|---|---|";

    /** One row of the table whose head is {@link #HEAD}. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,d | %,d | %,d | %,d | %,d | %,d | %d |",
                target,
                seed,
                inputs,
                accepted,
                refused,
                refusals,
                pool,
                inputs * 1_000_000_000L / Math.max(1, nanos),
                findings.size());
    }
}
