package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.local.venue.play.MarketFacts;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.stream.StreamServer;
import dev.sextant.venues.sim.SimSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the endpoints together. */
public final class RestApi {

    private RestApi() {}

    /**
     * A REST server that isn't open yet, of a market that is played here.
     *
     * @param status the body of the venue's own status endpoint
     */
    public static RestServer server(
            Map<Symbol, MarketFacts> facts,
            VenueCore core,
            StreamServer streams,
            SimSettings settings,
            LimitRules limits,
            ApiKey apiKey,
            Faults faults,
            Supplier<JsonNode> status)
            throws IOException {
        Symbols<MarketFacts> symbols = new Symbols<>(facts);
        List<Endpoint> endpoints = trading(symbols, core, streams, settings, limits, faults, OrderGate.open());
        endpoints.addAll(new TradeEndpoints(symbols, core::nowMs).endpoints());
        endpoints.addAll(new DerivativesEndpoints(symbols, core::nowMs).endpoints());
        endpoints.addAll(new CoinbaseEndpoints(facts.values(), core::nowMs).endpoints());
        return server(endpoints, core, limits, apiKey, faults, status);
    }

    /** A REST server that isn't open yet, of a venue for orders alone: its market is told by somebody else. */
    public static RestServer ordersOnly(
            Map<Symbol, ? extends Listed> listed,
            VenueCore core,
            StreamServer streams,
            SimSettings settings,
            ApiKey apiKey,
            OrderGate gate,
            Supplier<JsonNode> status)
            throws IOException {
        return ordersOnly(listed, core, streams, settings, apiKey, gate, LimitRules.live(), Faults.none(), status);
    }

    /** The same, with other limits and with faults. */
    public static RestServer ordersOnly(
            Map<Symbol, ? extends Listed> listed,
            VenueCore core,
            StreamServer streams,
            SimSettings settings,
            ApiKey apiKey,
            OrderGate gate,
            LimitRules limits,
            Faults faults,
            Supplier<JsonNode> status)
            throws IOException {
        List<Endpoint> endpoints = trading(new Symbols<>(listed), core, streams, settings, limits, faults, gate);
        return server(endpoints, core, limits, apiKey, faults, status);
    }

    private static List<Endpoint> trading(
            Symbols<?> symbols,
            VenueCore core,
            StreamServer streams,
            SimSettings settings,
            LimitRules limits,
            Faults faults,
            OrderGate gate) {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.addAll(new MarketEndpoints(symbols, core, limits).endpoints());
        PositionMode mode = new PositionMode();
        endpoints.addAll(new OrderEndpoints(symbols, core, gate, mode, faults).endpoints());
        endpoints.addAll(new AlgoEndpoints(symbols, core, gate, mode).endpoints());
        endpoints.addAll(new AccountEndpoints(symbols, core, settings, mode).endpoints());
        endpoints.addAll(new ListenKeyEndpoints(streams).endpoints());
        return endpoints;
    }

    private static RestServer server(
            List<Endpoint> endpoints,
            VenueCore core,
            LimitRules limits,
            ApiKey apiKey,
            Faults faults,
            Supplier<JsonNode> status)
            throws IOException {
        endpoints.addAll(new WalletEndpoints(apiKey.rights()).endpoints());
        endpoints.add(Endpoint.open("/sextant/v1/venue", 0, _ -> status.get()));
        RateLimits rates = new RateLimits(limits, core::nowMs, System::currentTimeMillis);
        return new RestServer(new Router(endpoints, rates, new Security(apiKey, core::nowMs)), faults, core::nowMs);
    }
}
