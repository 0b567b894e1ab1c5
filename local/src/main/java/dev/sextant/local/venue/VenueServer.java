package dev.sextant.local.venue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.capture.Capture;
import dev.sextant.local.venue.capture.CaptureReader;
import dev.sextant.local.venue.capture.SymbolTape;
import dev.sextant.local.venue.journal.Journal;
import dev.sextant.local.venue.play.BookChecks;
import dev.sextant.local.venue.play.CapturePlayer;
import dev.sextant.local.venue.play.MarketFacts;
import dev.sextant.local.venue.play.PlayPlan;
import dev.sextant.local.venue.play.PlayState;
import dev.sextant.local.venue.play.TapeSpan;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.rest.RestApi;
import dev.sextant.local.venue.rest.RestServer;
import dev.sextant.local.venue.stream.StreamServer;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.instrument.Instrument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;

/**
 * A venue on the loopback interface. Adapters can't tell it from the exchange by anything but its address. Two ports: one
 * for REST, one for WebSockets. The play waits until somebody listens to both {@code aggTrade} and {@code markPrice@1s}.
 */
public final class VenueServer implements PaperVenue {

    private static final List<String> SYNTHETIC_INPUTS = List.of(
            "mark_price",
            "index_price",
            "funding_rate",
            "open_interest_hist",
            "long_short_ratio",
            "top_trader_position",
            "liquidation",
            "coinbase_premium");

    private final Capture capture;
    private final TapeSpan span;
    private final VenueServerConfig config;
    private final Journal journal;
    private final VenueCore core;
    private final StreamServer streams;
    private final CapturePlayer player;
    private final RestServer rest;

    private VenueServer(VenueServerConfig config, Capture capture) throws IOException {
        this.config = config;
        this.capture = capture;
        this.span = TapeSpan.of(capture.tapes());
        Map<Symbol, MarketFacts> facts = facts(capture, config.seed());
        SimSettings settings = config.account()
                .apply(SimSettings.standard(
                        facts.values().stream().map(MarketFacts::instrument).toList()));
        // The three know each other: streams wake the player, the player moves the core, the core reports to streams.
        AtomicReference<VenueCore> coreRef = new AtomicReference<>();
        AtomicReference<CapturePlayer> playerRef = new AtomicReference<>();
        this.streams = new StreamServer(
                config.connections(),
                config.faults(),
                facts,
                () -> coreRef.get().nowMs(),
                () -> {
                    CapturePlayer awake = playerRef.get();
                    if (awake != null) {
                        awake.audienceChanged();
                    }
                });
        this.journal = journal(config, capture, settings);
        this.core = new VenueCore(settings, span.firstMs(), streams.userFeed(), journal);
        coreRef.set(core);
        PlayPlan plan = new PlayPlan(
                span,
                config.startAtMs().orElse(span.firstMs()),
                journal.past(),
                config.speed(),
                config.pacer(),
                config.onFinished());
        this.player = new CapturePlayer(plan, List.copyOf(facts.values()), core, streams.publisher());
        playerRef.set(player);
        this.rest = RestApi.server(
                facts, core, streams, settings, config.limits(), config.apiKey(), config.faults(), this::description);
    }

    private static Journal journal(VenueServerConfig config, Capture capture, SimSettings settings) throws IOException {
        Path file = config.journal().orElse(null);
        if (file == null) {
            return Journal.none();
        }
        String play = "capture " + capture.name() + ", seed " + config.seed() + ", wallet "
                + E8.print(settings.walletE8()) + ", leverage " + settings.leverage();
        return config.startAtMs().isPresent() ? Journal.resume(file, play) : Journal.create(file, play);
    }

    private static Map<Symbol, MarketFacts> facts(Capture capture, long seed) {
        Map<Symbol, MarketFacts> facts = new TreeMap<>();
        for (SymbolTape tape : capture.tapes()) {
            facts.put(tape.symbol(), new MarketFacts(instrument(tape), tape, seed));
        }
        return facts;
    }

    private static Instrument instrument(SymbolTape tape) {
        Instrument btc = Instrument.btcUsdt();
        return tape.symbol().equals(btc.symbol())
                ? btc
                : Instrument.usdtPerpetual(tape.symbol(), tape.priceDecimals(), tape.quantityDecimals());
    }

    /**
     * Reads the capture and opens both ports.
     *
     * @throws IOException when the capture can't be read or a port can't be opened
     * @throws IllegalArgumentException when the capture isn't one, naming file, line and field
     */
    public static VenueServer start(VenueServerConfig config) throws IOException, InterruptedException {
        VenueServer server = new VenueServer(config, CaptureReader.read(config.capture()));
        server.streams.open();
        server.rest.open();
        server.player.start();
        return server;
    }

    /** {@code http://127.0.0.1:port}, the base of {@code /fapi}. */
    @Override
    public URI httpUri() {
        return rest.uri();
    }

    /** {@code ws://127.0.0.1:port}, the base of {@code /public}, {@code /market} and {@code /private}. */
    @Override
    public URI wsUri() {
        return streams.uri();
    }

    /** Event time of the market. It moves in steps, from event to event, and stands when the market does. */
    @Override
    public EpochClock marketClock() {
        return core::nowMs;
    }

    /** Up to which event time everything has been handed out: what {@code startAtMs} resumes at. */
    public long positionMs() {
        return player.positionMs();
    }

    public PlayState state() {
        return player.state();
    }

    /** Whether somebody listens to both {@code aggTrade} and {@code markPrice@1s} of a symbol. */
    public boolean hasAudience() {
        return player.hasAudience();
    }

    /** Stops the market where it is. */
    public void pause() {
        player.pause();
    }

    /** Lets a paused market go on. */
    public void resume() {
        player.resume();
    }

    /** What {@code GET /sextant/v1/venue} answers. */
    @Override
    public ObjectNode description() {
        ObjectNode json = Json.object().put("live", false).put("capture", capture.name());
        capture.tapes()
                .forEach(tape -> json.withArray("symbols").add(tape.symbol().name()));
        SYNTHETIC_INPUTS.forEach(json.withArray("synthetic_inputs")::add);
        BookChecks checks = player.bookChecks();
        return json.put("position_ms", positionMs())
                .put("first_ms", span.firstMs())
                .put("last_ms", span.lastMs())
                .put("state", state().name())
                .put("speed", config.speed().toString())
                .put("trades_total", total(tape -> tape.aggTrades().size()))
                .put("raw_trades_total", total(tape -> tape.trades().size()))
                .put("book_checks", checks.made())
                .put("book_mismatches", checks.failed());
    }

    private int total(ToIntFunction<SymbolTape> count) {
        return capture.tapes().stream().mapToInt(count).sum();
    }

    /** Aggregate trades that have happened up to {@link #positionMs}, since the capture's beginning. */
    public long playedTrades() {
        long untilMs = positionMs();
        return capture.tapes().stream()
                .flatMap(tape -> tape.aggTrades().stream())
                .filter(trade -> trade.eventTimeMs() <= untilMs)
                .count();
    }

    /** Stops the play and closes both ports. */
    @Override
    public void close() {
        player.close();
        rest.close();
        streams.close();
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the venue's journal can't be closed", e);
        }
    }
}
