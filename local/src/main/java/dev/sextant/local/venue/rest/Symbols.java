package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.play.Listed;
import dev.sextant.local.venue.wire.Json;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The symbols of the venue and what is known of each. */
final class Symbols<M extends Listed> {

    private final Map<Symbol, M> facts;

    Symbols(Map<Symbol, M> facts) {
        this.facts = facts;
    }

    M required(Params params) {
        return find(params.required("symbol"));
    }

    /** The symbol's facts, or null when the request names none. */
    @Nullable
    M optional(Params params) {
        String name = params.text("symbol");
        return name == null ? null : find(name);
    }

    private M find(String name) {
        for (M market : facts.values()) {
            if (market.instrument().symbol().name().equals(name)) {
                return market;
            }
        }
        throw ApiError.badRequest(-1121, "Invalid symbol.");
    }

    M of(Symbol symbol) {
        return find(symbol.name());
    }

    /** An object for the symbol of the request, or an array over all symbols when it names none. */
    JsonNode oneOrAll(Params params, Function<M, JsonNode> body) {
        M one = optional(params);
        if (one != null) {
            return body.apply(one);
        }
        ArrayNode all = Json.array();
        facts.values().forEach(market -> all.add(body.apply(market)));
        return all;
    }
}
