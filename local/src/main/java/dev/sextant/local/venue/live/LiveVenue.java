package dev.sextant.local.venue.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.PaperVenue;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.play.Wall;
import dev.sextant.local.venue.rest.RestApi;
import dev.sextant.local.venue.rest.RestServer;
import dev.sextant.local.venue.stream.ConnectionRules;
import dev.sextant.local.venue.stream.StreamServer;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.venues.binance.market.socket.BinanceMarketSocket;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.VenueReadException;
import dev.sextant.venues.sim.AccountState;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.SimulatedVenue;
import dev.sextant.venues.sim.instrument.Instrument;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The venue for paper orders on a real market: public data come from the exchange, orders are matched here and never leave
 * this machine. It speaks Binance's signed REST and private stream like the venue that plays captures; market data are not
 * served again, whoever wants them asks the exchange.
 */
public final class LiveVenue implements PaperVenue {

    /** How many finished orders, and fills, a restart remembers. */
    private static final int RECENT = 500;

    private static final long LOOK_MS = 20;
    private static final long CHECK_MS = 50;
    private static final long READY_WITHIN_MS = 20_000;

    private final LiveVenueConfig config;
    private final Upstream upstream;
    private final AccountFile file;
    private final ExchangeClock clock;
    private final StreamServer streams;
    private final VenueCore core;
    private final LiveMarket market;
    private final RouteFeed trades;
    private final RouteFeed book;
    private final Freshness freshness;
    private final List<BinanceMarketSocket> sockets;
    private final Watch watch;
    private final RestServer rest;
    private final MarketClockHand clockHand;
    private final Heartbeat socketChecks;

    private LiveVenue(LiveVenueConfig config, Upstream upstream, Instrument instrument, ExchangeClock clock)
            throws IOException {
        this.config = config;
        this.upstream = upstream;
        this.clock = clock;
        this.file = new AccountFile(config.accountFile());
        MonotonicClock stopwatch = MonotonicClock.system();
        LiveListing listing = new LiveListing(instrument, new AtomicLong());
        Map<Symbol, LiveListing> listed = Map.of(instrument.symbol(), listing);
        SimSettings settings = config.account().apply(SimSettings.standard(List.of(instrument)));
        this.streams = new StreamServer(ConnectionRules.live(), Faults.none(), listed, clock, () -> {});
        AccountState account = file.load().orElseGet(() -> new SimulatedVenue(settings).account(RECENT));
        this.core = VenueCore.resumed(
                settings, account, clock.nowMs(), streams.userFeed(), venue -> file.save(venue.account(RECENT)));
        this.market = new LiveMarket(listing, core, clock);
        this.trades = new RouteFeed("trade stream", stopwatch, market::onEvent, () -> {}, () -> {});
        this.book =
                new RouteFeed("book stream", stopwatch, market::onEvent, market::onBookReconnect, market::onBookLost);
        this.freshness = new Freshness(List.of(trades, book), market.book(), listing, file, config.staleAfterMs());
        this.sockets = List.of(
                upstream.trades(instrument.symbol(), trades, config.sockets(), stopwatch),
                upstream.book(instrument.symbol(), book, config.sockets(), stopwatch));
        this.socketChecks = new Heartbeat("venue-sockets", CHECK_MS, () -> sockets.forEach(BinanceMarketSocket::check));
        this.clockHand = new MarketClockHand(core, clock, Wall.system());
        this.watch = new Watch(instrument.symbol(), upstream.rest(), market, clock, this::saveAgain, stopwatch);
        this.rest = RestApi.ordersOnly(listed, core, streams, settings, config.apiKey(), freshness, this::description);
    }

