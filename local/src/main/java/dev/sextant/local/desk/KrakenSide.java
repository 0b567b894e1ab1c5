package dev.sextant.local.desk;

import dev.sextant.ingest.config.ConfigException;
import dev.sextant.ingest.config.KrakenVariables;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.local.arb.BookSource;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.venues.binance.mode.TradingMode;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Kraken's books beside the desk's market, watched by the ingest for triangles. Beside a market that is played they are
 * made up and go at real time, whatever the speed of the other; beside a real one they are Kraken's own.
 */
final class KrakenSide implements AutoCloseable {

    /** Of the made-up books beside a capture. */
    private static final long SEED = 7;

    /** Which variable tells the ingest which setting. */
    private static final Map<Key, String> VARIABLES = new EnumMap<>(Map.ofEntries(
            Map.entry(Key.KRAKEN_ASSETS, "SEXTANT_KRAKEN_ASSETS"),
            Map.entry(Key.KRAKEN_STARTS, "SEXTANT_KRAKEN_STARTS"),
            Map.entry(Key.KRAKEN_DEPTH, "SEXTANT_KRAKEN_DEPTH"),
            Map.entry(Key.KRAKEN_LEGS, "SEXTANT_KRAKEN_LEGS"),
            Map.entry(Key.KRAKEN_FEE_BPS, "SEXTANT_KRAKEN_FEE_BPS"),
            Map.entry(Key.KRAKEN_BUFFER_BPS, "SEXTANT_KRAKEN_BUFFER_BPS"),
            Map.entry(Key.KRAKEN_MAX_EDGE_BPS, "SEXTANT_KRAKEN_MAX_EDGE_BPS"),
            Map.entry(Key.KRAKEN_HAIRCUT_BPS, "SEXTANT_KRAKEN_HAIRCUT_BPS"),
            Map.entry(Key.KRAKEN_MAX_NOTIONAL, "SEXTANT_KRAKEN_MAX_NOTIONAL"),
            Map.entry(Key.KRAKEN_NEWS, "SEXTANT_KRAKEN_NEWS"),
            Map.entry(Key.KRAKEN_STALE_MS, "SEXTANT_KRAKEN_STALE_MS")));

    private final Map<String, String> settings;
    private final String announcement;
    private final @Nullable BookSource source;
    private final boolean traded;

    private KrakenSide(Map<String, String> settings, String announcement, @Nullable BookSource source, boolean traded) {
        this.settings = Map.copyOf(settings);
        this.traded = traded;
        this.announcement = announcement;
        this.source = source;
    }

    /** Which venues' markets a desk follows. */
    enum Venues {
        BINANCE,
        KRAKEN,
        BOTH;

        /** What is in force: {@code auto} is both beside a market that is played, and Binance alone beside a real one. */
        static Venues of(DeskOptions options) {
            return switch (options.settings().text(Key.VENUE)) {
                case "binance" -> BINANCE;
                case "kraken" -> KRAKEN;
                case "both" -> BOTH;
                default -> isPlayed(options) ? BOTH : BINANCE;
            };
        }
    }

    /** Whether the desk's market is played, not real. */
    static boolean isPlayed(DeskOptions options) {
        Settings settings = options.settings();
        boolean live = options.synthetic() == null && Boolean.parseBoolean(settings.text(Key.LIVE));
        return TradingMode.of(settings.text(Key.MODE)) == TradingMode.PAPER && !live;
    }

    /**
     * Checks what can be checked before anything is started.
     *
     * @throws DeskException naming what is wrong
     */
    static void check(DeskOptions options) {
        if (Venues.of(options) == Venues.KRAKEN && !isPlayed(options)) {
            throw new DeskException(
                    "desk.venue is 'kraken' beside a real market, which goes on and is traded: expected binance or both",
                    null);
        }
        try {
            KrakenVariables.check(
                    environment(options, URI.create(options.settings().text(Key.KRAKEN_WS_URL))));
        } catch (ConfigException e) {
            throw new DeskException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Opens the books, if they are wanted. */
    static KrakenSide open(DeskOptions options) throws InterruptedException {
        if (Venues.of(options) == Venues.BINANCE) {
            return new KrakenSide(Map.of(), "", null, false);
        }
        if (!isPlayed(options)) {
            URI address = URI.create(options.settings().text(Key.KRAKEN_WS_URL));
            return new KrakenSide(
                    environment(options, address), "triangles on Kraken at " + address.getHost(), null, false);
        }
        long seed = options.synthetic() == null ? SEED : options.synthetic().seed();
        BookSource source = BookSource.madeUp(seed);
        Map<String, String> environment = environment(options, source.address());
        environment.put("SEXTANT_KRAKEN_SYNTHETIC", "true");
        return new KrakenSide(
                environment,
                "triangles in a made-up Kraken market, seed " + seed + ", at real time",
                source,
                Boolean.parseBoolean(options.settings().text(Key.KRAKEN_TRADE)));
    }

    private static Map<String, String> environment(DeskOptions options, URI address) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SEXTANT_KRAKEN_WS_URL", address.toString());
        VARIABLES.forEach(
                (key, variable) -> environment.put(variable, options.settings().text(key)));
        return environment;
    }

    /** What the ingest must be told; nothing when no books are watched, or by whoever trades on them. */
    Map<String, String> ingestSettings() {
        return traded ? Map.of() : settings;
    }

    /** The made-up venue that triangles are traded at, if they are. */
    Optional<KrakenVenueServer> tradedVenue() {
        return traded && source != null ? source.madeUpVenue() : Optional.empty();
    }

    /** What is watched; only where books are. */
    WatchSettings watched() {
        try {
            return KrakenVariables.of(settings).orElseThrow();
        } catch (ConfigException e) {
            throw new IllegalStateException("the settings of Kraken's books were checked before", e);
        }
    }

    /** One line for the terminal, or an empty one. */
    String announcement() {
        return announcement;
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
    }
}
