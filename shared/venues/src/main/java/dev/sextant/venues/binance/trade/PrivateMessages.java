package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.venue.PrivateMessage;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueOrder.Status;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the user data stream. Fields nobody needs are passed over: the venue adds some without notice. */
public final class PrivateMessages {

    private static final String EXPIRED_IN_MATCH = "EXPIRED_IN_MATCH";

    /** Reasons of an account's change; any other may have moved money. Funding comes at known hours to everybody. */
    private static final Set<String> MOVES_NO_MONEY = Set.of("ORDER", "FUNDING_FEE", "MARGIN_TYPE_CHANGE");

    private PrivateMessages() {}

    /** @throws IllegalArgumentException naming the field, when a message of a known type is not what the venue documents */
    public static PrivateMessage read(String text) {
        try {
            JsonNode json = VenueJson.parse(text);
            String type = VenueJson.text(json, "e");
            return switch (type) {
                case "ORDER_TRADE_UPDATE" -> order(json.path("o"));
                case "ALGO_UPDATE" -> conditional(json.path("o"), VenueJson.whole(json, "E"));
                case "ACCOUNT_UPDATE" -> account(json.path("a"), VenueJson.whole(json, "T"));
                case "listenKeyExpired" -> new PrivateMessage.KeyExpired(VenueJson.text(json, "listenKey"));
                case "MARGIN_CALL" -> new PrivateMessage.MarginCall();
                case "ACCOUNT_CONFIG_UPDATE" -> new PrivateMessage.SettingsChanged();
                default -> new PrivateMessage.Other(type);
            };
        } catch (MalformedAnswerException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    private static PrivateMessage order(JsonNode o) throws MalformedAnswerException {
        String status = VenueJson.text(o, "X");
        String orderId = Long.toString(VenueJson.whole(o, "i"));
        VenueOrder order = new VenueOrder(
                symbol(o),
                VenueJson.text(o, "c"),
                orderId,
                null,
                status(o, status),
                VenueJson.quantity(o, "z"),
                reason(status, o),
                VenueJson.whole(o, "T"));
        boolean executed = VenueJson.text(o, "x").equals("TRADE");
        // Commission and its asset are left out when there is none; what asset the profit is booked in, REST says.
        boolean complete = executed && o.path("N").isTextual() && o.path("n").isTextual();
        return new PrivateMessage.OrderUpdate(
                order,
                complete ? Optional.of(fill(o, order.symbol(), orderId)) : Optional.empty(),
                executed && !complete);
    }

    private static @Nullable String reason(String status, JsonNode o) {
        return switch (status) {
            case EXPIRED_IN_MATCH -> "expired in match: self-trade prevention";
            case "EXPIRED" -> expiry(o.path("er").asText(""));
            default -> null;
        };
    }

    private static String expiry(String code) {
        return switch (code) {
            case "2" -> "expired: the rest of an immediate-or-cancel order";
            case "3" -> "expired: self-trade prevention";
            case "4" -> "expired: in conflict with a reduce-only order";
            case "5" -> "expired: liquidation";
            case "6" -> "expired: the position is closed";
            case "7" -> "expired: the symbol is delisted";
            case "8" -> "expired: the stop was triggered";
            case "9" -> "expired: the rest of a market order";
            default -> "expired";
        };
    }

    private static Fill fill(JsonNode o, Symbol symbol, String orderId) throws MalformedAnswerException {
        if (VenueJson.decimal(o, "L").signum() <= 0) {
            throw VenueJson.wrong("L", o.path("L"), "a price above 0");
        }
        if (VenueJson.whole(o, "t") <= 0) {
            throw VenueJson.wrong("t", o.path("t"), "a trade id above 0");
        }
        return new Fill(
                symbol,
                Long.toString(VenueJson.whole(o, "t")),
                orderId,
                FillHistory.side(o, "S"),
                new Price(VenueJson.decimal(o, "L")),
                VenueJson.quantity(o, "l"),
                VenueJson.decimal(o, "n"),
                VenueJson.text(o, "N"),
                VenueJson.flag(o, "m"),
                VenueJson.whole(o, "T"));
    }

    private static Status status(JsonNode o, String status) throws MalformedAnswerException {
        return switch (status) {
            // The venue's own orders, taken over from a liquidation or a deleveraging.
            case "NEW", "NEW_INSURANCE", "NEW_ADL" -> Status.OPEN;
            case "PARTIALLY_FILLED" -> Status.PARTIALLY_FILLED;
            case "FILLED" -> Status.FILLED;
            case "CANCELED" -> Status.CANCELED;
            case "REJECTED" -> Status.REJECTED;
            case "EXPIRED", EXPIRED_IN_MATCH -> Status.EXPIRED;
            default -> throw VenueJson.wrong("X", o.path("X"), "an order status");
        };
    }

    private static PrivateMessage conditional(JsonNode o, long atMs) throws MalformedAnswerException {
        String stage = VenueJson.text(o, "X");
        Status status = switch (stage) {
            case "NEW", "TRIGGERING", "TRIGGERED", "FINISHED" -> Status.OPEN;
            case "CANCELED" -> Status.CANCELED;
            case "REJECTED" -> Status.REJECTED;
            case "EXPIRED" -> Status.EXPIRED;
            default -> throw VenueJson.wrong("X", o.path("X"), "a status of the Algo service");
        };
        String executor = o.path("ai").asText("");
        VenueOrder order = new VenueOrder(
                symbol(o),
                VenueJson.text(o, "caid"),
                Long.toString(VenueJson.whole(o, "aid")),
                executor.isEmpty() || executor.equals("0") ? null : executor,
                status,
                Quantity.ZERO,
                o.path("rm").isTextual() ? o.path("rm").textValue() : null,
                atMs);
        // Once there is a regular order only that one tells how much was filled before the end.
        boolean ended = status != Status.OPEN && order.executingOrderId() != null;
        return new PrivateMessage.ConditionalUpdate(order, stage.equals("FINISHED") || ended);
    }

    private static PrivateMessage account(JsonNode a, long atMs) throws MalformedAnswerException {
        Map<Symbol, BigDecimal> positions = new TreeMap<>();
        for (JsonNode position : a.path("P")) {
            BigDecimal quantity = VenueJson.decimal(position, "pa");
            if (VenueJson.text(position, "ps").equals("BOTH")) {
                positions.put(symbol(position), quantity);
            } else if (quantity.signum() != 0) {
                throw VenueJson.wrong("ps", position.path("ps"), "BOTH: the desk trades in one-way mode only");
            }
        }
        String reason = VenueJson.text(a, "m");
        return new PrivateMessage.AccountUpdate(reason, !MOVES_NO_MONEY.contains(reason), positions, atMs);
    }

    private static Symbol symbol(JsonNode object) throws MalformedAnswerException {
        return VenueJson.symbol(object, "s");
    }
}
