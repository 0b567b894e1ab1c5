package dev.sextant.local.cli;

import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.backtest.arb.ArbSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What recorded and live triangles are judged by. */
final class ArbOptions {

    @Option(names = "--fee-bps", paramLabel = "N", description = "taker's fee (default: ${DEFAULT-VALUE})")
    private BigDecimal feeBps = BigDecimal.valueOf(26);

    @Option(
            names = "--buffer-bps",
            paramLabel = "N",
            description = "what must be earned beyond fees (default: ${DEFAULT-VALUE})")
    private BigDecimal bufferBps = BigDecimal.ZERO;

    @Option(
            names = "--max-edge-bps",
            paramLabel = "N",
            description = "best prices that pay more, after fees, are not believed (default: ${DEFAULT-VALUE})")
    private BigDecimal maxEdgeBps = BigDecimal.valueOf(500);

    @Option(
            names = "--start",
            split = ",",
            paramLabel = "A",
            description = "assets to begin with, the preferred first (default: USD,EUR; a sweep: USD)")
    private @Nullable List<String> starts;

    @Option(
            names = "--max-notional",
            paramLabel = "N",
            description = "the most to begin with, in the start asset (default: ${DEFAULT-VALUE})")
    private double maxNotional = 1000;

    @Option(
            names = "--stale-ms",
            paramLabel = "MS",
            description = "how old the news of a leg may be (default: ${DEFAULT-VALUE})")
    private long staleMs = 1000;

    @Option(names = "--legs", paramLabel = "N", description = "cycles of up to 3 or 4 legs (default: ${DEFAULT-VALUE})")
    private int legs = 3;

    @Option(
            names = "--latency-ms",
            paramLabel = "MS",
            description = "takes opportunities, each leg so long after what it waits for (default: none; a sweep: 100)")
    private @Nullable Long latencyMs;

    @Option(
            names = "--max-loss",
            paramLabel = "N",
            description = "takes a cycle only when it can lose no more than this if it can't be finished")
    private double maxLoss = Double.POSITIVE_INFINITY;

    @Option(
            names = "--haircut-bps",
            paramLabel = "N",
            description = "how much worse prices may be when it has to be sold back (default: ${DEFAULT-VALUE})")
    private BigDecimal haircutBps = BigDecimal.valueOf(50);

    @Option(names = "--json", description = "lines and report as JSON")
    boolean json;

    /**
     * The settings.
     *
     * @throws UserError naming the option that can't be
     */
    ArbSettings settings(boolean traceEdges) {
        OptionalLong latency = latencyMs == null ? OptionalLong.empty() : OptionalLong.of(latencyMs);
        return settings(traceEdges, starts == null ? List.of("USD", "EUR") : starts, latency);
    }

    /** The settings of a sweep, which needs one asset and takes opportunities. */
    ArbSettings swept() {
        return settings(
                false, starts == null ? List.of("USD") : starts, OptionalLong.of(latencyMs == null ? 100 : latencyMs));
    }

    private ArbSettings settings(boolean traceEdges, List<String> from, OptionalLong latency) {
        if (legs < 3 || legs > 4) {
            throw UserError.usage("--legs is " + legs + ", expected 3 or 4");
        }
        try {
            DetectorLimits limits = new DetectorLimits(
                    ppm("--buffer-bps", bufferBps), ppm("--max-edge-bps", maxEdgeBps), staleMs, maxNotional);
            ArbSettings.Unwind unwind = new ArbSettings.Unwind(ppm("--haircut-bps", haircutBps), maxLoss);
            return new ArbSettings(ppm("--fee-bps", feeBps), limits, from, legs, traceEdges, unwind, latency);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private static int ppm(String option, BigDecimal bps) {
        BigDecimal ppm = bps.movePointRight(2);
        if (ppm.signum() < 0
                || ppm.compareTo(BigDecimal.valueOf(100_000)) > 0
                || ppm.stripTrailingZeros().scale() > 0) {
            throw UserError.usage(
                    option + " is " + bps.toPlainString() + ", expected 0 to 1000 with at most two decimals");
        }
        return ppm.intValueExact();
    }
}
