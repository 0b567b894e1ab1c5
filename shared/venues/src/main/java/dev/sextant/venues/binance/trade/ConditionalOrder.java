package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.venue.VenueOrder;
import org.jspecify.annotations.Nullable;

/**
 * An order of the Algo service, as it stands there. Once triggered, a regular order with its own id does the trading and
 * only that one says how much is filled.
 *
 * @param actualOrderId the regular order's id, null until there is one
 */
record ConditionalOrder(
        Symbol symbol,
        String clientAlgoId,
        String algoId,
        Stage stage,
        @Nullable String actualOrderId,
        long updatedAtMs) {

    /** The service's {@code algoStatus}. */
    enum Stage {
        NEW,
        TRIGGERING,
        TRIGGERED,
        FINISHED,
        CANCELED,
        REJECTED,
        EXPIRED;

        /** True while the order waits or works. */
        boolean live() {
            return this == NEW || this == TRIGGERING || this == TRIGGERED;
        }
    }

    static ConditionalOrder read(JsonNode json) throws MalformedAnswerException {
        return new ConditionalOrder(
                VenueJson.symbol(json),
                VenueJson.text(json, "clientAlgoId"),
                Long.toString(VenueJson.whole(json, "algoId")),
                stage(json),
                actualOrderId(json.path("actualOrderId")),
                VenueJson.whole(json, "updateTime"));
    }

    private static Stage stage(JsonNode json) throws MalformedAnswerException {
        String name = VenueJson.text(json, "algoStatus");
        for (Stage stage : Stage.values()) {
            if (stage.name().equals(name)) {
                return stage;
            }
        }
        throw VenueJson.wrong("algoStatus", json.path("algoStatus"), "a status of the Algo service");
    }

    /** Empty text until triggered; then digits, which the service writes as text where other ids are numbers. */
    private static @Nullable String actualOrderId(JsonNode value) throws MalformedAnswerException {
        String text = value.asText("");
        if (value.isMissingNode() || value.isNull() || text.isEmpty() || text.equals("0")) {
            return null;
        }
        if (!text.matches("[0-9]{1,19}")) {
            throw VenueJson.wrong("actualOrderId", value, "an order id or nothing");
        }
        return text;
    }

    /**
     * This order in the desk's words, without a look at the regular order.
     *
     * @throws MalformedAnswerException when finished: filled or cancelled, which only the regular order can tell
     */
    VenueOrder alone() throws MalformedAnswerException {
        return as(
                switch (stage) {
                    case NEW, TRIGGERING, TRIGGERED -> VenueOrder.Status.OPEN;
                    case CANCELED -> VenueOrder.Status.CANCELED;
                    case REJECTED -> VenueOrder.Status.REJECTED;
                    case EXPIRED -> VenueOrder.Status.EXPIRED;
                    case FINISHED ->
                        throw new MalformedAnswerException("conditional order " + VenueJson.shown(clientAlgoId)
                                + " is FINISHED, which its regular order " + actualOrderId + " has to explain");
                },
                Quantity.ZERO,
                null,
                updatedAtMs);
    }

    /** This order with the fate of the regular order that executes it. */
    VenueOrder executedBy(VenueOrder regular) {
        return as(regular.status(), regular.filled(), regular.reason(), Math.max(updatedAtMs, regular.updatedAtMs()));
    }

    private VenueOrder as(VenueOrder.Status status, Quantity filled, @Nullable String reason, long atMs) {
        return new VenueOrder(symbol, clientAlgoId, algoId, actualOrderId, status, filled, reason, atMs);
    }
}
