package dev.sextant.platform.stream;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.CyclePlanned;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.OrderChanged;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.orders.PlanDocument;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The JSON of a {@code decisions} record: {@code {"type":"signal","v":1,…}}, snake case, times in epoch milliseconds,
 * decimals as text. The top-level {@code type} is what the filters of event-source mappings look at. New fields may be
 * added without a new version: a reader passes over what it does not know.
 */
public final class DecisionCodec {

    /** The version written and read. */
    static final int VERSION = 1;

    private static final int MAX_PLAN = 32_768;

    private DecisionCodec() {}

    /**
     * The record's {@code type}: {@code tick}, {@code sweep}, {@code signal}, {@code intent_approved}, {@code order_changed},
     * {@code private_event}, {@code private_stream_alive} or {@code cycle_planned}. Used by whoever writes a mapping's filter.
     */
    public static String typeOf(DecisionRecord record) {
        return switch (record) {
            case Tick _ -> "tick";
            case Sweep _ -> "sweep";
            case SignalRaised _ -> "signal";
            case IntentApproved _ -> "intent_approved";
            case OrderChanged _ -> "order_changed";
            case PrivateEvent _ -> "private_event";
            case PrivateStreamAlive _ -> "private_stream_alive";
            case CyclePlanned _ -> "cycle_planned";
        };
    }

    /**
     * Encodes as UTF-8 JSON without loss of value (a decimal with a negative scale comes back with scale 0).
     *
     * @throws IllegalArgumentException naming the field, when a decimal has more than 76 digits or 64 decimals
     */
    public static byte[] encode(DecisionRecord record) {
        DecisionJson json = new DecisionJson();
        json.text("type", typeOf(record));
        json.integer("v", VERSION);
        json.text("account", record.account().name());
        switch (record) {
            case Tick tick -> write(json, tick);
            case Sweep _ -> {}
            case SignalRaised signal -> write(json, signal);
            case IntentApproved approved -> write(json, approved);
            case OrderChanged changed -> write(json, changed);
            case PrivateEvent event -> write(json, event);
            case PrivateStreamAlive alive -> json.integer("alive_at_ms", alive.aliveAtMs());
            case CyclePlanned planned ->
                json.longText("plan", PlanDocument.of(planned.plan()).toString(), MAX_PLAN);
        }
        return json.bytes();
    }

