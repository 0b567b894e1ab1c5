package dev.sextant.venues.kraken.trade.socket;

import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.KrakenMessage;
import dev.sextant.venues.kraken.feed.KrakenParser;
import dev.sextant.venues.kraken.feed.Wire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * From a text message of Kraken's private socket to a {@link PrivateSocketMessage}. Never throws and never rounds; a
 * reason names field and value in some 200 characters. Stateless and thread-safe.
 */
public final class PrivateSocketReader {

    private static final JsonReader READER = new JsonReader(KrakenParser.MAX_CHARS);

    private final KrakenParser common = new KrakenParser();

    /** Reads one message. */
    public PrivateSocketMessage read(String message) {
        try {
            JsonFields top = READER.object(message);
            if (!top.has("channel")) {
                return AnswerReader.read(top, () -> common(message));
            }
            return switch (top.text("channel")) {
                case "executions" -> executions(top);
                case "balances" -> balances(top);
                default -> common(message);
            };
        } catch (MalformedJson e) {
            return new PrivateSocketMessage.Malformed(String.valueOf(e.getMessage()));
        }
    }

    private PrivateSocketMessage common(String message) {
        KrakenMessage read = common.parse(message);
        return switch (read) {
            case KrakenMessage.Malformed malformed -> new PrivateSocketMessage.Malformed(malformed.reason());
            case KrakenMessage.Unknown(String what, String _) -> new PrivateSocketMessage.Unknown(what);
            case KrakenMessage.Instruments _,
                    KrakenMessage.Book _,
                    KrakenMessage.Trades _,
                    KrakenMessage.Tickers _,
                    KrakenMessage.Status _,
                    KrakenMessage.Heartbeat _,
                    KrakenMessage.Pong _,
                    KrakenMessage.Acknowledged _,
                    KrakenMessage.Refused _ -> new PrivateSocketMessage.Common(read);
        };
    }

    private static PrivateSocketMessage executions(JsonFields top) throws MalformedJson {
        List<Execution> executions = new ArrayList<>();
        for (JsonFields entry : top.objects("data")) {
            executions.add(ExecutionReader.read(entry));
        }
        return new PrivateSocketMessage.Executions(Wire.isSnapshot(top), sequence(top), List.copyOf(executions));
    }

    private static PrivateSocketMessage balances(JsonFields top) throws MalformedJson {
        boolean snapshot = Wire.isSnapshot(top);
        List<BalanceEntry> entries = new ArrayList<>();
        for (JsonFields entry : top.objects("data")) {
            BigDecimal balance = entry.number("balance");
            String asset = Wire.shown(entry.text("asset"));
            entries.add(
                    snapshot
                            ? new BalanceEntry(asset, balance, "", "")
                            : new BalanceEntry(
                                    asset,
                                    balance,
                                    Wire.shown(entry.text("ledger_id")),
                                    Wire.shown(entry.text("wallet_type"))));
        }
        return new PrivateSocketMessage.Balances(snapshot, sequence(top), List.copyOf(entries));
    }

    private static OptionalLong sequence(JsonFields top) throws MalformedJson {
        return top.has("sequence") ? OptionalLong.of(top.id("sequence")) : OptionalLong.empty();
    }
}
