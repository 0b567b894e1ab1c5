package dev.sextant.local.desk;

import dev.sextant.backtest.arb.PlayedBooks;
import dev.sextant.domain.plan.CyclePlan.Lane;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.config.ConfigException;
import dev.sextant.ingest.config.KrakenVariables;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.local.arb.BookSource;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.follow.CapturedBooks;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.venues.binance.mode.TradingMode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kraken's books beside the desk's market, watched for triangles by the ingest or by whoever trades them on paper. They are
 * made up or recorded and go at real time, whatever the speed of the other, or they are Kraken's own: to be traded on paper they are
 * relayed by a venue on loopback, whose orders take from them.
 */
final class KrakenSide implements AutoCloseable {

    /** Of the made-up books beside a capture. */
    private static final long SEED = 7;

    /** How long Kraken may take to tell its pairs. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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

    private static final String ACCOUNT_VARIABLE = "SEXTANT_TRIANGLES_ACCOUNT";

    private final Map<String, String> settings;
    private final String announcement;
    private final @Nullable BookSource source;
    private final boolean traded;
    private final CountDownLatch finished;

    private KrakenSide(Map<String, String> settings, String announcement, @Nullable BookSource source, boolean traded) {
        this(settings, announcement, source, traded, new CountDownLatch(1));
    }

    private KrakenSide(
            Map<String, String> settings,
            String announcement,
            @Nullable BookSource source,
            boolean traded,
            CountDownLatch finished) {
        this.finished = finished;
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

    /** Whether Binance's market is played, not real: also beside Kraken's real books alone, where it stands still. */
    static boolean isMarketPlayed(DeskOptions options) {
        return isPlayed(options) || (isPaper(options) && Venues.of(options) == Venues.KRAKEN);
    }

    /** Whether the desk's markets are played, not real. */
    private static boolean isPlayed(DeskOptions options) {
        boolean live = options.synthetic() == null
                && Boolean.parseBoolean(options.settings().text(Key.LIVE));
        return isPaper(options) && !live;
    }

    private static boolean isPaper(DeskOptions options) {
        return TradingMode.of(options.settings().text(Key.MODE)) == TradingMode.PAPER;
    }