    /**
     * Decodes bytes from anywhere.
     *
     * @throws CorruptRecordException naming the place, the field and what was expected; never another exception
     */
    public static DecisionRecord decode(byte[] bytes) {
        DecisionFields in = DecisionFields.parse(bytes);
        long version = in.integer("v");
        if (version != VERSION) {
            throw new CorruptRecordException(0, "version " + VERSION, Long.toString(version));
        }
        String type = in.text("type");
        try {
            return switch (type) {
                case "tick" -> tick(in);
                case "sweep" -> new Sweep(account(in));
                case "signal" -> signal(in);
                case "intent_approved" ->
                    new IntentApproved(account(in), in.text("intent_id"), in.integer("approved_at_ms"));
                case "order_changed" ->
                    new OrderChanged(
                            account(in),
                            in.text("intent_id"),
                            in.text("state"),
                            in.integer("version"),
                            in.integer("at_ms"));
                case "private_event" ->
                    new PrivateEvent(
                            account(in), in.integer("event_time_ms"), in.longText("payload", PrivateEvent.MAX_PAYLOAD));
                case "private_stream_alive" -> new PrivateStreamAlive(account(in), in.integer("alive_at_ms"));
                case "cycle_planned" -> planned(in);
                default ->
                    throw new CorruptRecordException(
                            0,
                            "type tick, sweep, signal, intent_approved, order_changed, private_event,"
                                    + " private_stream_alive or cycle_planned",
                            "'" + type + "'");
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            // The domain's records refuse impossible values, and exact conversions refuse numbers that do not fit.
            throw new CorruptRecordException(0, "values that a " + type + " can have", String.valueOf(e.getMessage()));
        }
    }

    private static void write(DecisionJson json, Tick tick) {
        json.integer("market_time_ms", tick.marketTimeMs());
        Map<Symbol, String> prices = new TreeMap<>();
        tick.pricesE8().forEach((symbol, priceE8) -> prices.put(symbol, E8.print(priceE8)));
        json.texts("prices", prices);
        json.integers("watermarks_ms", tick.watermarksMs());
    }

    private static Tick tick(DecisionFields in) {
        return new Tick(
                account(in),
                in.integer("market_time_ms"),
                bySymbol(in.decimals("prices"), E8::of),
                bySymbol(in.integers("watermarks_ms"), Function.identity()));
    }

    private static <V> Map<Symbol, Long> bySymbol(Map<String, V> byName, Function<V, Long> value) {
        Map<Symbol, Long> bySymbol = new TreeMap<>();
        byName.forEach((name, number) -> bySymbol.put(new Symbol(name), value.apply(number)));
        return bySymbol;
    }

    private static void write(DecisionJson json, SignalRaised signal) {
        json.text("signal_id", signal.signalId());
        json.text("decision_id", signal.decisionId());
        json.text("strategy", signal.strategy());
        json.text("strategy_version", signal.strategyVersion());
        json.text("symbol", signal.symbol().name());
        json.text("direction", signal.direction().name().toLowerCase(Locale.ROOT));
        json.integer("bucket_start_ms", signal.bucketStartMs());
        json.integer("score", signal.score());
        json.text("tier", signal.tier().wireName());
        json.decimal("price", signal.price());
        json.decimal("atr", signal.atr());
        json.decimal("stop_distance", signal.stopDistance());
        json.decimal("take_profit1_distance", signal.takeProfit1Distance());
        json.decimal("take_profit2_distance", signal.takeProfit2Distance());
        json.decimal("take_profit1_share", signal.takeProfit1Share());
        json.integer("decided_at_ms", signal.decidedAtMs());
        json.integer("expires_at_ms", signal.expiresAtMs());
        json.integer("close_after_ms", signal.closeAfterMs());
    }

    private static SignalRaised signal(DecisionFields in) {
        return new SignalRaised(
                in.text("signal_id"),
                in.text("decision_id"),
                account(in),
                in.text("strategy"),
                in.text("strategy_version"),
                in.parsed("symbol", "a symbol", Symbol::new),
                in.parsed("direction", "long or short", text -> constant(Direction.class, text)),
                in.integer("bucket_start_ms"),
                in.smallInteger("score"),
                in.parsed("tier", "light, standard or heavy", text -> constant(Tier.class, text)),
                in.decimal("price"),
                in.decimal("atr"),
                in.decimal("stop_distance"),
                in.decimal("take_profit1_distance"),
                in.decimal("take_profit2_distance"),
                in.decimal("take_profit1_share"),
                in.integer("decided_at_ms"),
                in.integer("expires_at_ms"),
                in.integer("close_after_ms"));
    }

    private static void write(DecisionJson json, IntentApproved approved) {
        json.text("intent_id", approved.intentId());
        json.integer("approved_at_ms", approved.approvedAtMs());
    }

    private static void write(DecisionJson json, OrderChanged changed) {
        json.text("intent_id", changed.intentId());
        json.text("state", changed.state());
        json.integer("version", changed.version());
        json.integer("at_ms", changed.atMs());
    }

    private static void write(DecisionJson json, PrivateEvent event) {
        json.integer("event_time_ms", event.eventTimeMs());
        json.longText("payload", event.payload(), PrivateEvent.MAX_PAYLOAD);
    }

    /** The account stands in both: beside the plan for whoever sorts records, and in it. */
    private static CyclePlanned planned(DecisionFields in) {
        CyclePlanned planned = new CyclePlanned(PlanDocument.read(in.document("plan", MAX_PLAN)));
        if (!planned.account().equals(account(in))) {
            throw new IllegalArgumentException("account is " + account(in) + ", its plan's " + planned.account());
        }
        return planned;
    }

    private static Account account(DecisionFields in) {
        return in.parsed("account", "an account's name", Account::new);
    }

    /** The constant whose lower-case name the text is; other spellings are refused. */
    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        E constant = Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        if (!constant.name().toLowerCase(Locale.ROOT).equals(text)) {
            throw new IllegalArgumentException(text);
        }
        return constant;
    }
}
