package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.Wire;
import dev.sextant.venues.kraken.feed.WireTime;
import dev.sextant.venues.kraken.trade.VenueId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Answers to requests: {@code method}, {@code success}, and {@code result} or {@code error}, never both. */
final class AnswerReader {

    private static final long MICROS_PER_MS = 1_000;
    private static final int MOST = 1_000_000;

    private AnswerReader() {}

    /** @param other what becomes of answers that are not private */
    static PrivateSocketMessage read(JsonFields answer, Supplier<PrivateSocketMessage> other) throws MalformedJson {
        String method = answer.text("method");
        if (method.equals("ping") || method.equals("pong")) {
            return other.get();
        }
        OptionalLong reqId = answer.has("req_id") ? OptionalLong.of(answer.integer("req_id")) : OptionalLong.empty();
        boolean hasError = answer.has("error") && !answer.isNull("error");
        boolean hasResult = answer.has("result") && !answer.isNull("result");
        boolean success = answer.flag("success");
        if (success ? hasError : hasResult) {
            throw MalformedJson.field("success", success, "an error without success, or a result with it");
        }
        return success
                ? granted(method, reqId, answer)
                : new PrivateSocketMessage.Refused(reqId, Wire.shown(method), Wire.shown(answer.text("error")));
    }

    private static PrivateSocketMessage granted(String method, OptionalLong reqId, JsonFields answer)
            throws MalformedJson {
        if (method.equals("batch_add")) {
            return batch(reqId, answer);
        }
        JsonFields result = answer.object("result");
        return switch (method) {
            case "add_order" -> new PrivateSocketMessage.Placed(reqId, taken(result));
            case "cancel_order" ->
                new PrivateSocketMessage.Cancelled(
                        reqId, Wire.shown(result.textOr("order_id", "")), Wire.shown(result.textOr("cl_ord_id", "")));
            case "cancel_all" -> new PrivateSocketMessage.CancelledAll(reqId, Wire.whole(result, "count", MOST));
            case "cancel_all_orders_after" -> switched(reqId, result);
            case "subscribe" ->
                new PrivateSocketMessage.Subscribed(reqId, Wire.shown(result.text("channel")), maxRateCount(result));
            default -> new PrivateSocketMessage.Unknown("method " + Wire.shown(method));
        };
    }

    private static PrivateSocketMessage batch(OptionalLong reqId, JsonFields answer) throws MalformedJson {
        List<OrderAnswer> orders = new ArrayList<>();
        for (JsonFields each : answer.objects("result")) {
            boolean hasError = each.has("error") && !each.isNull("error");
            if (hasError && each.has("order_id")) {
                throw MalformedJson.field("error", each.textOr("error", ""), "either an error or an order id");
            }
            orders.add(
                    hasError
                            ? new OrderAnswer.NotTaken(Wire.shown(each.text("error")), clientOrderId(each))
                            : taken(each));
        }
        return new PrivateSocketMessage.BatchPlaced(reqId, List.copyOf(orders));
    }

    private static OrderAnswer.Taken taken(JsonFields result) throws MalformedJson {
        List<String> warnings =
                result.has("warnings") && !result.isNull("warnings") ? result.texts("warnings") : List.of();
        return new OrderAnswer.Taken(
                VenueId.required("order_id", result.text("order_id")),
                clientOrderId(result),
                warnings.stream().map(Wire::shown).toList());
    }

    private static String clientOrderId(JsonFields result) throws MalformedJson {
        return result.has("cl_ord_id") ? Wire.shown(result.text("cl_ord_id")) : "";
    }

    private static PrivateSocketMessage switched(OptionalLong reqId, JsonFields result) throws MalformedJson {
        long currentMs = WireTime.micros(result, "currentTime") / MICROS_PER_MS;
        return new PrivateSocketMessage.SwitchSet(reqId, currentMs, triggersAtMs(result));
    }

    /** What stands there when the switch is off is not documented, so what is no time is none. */
    private static OptionalLong triggersAtMs(JsonFields result) {
        try {
            return OptionalLong.of(WireTime.micros(result, "triggerTime") / MICROS_PER_MS);
        } catch (MalformedJson e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalInt maxRateCount(JsonFields result) throws MalformedJson {
        return result.has("maxratecount")
                ? OptionalInt.of(Wire.whole(result, "maxratecount", MOST))
                : OptionalInt.empty();
    }
}
