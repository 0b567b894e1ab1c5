package dev.sextant.venues.kraken.feed;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.KrakenMessage.Method;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Answers to requests: {@code method}, {@code success}, and {@code result} or {@code error}. */
final class AnswerReader {

    private static final int MAX_DEPTH = 100_000;

    private AnswerReader() {}

    static KrakenMessage read(JsonFields answer, String message) throws MalformedJson {
        String word = answer.has("method") ? answer.text("method") : "";
        Method method = switch (word) {
            case "subscribe" -> Method.SUBSCRIBE;
            case "unsubscribe" -> Method.UNSUBSCRIBE;
            case "ping", "pong" -> Method.PING;
            default -> Method.OTHER;
        };
        if (answer.has("success") && !answer.flag("success")) {
            return refused(method, answer);
        }
        return switch (method) {
            case SUBSCRIBE, UNSUBSCRIBE -> acknowledged(method, answer);
            case PING -> pong(answer);
            case OTHER -> new KrakenMessage.Unknown("method " + Wire.shown(word), Wire.shown(message));
        };
    }

    private static KrakenMessage refused(Method method, JsonFields answer) throws MalformedJson {
        return new KrakenMessage.Refused(
                method, Wire.shown(answer.textOr("error", "")), symbol(answer), depth(answer), reqId(answer));
    }

    private static KrakenMessage acknowledged(Method method, JsonFields answer) throws MalformedJson {
        answer.flag("success");
        JsonFields result = answer.object("result");
        return new KrakenMessage.Acknowledged(
                method, Wire.shown(result.text("channel")), symbol(result), depth(result), reqId(answer));
    }

    private static KrakenMessage pong(JsonFields answer) throws MalformedJson {
        return new KrakenMessage.Pong(
                reqId(answer), WireTime.micros(answer, "time_in"), WireTime.micros(answer, "time_out"));
    }

    private static Optional<Symbol> symbol(JsonFields fields) throws MalformedJson {
        return fields.has("symbol") ? Optional.of(Wire.symbol(fields)) : Optional.empty();
    }

    private static OptionalInt depth(JsonFields fields) throws MalformedJson {
        return fields.has("depth") ? OptionalInt.of(Wire.whole(fields, "depth", MAX_DEPTH)) : OptionalInt.empty();
    }

    private static OptionalLong reqId(JsonFields fields) throws MalformedJson {
        return fields.has("req_id") ? OptionalLong.of(fields.integer("req_id")) : OptionalLong.empty();
    }
}
