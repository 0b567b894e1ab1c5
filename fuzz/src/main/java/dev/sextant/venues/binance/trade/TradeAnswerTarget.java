package dev.sextant.venues.binance.trade;

import static dev.sextant.fuzz.PropertyBroken.unless;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Placement;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Answers of Binance's private endpoints; the first letter chooses which. A placement's answer never throws: it is one of
 * three outcomes, accepted only under our own id and only with status 200. All others throw
 * {@link MalformedAnswerException} alone. Rate-limit headers never throw. After an underscore comes a message of the
 * private stream, which is read or refused with {@link IllegalArgumentException}.
 */
public final class TradeAnswerTarget implements FuzzTarget {

    private static final Symbol SYMBOL = new Symbol("BTCUSDT");
    private static final String OUR_ID = "sx-1";
    private static final OrderRequest REQUEST = new OrderRequest(
            SYMBOL, OUR_ID, Side.BUY, OrderType.MARKET, new Quantity(new BigDecimal("0.1")), null, false);
    private static final int PRIVATE = '_' & 0x1f;
    private static final int[] STATUSES = {200, 400, 408, 418, 429, 503};

    @Override
    public String name() {
        return "binance-trade";
    }

    @Override
    public Verdict check(byte[] input) {
        int choice = input.length == 0 ? 0 : input[0] & 0x1f;
        String body = input.length == 0 ? "" : new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        if (choice < STATUSES.length) {
            return placement(STATUSES[choice], body);
        }
        if (choice == PRIVATE) {
            return privateMessage(body);
        }
        try {
            return new Verdict.Accepted(choice + ":" + read(choice, body));
        } catch (MalformedAnswerException e) {
            return Verdict.refused(e);
        }
    }

    private static Verdict privateMessage(String body) {
        try {
            return new Verdict.Accepted(PrivateMessages.read(body).getClass().getSimpleName());
        } catch (IllegalArgumentException e) {
            return Verdict.refused(e);
        }
    }

    private Verdict placement(int status, String body) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of("retry-after", List.of(body), "x-mbx-order-count-10s", List.of(body)), (_, _) -> true);
        RateLimitHeaders limits = new RateLimitHeaders(headers);
        unless(
                limits.retryAfterMs().orElse(0) >= 0 && limits.orderCounts().size() <= 1,
                "headers are numbers or nothing");
        return switch (PlacementClassifier.classify(REQUEST, new Answered(status, headers, body))) {
            case Placement.Accepted(var order) -> {
                unless(status == 200, "an error accepts nothing");
                unless(order.clientOrderId().equals(OUR_ID) && order.symbol().equals(SYMBOL), "the order is ours");
                yield new Verdict.Accepted("placed " + order.status());
            }
            case Placement.Rejected rejected -> {
                unless(status >= 400 && status < 500 && status != 408, "only a refusal of the request rejects");
                yield new Verdict.Accepted(rejected.toString());
            }
            case Placement.Unknown(String reason) -> new Verdict.Refused(reason);
        };
    }

    private static Object read(int choice, String body) throws MalformedAnswerException {
        JsonNode json = VenueJson.parse(body);
        return switch (choice % 6) {
            case 0 -> RegularOrder.read(json).status();
            case 1 -> ConditionalOrder.read(json).alone().status();
            case 2 -> AccountReads.positions(VenueJson.list(json)).size();
            case 3 -> AccountReads.balances(VenueJson.list(json)).size();
            case 4 -> fills(VenueJson.list(json));
            default -> VenueJson.whole(json, "serverTime") > 0;
        };
    }

    private static int fills(JsonNode rows) throws MalformedAnswerException {
        for (JsonNode row : rows) {
            unless(FillHistory.fill(row, SYMBOL).symbol().equals(SYMBOL), "a fill is of the symbol asked for");
        }
        return rows.size();
    }
}
