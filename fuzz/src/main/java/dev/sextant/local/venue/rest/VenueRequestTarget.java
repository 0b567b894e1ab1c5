package dev.sextant.local.venue.rest;

import static dev.sextant.fuzz.PropertyBroken.unless;

import dev.sextant.domain.market.Symbol;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.order.NewOrder;
import java.nio.charset.StandardCharsets;

/**
 * Requests to the venue server: the first line is the query, the rest the body. Only {@link ApiError} with a Binance code;
 * the signature check never fails otherwise; an order that is taken has no negative figure.
 */
public final class VenueRequestTarget implements FuzzTarget {

    private static final Symbol SYMBOL = new Symbol("BTCUSDT");
    private static final PositionMode MODE = new PositionMode();

    @Override
    public String name() {
        return "venue-request";
    }

    @Override
    public Verdict check(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int lineEnd = text.indexOf('\n');
        String query = lineEnd < 0 ? text : text.substring(0, lineEnd);
        ApiRequest request =
                ApiRequest.of("POST", "/fapi/v1/order", query, lineEnd < 0 ? "" : text.substring(lineEnd + 1), null);
        if (query.length() % 8 == 0) {
            Signatures.isValid(request, "secret"); // a digest is dear, so not for every input
        }
        try {
            return read(request.params());
        } catch (ApiError e) {
            unless(e.code() < 0 && e.status() == 400, "a refusal has a code of the venue");
            return Verdict.refused(e);
        }
    }

    private static Verdict read(Params params) {
        int limit = params.limit(500, 1_000);
        unless(limit >= 1 && limit <= 1_000, "a limit is in its bounds");
        boolean wantsResult = OrderRequests.wantsResult(params);
        if (params.text("algoType") != null) {
            NewAlgoOrder order = OrderRequests.algo(params, SYMBOL, MODE);
            return new Verdict.Accepted("algo " + order.type() + order.side() + wantsResult);
        }
        NewOrder order = OrderRequests.order(params, SYMBOL, MODE);
        return new Verdict.Accepted("order " + order.type() + order.timeInForce() + order.side() + wantsResult);
    }
}
