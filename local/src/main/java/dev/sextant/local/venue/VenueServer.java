package dev.sextant.local.venue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.journal.Journal;
import dev.sextant.local.venue.play.BookChecks;
import dev.sextant.local.venue.play.MarketFacts;
import dev.sextant.local.venue.play.MarketPlayer;
import dev.sextant.local.venue.play.PlayPlan;
import dev.sextant.local.venue.play.PlayState;
import dev.sextant.local.venue.play.PlayedMarket;
import dev.sextant.local.venue.play.TapeSpan;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.rest.RestApi;
import dev.sextant.local.venue.rest.RestServer;
import dev.sextant.local.venue.stream.StreamServer;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.venues.sim.SimSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A venue on the loopback interface. Adapters can't tell it from the exchange by anything but its address. Two ports: one
 * for REST, one for WebSockets. The play waits until somebody listens to both {@code aggTrade} and {@code markPrice@1s}.
 */
public final class VenueServer implements PaperVenue {

    private final PlayedMarket market;
    private final TapeSpan span;
    private final VenueServerConfig config;
    private final Journal journal;
    private final VenueCore core;
    private final StreamServer streams;
    private final MarketPlayer player;
    private final RestServer rest;

    private VenueServer(VenueServerConfig config, PlayedMarket market) throws IOException {
        this.config = config;
        this.market = market;
        this.span = market.span();
        Map<Symbol, MarketFacts> facts = market.facts();
        SimSettings settings = config.account()
                .apply(SimSettings.standard(
                        facts.values().stream().map(MarketFacts::instrument).toList()));
        // The three know each other: streams wake the player, the player moves the core, the core reports to streams.
        AtomicReference<VenueCore> coreRef = new AtomicReference<>();
        AtomicReference<MarketPlayer> playerRef = new AtomicReference<>();
        this.streams = new StreamServer(
                config.connections(),
                config.faults(),
                facts,
                () -> coreRef.get().nowMs(),
                () -> {
                    MarketPlayer awake = playerRef.get();
                    if (awake != null) {
                        awake.audienceChanged();
                    }
                });
        this.journal = journal(config, market, settings);
        this.core = new VenueCore(settings, span.firstMs(), streams.userFeed(), journal);
        coreRef.set(core);
        PlayPlan plan = new PlayPlan(
                span,
                config.startAtMs().orElse(span.firstMs()),
                journal.past(),
                config.speed(),
                config.pacer(),
                config.onFinished());
        this.player = new MarketPlayer(plan, market.stage(core, streams.publisher()), core, streams.publisher());
        playerRef.set(player);
        this.rest = RestApi.server(
                facts, core, streams, settings, config.limits(), config.apiKey(), config.faults(), this::description);
    }

    private static Journal journal(VenueServerConfig config, PlayedMarket market, SimSettings settings)
            throws IOException {
        Path file = config.journal().orElse(null);
        if (file == null) {
            return Journal.none();
        }
        String play = market.identity() + ", wallet " + E8.print(settings.walletE8()) + ", leverage "
                + settings.leverage() + ", latency " + settings.latency();
        return config.startAtMs().isPresent() ? Journal.resume(file, play) : Journal.create(file, play);
    }

    /**
     * Reads the capture or makes up the history, and opens both ports.
     *
     * @throws IOException when the capture can't be read or a port can't be opened
     * @throws IllegalArgumentException when the capture isn't one, naming file, line and field
     */
    public static VenueServer start(VenueServerConfig config) throws IOException, InterruptedException {
        VenueServer server = new VenueServer(config, config.programme().market());
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

    /** See {@link MarketPlayer#pause(Duration)}. */
    public void pause(Duration patience) throws InterruptedException {
        player.pause(patience);
    }

    /** Lets a paused market go on. */
    public void resume() {
        player.resume();
    }

    /** What {@code GET /sextant/v1/venue} answers. */
    @Override
    public ObjectNode description() {
        ObjectNode json = Json.object().put("live", false);
        market.describe(json);
        BookChecks checks = player.bookChecks();
        return json.put("position_ms", positionMs())
                .put("first_ms", span.firstMs())
                .put("last_ms", span.lastMs())
                .put("state", state().name())
                .put("speed", config.speed().toString())
                .put("book_checks", checks.made())
                .put("book_mismatches", checks.failed());
    }

    /** Aggregate trades that have been told up to {@link #positionMs}, since the market's beginning. */
    public long playedTrades() {
        return market.playedTrades(positionMs());
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
