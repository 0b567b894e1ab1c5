package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One endpoint.
 *
 * @param pool which counter it uses
 * @param weight of a request, which may depend on its parameters
 */
record Endpoint(
        String method,
        String path,
        Security.Need need,
        Pool pool,
        ToIntFunction<Params> weight,
        Function<ApiRequest, JsonNode> handler) {

    /** The counters beside the general weight. */
    enum Pool {
        GENERAL,
        ORDERS,
        FUNDING,
        STATISTICS
    }

    /** A public endpoint of fixed weight. */
    static Endpoint open(String path, int weight, Function<Params, JsonNode> handler) {
        return openWeighted(path, _ -> weight, handler);
    }

    /** A public endpoint whose weight depends on the request. */
    static Endpoint openWeighted(String path, ToIntFunction<Params> weight, Function<Params, JsonNode> handler) {
        return new Endpoint(
                "GET", path, Security.Need.NOTHING, Pool.GENERAL, weight, request -> handler.apply(request.params()));
    }

    /** A signed endpoint of fixed weight. */
    static Endpoint signed(String method, String path, int weight, Function<Params, JsonNode> handler) {
        return signedWeighted(method, path, _ -> weight, handler);
    }

    /** A signed endpoint whose weight depends on the request. */
    static Endpoint signedWeighted(
            String method, String path, ToIntFunction<Params> weight, Function<Params, JsonNode> handler) {
        return new Endpoint(
                method,
                path,
                Security.Need.SIGNATURE,
                Pool.GENERAL,
                weight,
                request -> handler.apply(request.params()));
    }

    /** The same endpoint counted elsewhere too. */
    Endpoint in(Pool other) {
        return new Endpoint(method, path, need, other, weight, handler);
    }
}
