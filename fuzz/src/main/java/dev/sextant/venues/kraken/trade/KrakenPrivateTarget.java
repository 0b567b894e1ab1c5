package dev.sextant.venues.kraken.trade;

import static dev.sextant.fuzz.PropertyBroken.unless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Placement;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.trade.KrakenErrors.Kind;
import dev.sextant.venues.kraken.trade.TransportOutcome.Answered;
import dev.sextant.venues.kraken.trade.socket.ExecutionBook;
import dev.sextant.venues.kraken.trade.socket.PrivateSocketMessage;
import dev.sextant.venues.kraken.trade.socket.PrivateSocketReader;
import dev.sextant.venues.kraken.trade.socket.SocketPlacements;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Answers of Kraken's private REST methods and messages of its private socket; the first letter chooses which. A
 * placement's answer never throws. It is accepted only where another reading of the text, by Jackson's tree, finds success
 * and an order id; rejected only where that finds errors alone, each of them listed as definite. Other answers throw
 * {@link MalformedJson} alone; a message of executions folds into orders with no more filled than was asked for.
 */
public final class KrakenPrivateTarget implements FuzzTarget {

    private static final long NOW_MS = 1_767_225_600_000L;
    private static final long REQ_ID = 7;
    private static final int SOCKET = '_' & 0x1f;
    private static final int[] STATUSES = {200, 400, 408, 403, 429, 502};
    private static final JsonMapper TREE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final KrakenOrder ORDER = new KrakenOrder(
            new Symbol("BTC/USD"), "b1", Side.BUY, Quantity.of("1"), Price.of("30000"), TimeInForce.IOC);

    private final KrakenNames names = new KrakenNames(List.of(new AssetPair(
            "XXBTZUSD",
            "XBTUSD",
            ORDER.pair(),
            "XXBT",
            "ZUSD",
            1,
            8,
            5,
            BigDecimal.ONE,
            BigDecimal.ONE,
            BigDecimal.ONE,
            MarketStatus.ONLINE)));
    private final PrivateSocketReader socket = new PrivateSocketReader();

    @Override
    public String name() {
        return "kraken-private";
    }

    @Override
    public Verdict check(byte[] input) {
        int choice = input.length == 0 ? 0 : input[0] & 0x1f;
        String body = input.length == 0 ? "" : new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        if (choice < STATUSES.length) {
            return placement(STATUSES[choice], body);
        }
        if (choice == SOCKET) {
            return message(body);
        }
        return switch (RestAnswer.read(body)) {
            case RestAnswer.Unreadable(String reason) -> new Verdict.Refused(reason);
            case RestAnswer.Refused refused ->
                new Verdict.Accepted("errors " + KrakenErrors.of(Kind.CANCEL, refused.errors()));
            case RestAnswer.Result(JsonFields result, List<String> _) -> read(choice, result);
        };
    }

    private static Verdict placement(int status, String body) {
        return switch (PlacementClassifier.classify(ORDER, NOW_MS, new Answered(status, body))) {
            case Placement.Accepted(var order) -> {
                JsonNode tree = tree(body);
                unless(status == 200, "an error accepts nothing");
                unless(
                        tree.path("result").path("txid").path(0).asText().equals(order.venueOrderId()),
                        "the id is there");
                tree.path("error").forEach(each -> unless(each.asText().startsWith("W"), "no error beside a result"));
                yield new Verdict.Accepted("placed");
            }
            case Placement.Rejected rejected -> {
                JsonNode tree = tree(body);
                unless(status == 200 || (status >= 400 && status < 500 && status != 408), "a clear status");
                unless(
                        tree.path("result").isNull() || tree.path("result").isMissingNode(),
                        "no result beside an error");
                unless(tree.path("error").isArray() && !tree.path("error").isEmpty(), "errors are a list");
                tree.path("error")
                        .forEach(each -> unless(
                                each.asText().startsWith("W") || definite(each.asText()),
                                "only what is listed is definite"));
                yield new Verdict.Accepted(rejected.toString());
            }
            case Placement.Unknown(String reason) -> new Verdict.Refused(reason);
        };
    }

