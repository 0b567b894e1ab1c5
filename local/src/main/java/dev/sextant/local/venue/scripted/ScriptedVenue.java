package dev.sextant.local.venue.scripted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.PaperVenue;
import dev.sextant.local.venue.journal.Journal;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.rest.OrderGate;
import dev.sextant.local.venue.rest.RestApi;
import dev.sextant.local.venue.rest.RestServer;
import dev.sextant.local.venue.stream.StreamServer;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.VenueQueries;
import dev.sextant.venues.sim.book.Levels;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.event.VenueEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The venue server with a market that stands until its owner moves it: the orders' half of REST and the private stream, as
 * any adapter meets them. An order reaches the book at once. What happened at the venue is kept in order, for whoever
 * compares it with what a desk believes.
 */
public final class ScriptedVenue implements PaperVenue {

    private final Symbol symbol;
    private final StreamServer streams;
    private final VenueCore core;
    private final RestServer rest;
    private final ExchangeActs acts;
    private final List<VenueEvent> happened = new CopyOnWriteArrayList<>();
    private long bookUpdates = 1;

    private ScriptedVenue(ScriptedVenueConfig config) throws IOException {
        Instrument instrument = config.instrument();
        this.symbol = instrument.symbol();
        AtomicReference<VenueCore> coreRef = new AtomicReference<>();
        Map<Symbol, Listed> listed = Map.of(symbol, new ScriptedListing(symbol, coreRef::get));
        SimSettings settings = config.account().apply(SimSettings.standard(List.of(instrument)));
        this.streams = new StreamServer(
                config.connections(),
                config.faults(),
                listed,
                () -> coreRef.get().nowMs(),
                () -> {});
        this.core = new VenueCore(
                settings,
                config.startMs(),
                (event, deliveredAtMs) -> {
                    happened.add(event);
                    streams.userFeed().onEvent(event, deliveredAtMs);
                },
                Journal.none());
        coreRef.set(core);
        this.acts = new ExchangeActs(core);
        this.rest = RestApi.ordersOnly(
                listed,
                core,
                streams,
                settings,
                config.apiKey(),
                OrderGate.open(),
                config.limits(),
                config.faults(),
                this::description);
    }

    /** Opens both ports; there is no book and no price yet. */
    public static ScriptedVenue start(ScriptedVenueConfig config) throws IOException, InterruptedException {
        ScriptedVenue venue = new ScriptedVenue(config);
        venue.streams.open();
        venue.rest.open();
        return venue;
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

    /** Lets event time pass. */
    public void advance(long ms) {
        core.stand(core.nowMs() + ms);
    }

    /** Replaces the book: one level a side. Units of 10⁻⁸. */
    public void quote(long bidE8, long askE8, long qtyE8) {
        book(Levels.of(bidE8, qtyE8), Levels.of(askE8, qtyE8));
    }

    /** Replaces the book. */
    public void book(Levels bids, Levels asks) {
        long nowMs = core.nowMs();
        tell(new MarketEvent.Snapshot(symbol, bookUpdates++, bids, asks, nowMs, nowMs));
    }

    /** Others trade: what rests at that price or beyond may fill, conditional orders may trigger. Units of 10⁻⁸. */
    public void trade(long priceE8, long qtyE8, boolean takerSold) {
        tell(new MarketEvent.Trade(symbol, priceE8, qtyE8, takerSold, core.nowMs()));
    }

    /** A mark price, units of 10⁻⁸. */
    public void mark(long priceE8) {
        tell(new MarketEvent.Mark(symbol, priceE8, core.nowMs()));
    }

    private void tell(MarketEvent event) {
        core.step(core.nowMs(), () -> core.onMarket(event));
        core.stand(core.nowMs());
    }

    /** What the exchange does of its own accord. */
    public ExchangeActs acts() {
        return acts;
    }

    /** Reads the venue's state at one moment. */
    public <R> R query(Function<VenueQueries, R> question) {
        return core.query(question);
    }

    /** Everything that changed the account, in order. */
    public List<VenueEvent> happened() {
        return List.copyOf(happened);
    }

    @Override
    public ObjectNode description() {
        ObjectNode json = Json.object().put("live", false).put("state", "SCRIPTED");
        json.putArray("symbols").add(symbol.name());
        return json.put("wallet", E8.print(core.query(VenueQueries::walletE8))).put("market_time_ms", core.nowMs());
    }

    @Override
    public void close() {
        rest.close();
        streams.close();
    }
}
