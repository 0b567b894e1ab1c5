package dev.sextant.backtest.sweep;

import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.backtest.arb.ArbSettings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What may be varied, by the name of the replay's option. */
public enum Parameter {
    /** What must be earned beyond fees, basis points. */
    BUFFER_BPS("buffer-bps", Kind.BPS),
    /** The most to begin with, in the start asset. */
    MAX_NOTIONAL("max-notional", Kind.AMOUNT),
    /** How old the news of a leg may be, milliseconds. */
    STALE_MS("stale-ms", Kind.AGE_MS),
    /** Best prices that pay more are not believed, basis points. */
    MAX_EDGE_BPS("max-edge-bps", Kind.EDGE_BPS),
    /** The most that may be lost, in the start asset. */
    MAX_LOSS("max-loss", Kind.LOSS),
    /** How much worse prices may be when it has to be sold back, basis points; it counts only with a most loss. */
    HAIRCUT_BPS("haircut-bps", Kind.BPS),
    /** The most legs of a cycle. */
    LEGS("legs", Kind.LEGS),
    /** How long after what it waits for each leg meets the market, milliseconds. */
    LATENCY_MS("latency-ms", Kind.LATENCY_MS),
    /** The taker's fee, basis points. */
    FEE_BPS("fee-bps", Kind.BPS);

    /** Which numbers a parameter may be. */
    private enum Kind {
        BPS("0 to 1000 with at most two decimals", 0, 1000, 2),
        EDGE_BPS("0.01 to 1000 with at most two decimals", 0.01, 1000, 2),
        AMOUNT("above 0, at most 1e12, with at most eight decimals", 1e-8, 1e12, 8),
        LOSS("0 to 1e12 with at most eight decimals", 0, 1e12, 8),
        AGE_MS("1 to 86400000 milliseconds, a whole number", 1, 86_400_000, 0),
        LATENCY_MS("0 to 60000 milliseconds, a whole number", 0, 60_000, 0),
        LEGS("3 or 4", 3, 4, 0);

        private final String expected;
        private final BigDecimal least;
        private final BigDecimal most;
        private final int decimals;

        Kind(String expected, double least, double most, int decimals) {
            this.expected = expected;
            this.least = BigDecimal.valueOf(least);
            this.most = BigDecimal.valueOf(most);
            this.decimals = decimals;
        }
    }

    /** How many characters a number may have: a longer one is none that anybody means. */
    private static final int LONGEST = 24;

    private final String word;
    private final Kind kind;

    Parameter(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** The name users know it by. */
    public String word() {
        return word;
    }

    /** Which numbers it may be, in words. */
    public String expected() {
        return kind.expected;
    }

    /** Whether it is what the market does to us and nothing that can be chosen. */
    public boolean isCondition() {
        return this == LATENCY_MS || this == FEE_BPS;
    }

    /**
     * The parameter of this name.
     *
     * @throws IllegalArgumentException naming all there are
     */
    public static Parameter of(String word) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("parameter '" + word + "', expected one of "
                        + Arrays.stream(values()).map(Parameter::word).collect(Collectors.joining(", "))));
    }

    /**
     * A value of it, without needless zeros.
     *
     * @throws IllegalArgumentException naming parameter, value and what would be right
     */
    public BigDecimal value(String text) {
        try {
            BigDecimal value = new BigDecimal(text.length() > LONGEST ? "" : text).stripTrailingZeros();
            if (value.compareTo(kind.least) >= 0 && value.compareTo(kind.most) <= 0 && value.scale() <= kind.decimals) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(word + " is '" + text + "', expected " + kind.expected);
    }

    /** These settings with another value of it. */
    public ArbSettings in(ArbSettings settings, BigDecimal value) {
        DetectorLimits limits = settings.limits();
        ArbSettings.Unwind unwind = settings.unwind();
        return switch (this) {
            case BUFFER_BPS ->
                limited(settings, ppm(value), limits.maxEdgePpm(), limits.staleMs(), limits.maxNotional());
            case MAX_EDGE_BPS ->
                limited(settings, limits.bufferPpm(), ppm(value), limits.staleMs(), limits.maxNotional());
            case STALE_MS ->
                limited(
                        settings,
                        limits.bufferPpm(),
                        limits.maxEdgePpm(),
                        value.longValueExact(),
                        limits.maxNotional());
            case MAX_NOTIONAL ->
                limited(settings, limits.bufferPpm(), limits.maxEdgePpm(), limits.staleMs(), value.doubleValue());
            case MAX_LOSS -> unwound(settings, new ArbSettings.Unwind(unwind.haircutPpm(), value.doubleValue()));
            case HAIRCUT_BPS -> unwound(settings, new ArbSettings.Unwind(ppm(value), unwind.maxLoss()));
            case LEGS -> with(settings, settings.feePpm(), value.intValueExact(), settings.latencyMs());
            case LATENCY_MS ->
                with(settings, settings.feePpm(), settings.mostLegs(), OptionalLong.of(value.longValueExact()));
            case FEE_BPS -> with(settings, ppm(value), settings.mostLegs(), settings.latencyMs());
        };
    }

    /** What these settings have for it; none where nothing limits the loss. */
    public Optional<BigDecimal> of(ArbSettings settings) {
        DetectorLimits limits = settings.limits();
        return switch (this) {
            case BUFFER_BPS -> bps(limits.bufferPpm());
            case MAX_EDGE_BPS -> bps(limits.maxEdgePpm());
            case STALE_MS -> Optional.of(BigDecimal.valueOf(limits.staleMs()));
            case MAX_NOTIONAL -> Optional.of(BigDecimal.valueOf(limits.maxNotional()));
            case MAX_LOSS ->
                Optional.of(settings.unwind().maxLoss())
                        .filter(Double::isFinite)
                        .map(BigDecimal::valueOf);
            case HAIRCUT_BPS -> bps(settings.unwind().haircutPpm());
            case LEGS -> Optional.of(BigDecimal.valueOf(settings.mostLegs()));
            case LATENCY_MS ->
                settings.latencyMs().stream().mapToObj(BigDecimal::valueOf).findFirst();
            case FEE_BPS -> bps(settings.feePpm());
        };
    }

    private static Optional<BigDecimal> bps(int ppm) {
        return Optional.of(BigDecimal.valueOf(ppm, 2));
    }

    private static int ppm(BigDecimal bps) {
        return bps.movePointRight(2).intValueExact();
    }

    private static ArbSettings limited(ArbSettings from, int bufferPpm, int maxEdgePpm, long staleMs, double most) {
        return new ArbSettings(
                from.feePpm(),
                new DetectorLimits(bufferPpm, maxEdgePpm, staleMs, most),
                from.starts(),
                from.mostLegs(),
                from.traceEdges(),
                from.unwind(),
                from.latencyMs());
    }

    private static ArbSettings unwound(ArbSettings from, ArbSettings.Unwind unwind) {
        return new ArbSettings(
                from.feePpm(),
                from.limits(),
                from.starts(),
                from.mostLegs(),
                from.traceEdges(),
                unwind,
                from.latencyMs());
    }

    private static ArbSettings with(ArbSettings from, int feePpm, int legs, OptionalLong latencyMs) {
        return new ArbSettings(feePpm, from.limits(), from.starts(), legs, from.traceEdges(), from.unwind(), latencyMs);
    }
}