    /**
     * Asks the exchange for its rules, restores the account, opens both ports and waits until the market flows.
     *
     * @throws IOException in one line with the address and what to do, when the exchange can't be used
     * @throws IllegalArgumentException when the kept account can't be read
     */
    public static LiveVenue start(LiveVenueConfig config) throws IOException, InterruptedException {
        Upstream upstream = new Upstream(config.exchange());
        try {
            return start(config, upstream);
        } catch (VenueReadException e) {
            upstream.close();
            throw unusable(config, String.valueOf(e.getMessage()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            upstream.close();
            throw e;
        }
    }

    private static LiveVenue start(LiveVenueConfig config, Upstream upstream)
            throws VenueReadException, IOException, InterruptedException {
        Instrument instrument = upstream.rest().exchangeInfo().instruments().stream()
                .filter(filters -> filters.symbol().equals(config.symbol()))
                .findFirst()
                .map(SimInstrument::of)
                .orElseThrow(() -> unusable(config, "it doesn't list " + config.symbol()));
        MonotonicClock stopwatch = MonotonicClock.system();
        ExchangeClock clock = new ExchangeClock(
                stopwatch, Watch.probe(upstream.rest(), stopwatch).measure().offsetMs());
        LiveVenue venue = new LiveVenue(config, upstream, instrument, clock);
        try {
            venue.open();
            venue.awaitMarket(stopwatch);
            // Again, now that the market moves: a stand-in's clock may have waited for somebody to listen.
            venue.watch.measure();
            return venue;
        } catch (VenueReadException | IOException | InterruptedException | RuntimeException e) {
            venue.close();
            throw e;
        }
    }

    private void open() throws InterruptedException {
        streams.open();
        rest.open();
        core.go();
        clockHand.start();
        socketChecks.start();
        watch.start();
    }

    private void awaitMarket(MonotonicClock stopwatch) throws IOException, InterruptedException {
        long untilMs = stopwatch.nowMs() + READY_WITHIN_MS;
        while (freshness.trouble().isPresent()) {
            if (stopwatch.nowMs() > untilMs) {
                throw unusable(
                        config,
                        "its streams at " + config.exchange().webSocket() + " don't flow: "
                                + freshness.trouble().orElse("they began just now"));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }

    private static IOException unusable(LiveVenueConfig config, String why) {
        return new IOException(
                "the exchange at " + config.exchange().rest() + " can't be used: " + why.replaceAll("[.]$", "")
                        + "; check the network, or set live.rest_url and live.ws_url to an exchange in reach");
    }

    private void saveAgain() {
        if (file.failing()) {
            core.saveAccount();
        }
    }

    @Override
    public URI httpUri() {
        return rest.uri();
    }

    @Override
    public URI wsUri() {
        return streams.uri();
    }

    @Override
    public EpochClock marketClock() {
        return core::nowMs;
    }

    /** How far the exchange's clock is ahead of this machine's, by the newest measurement. */
    public long clockOffsetMs() {
        return clock.nowMs() - System.currentTimeMillis();
    }

    @Override
    public ObjectNode description() {
        ObjectNode json = Json.object()
                .put("live", true)
                .put("exchange", config.exchange().rest().toString());
        json.putArray("symbols").add(config.symbol().name());
        json.putArray("synthetic_inputs");
        String trouble = freshness.trouble().orElse(null);
        return json.put("state", trouble == null ? "LIVE" : "STALE")
                .put("trouble", trouble)
                .put("market_time_ms", core.nowMs())
                .put("clock_offset_ms", clockOffsetMs())
                .put("orders_refused", freshness.refused())
                .put("reconnects", trades.losses() + book.losses())
                .put("book_resyncs", market.book().resyncs())
                .put("malformed", trades.malformed() + book.malformed())
                .put("implausible_times", market.implausible());
    }

    /** Lets what is under way arrive, and closes everything. */
    @Override
    public void close() {
        rest.close();
        watch.close();
        socketChecks.close();
        sockets.forEach(BinanceMarketSocket::close);
        clockHand.close();
        core.stand(clock.nowMs());
        streams.close();
        upstream.close();
    }
}