    private static boolean definite(String error) {
        return KrakenErrors.of(Kind.PLACEMENT, error) != dev.sextant.venues.kraken.trade.Verdict.UNKNOWN
                && KrakenErrors.listed().stream()
                        .anyMatch(listed -> error.replace(" ", "").startsWith(listed.replace(" ", "")));
    }

    private Verdict message(String body) {
        PrivateSocketMessage message = socket.read(body);
        switch (SocketPlacements.ofOne(ORDER, REQ_ID, NOW_MS, message)) {
            case Placement.Accepted(var order) -> {
                JsonNode tree = tree(body);
                unless(tree.path("success").asBoolean() && tree.path("req_id").asLong() == REQ_ID, "a success of ours");
                unless(tree.path("result").path("order_id").asText().equals(order.venueOrderId()), "the id is there");
                unless(!tree.hasNonNull("error"), "no error beside a result");
            }
            case Placement.Rejected _ -> {
                JsonNode tree = tree(body);
                unless(
                        !tree.path("success").asBoolean(true)
                                && tree.path("req_id").asLong() == REQ_ID,
                        "a failure of ours");
                unless(!tree.hasNonNull("result") && definite(tree.path("error").asText()), "a listed error alone");
            }
            case Placement.Unknown(String reason) -> unless(reason.length() <= 500, "a reason is short");
        }
        return switch (message) {
            case PrivateSocketMessage.Malformed(String reason) -> new Verdict.Refused(reason);
            case PrivateSocketMessage.Executions executions -> folded(executions);
            case PrivateSocketMessage.Balances _,
                    PrivateSocketMessage.Placed _,
                    PrivateSocketMessage.BatchPlaced _,
                    PrivateSocketMessage.Cancelled _,
                    PrivateSocketMessage.CancelledAll _,
                    PrivateSocketMessage.SwitchSet _,
                    PrivateSocketMessage.Subscribed _,
                    PrivateSocketMessage.Refused _,
                    PrivateSocketMessage.Common _,
                    PrivateSocketMessage.Unknown _ -> Verdict.accepted(message);
        };
    }

    private static Verdict folded(PrivateSocketMessage.Executions executions) {
        ExecutionBook book = new ExecutionBook();
        ExecutionBook.Folded once = book.apply(executions);
        ExecutionBook.Folded twice = book.apply(executions);
        unless(
                twice.updates().stream().allMatch(update -> update.execution().isEmpty()),
                "a fill that is told again is not booked again");
        once.doubts().forEach(doubt -> unless(doubt.length() <= 500, "a doubt is short"));
        return new Verdict.Accepted("executions " + Math.min(3, once.updates().size()) + " "
                + Math.min(3, once.doubts().size()));
    }

    private Verdict read(int choice, JsonFields result) {
        try {
            OrderReader orders = new OrderReader(names);
            Object read = switch (choice % 8) {
                case 0 -> orders.orders(result.object("open")).size();
                case 1 -> orders.orders(result.object("closed")).size();
                case 2 -> orders.orders(result).size();
                case 3 -> trades(result.object("trades"));
                case 4 -> BalanceReader.tradable(result, names).size();
                case 5 -> FeeReader.read(result, names).size();
                case 6 -> AssetPairs.read(result).pairs().size();
                default -> AccountReads.token(result).validSeconds() > 0 && OrderCancels.readSwitch(result, 60) != null;
            };
            return new Verdict.Accepted(choice + ":" + read);
        } catch (MalformedJson e) {
            return Verdict.refused(e);
        }
    }

    private int trades(JsonFields trades) throws MalformedJson {
        for (String id : trades.names()) {
            TradeReader.Row row = TradeReader.row(id, trades.object(id), names);
            unless(!row.fill().quantity().isZero(), "a fill has a quantity");
        }
        return trades.names().size();
    }

    private static JsonNode tree(String body) {
        try {
            return TREE.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is definite is JSON to another reader as well", e);
        }
    }
}