    /**
     * Checks what can be checked before anything is started.
     *
     * @throws DeskException naming what is wrong
     */
    static void check(DeskOptions options) {
        if (Venues.of(options) == Venues.KRAKEN && !isPaper(options)) {
            throw new DeskException(
                    "desk.venue is 'kraken' in mode "
                            + options.settings().text(Key.MODE)
                            + ", which trades at Binance: expected binance or both",
                    null);
        }
        if (Venues.of(options) != Venues.BINANCE && !isPlayed(options) && isRecorded(options)) {
            throw new DeskException(
                    "kraken.capture is '" + options.settings().text(Key.KRAKEN_CAPTURE)
                            + "' beside a real market, where Kraken's own books are followed: expected made-up",
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
    static KrakenSide open(DeskOptions options, StateFolder state) throws InterruptedException {
        if (Venues.of(options) == Venues.BINANCE) {
            return new KrakenSide(Map.of(), "", null, false);
        }
        boolean traded =
                isPaper(options) && Boolean.parseBoolean(options.settings().text(Key.KRAKEN_TRADE));
        if (!isPlayed(options)) {
            URI address = URI.create(options.settings().text(Key.KRAKEN_WS_URL));
            return traded ? relay(options, address, state) : watch(options, address);
        }
        return isRecorded(options) ? play(options, state, traded) : makeUp(options, state, traded);
    }

    private static KrakenSide watch(DeskOptions options, URI address) {
        return new KrakenSide(
                environment(options, address), "triangles on Kraken at " + address.getHost(), null, false);
    }

    private static KrakenSide relay(DeskOptions options, URI address, StateFolder state) throws InterruptedException {
        TriangleCursor cursor = TriangleCursor.of(state, "Kraken's own books at " + address.getAuthority());
        try {
            BookSource source = BookSource.relayed(
                    address, watched(environment(options, address)).feed(), PATIENCE);
            cursor.moveTo(0);
            return new KrakenSide(
                    traded(options, environment(options, source.address())),
                    "triangles on Kraken at " + address.getHost() + ", traded on paper",
                    source,
                    true);
        } catch (VenueUnavailableException e) {
            throw new DeskException(e.getMessage() + "; --venue binance leaves it out", e);
        }
    }

    private static KrakenSide makeUp(DeskOptions options, StateFolder state, boolean traded)
            throws InterruptedException {
        long seed = options.synthetic() == null ? SEED : options.synthetic().seed();
        String books = "a made-up Kraken market, seed " + seed;
        TriangleCursor.of(state, books).moveTo(0);
        BookSource source = BookSource.madeUp(seed);
        Map<String, String> environment = environment(options, source.address());
        environment.put("SEXTANT_KRAKEN_SYNTHETIC", "true");
        return new KrakenSide(
                traded ? traded(options, environment) : environment,
                "triangles in " + books + ", at real time",
                source,
                traded);
    }

    private static KrakenSide play(DeskOptions options, StateFolder state, boolean traded) throws InterruptedException {
        String files = options.settings().paths(Key.KRAKEN_CAPTURE, options.home()).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
        TriangleCursor cursor = TriangleCursor.of(state, "recorded books, " + files);
        try {
            CapturedBooks books = new CapturedBooks(new PlayedBooks(recorded(options)), cursor.positionMs());
            BookSource source = BookSource.played(books, cursor::moveTo);
            Map<String, String> environment = environment(options, source.address());
            return new KrakenSide(
                    traded ? traded(options, environment) : environment,
                    "triangles in recorded books, " + files + ", at real time",
                    source,
                    traded,
                    books.finished());
        } catch (RecordingException e) {
            throw new DeskException("kraken.capture can't be played: " + e.getMessage(), e);
        }
    }

    private static List<BookFile> recorded(DeskOptions options) throws RecordingException {
        List<BookFile> files = new ArrayList<>();
        for (Path file : options.settings().paths(Key.KRAKEN_CAPTURE, options.home())) {
            files.add(BookFile.open(file, null));
        }
        return files;
    }

    private static boolean isRecorded(DeskOptions options) {
        return !options.settings().text(Key.KRAKEN_CAPTURE).equals(Settings.MADE_UP);
    }

    private static Map<String, String> environment(DeskOptions options, URI address) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SEXTANT_KRAKEN_WS_URL", address.toString());
        VARIABLES.forEach(
                (key, variable) -> environment.put(variable, options.settings().text(key)));
        return environment;
    }

    /** Tells the ingest for whom it frames what it sees, where the functions trade it. */
    private static Map<String, String> traded(DeskOptions options, Map<String, String> environment) {
        if (options.settings().text(Key.KRAKEN_LANE).equals("stream")) {
            environment.put(
                    ACCOUNT_VARIABLE,
                    TriangleAccount.beside(DeskAccount.of(options.settings()))
                            .name()
                            .name());
            environment.put("SEXTANT_TRIANGLES_CURRENCY", TriangleAccount.CURRENCY);
        }
        return environment;
    }

    /** Through which lane triangles are traded, if they are. */
    Lane lane() {
        return settings.containsKey(ACCOUNT_VARIABLE) ? Lane.STREAM : Lane.DIRECT;
    }

    /** What the ingest must be told; nothing when no books are watched, or by the direct lane. */
    Map<String, String> ingestSettings() {
        return traded && lane() == Lane.DIRECT ? Map.of() : settings;
    }

    /** The venue on loopback that triangles are traded at, if they are. */
    Optional<KrakenVenueServer> tradedVenue() {
        return traded && source != null ? source.venue() : Optional.empty();
    }

    /** What is watched; only where books are. */
    WatchSettings watched() {
        return watched(settings);
    }

    private static WatchSettings watched(Map<String, String> settings) {
        try {
            return KrakenVariables.of(settings).orElseThrow();
        } catch (ConfigException e) {
            throw new IllegalStateException("the settings of Kraken's books were checked before", e);
        }
    }

    /** Reaches 0 when books that were recorded have been played to their end. */
    CountDownLatch finished() {
        return finished;
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
