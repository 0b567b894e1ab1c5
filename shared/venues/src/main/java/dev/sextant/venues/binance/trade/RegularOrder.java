package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueOrder.Status;

/** Reads an order of the regular service. Average price and quote total are left alone: the venue may omit them. */
final class RegularOrder {

    private static final String EXPIRED_IN_MATCH = "EXPIRED_IN_MATCH";

    private RegularOrder() {}

    static VenueOrder read(JsonNode json) throws MalformedAnswerException {
        String status = VenueJson.text(json, "status");
        return new VenueOrder(
                VenueJson.symbol(json),
                VenueJson.text(json, "clientOrderId"),
                Long.toString(VenueJson.whole(json, "orderId")),
                null,
                status(json, status),
                VenueJson.quantity(json, "executedQty"),
                status.equals(EXPIRED_IN_MATCH) ? "expired in match: self-trade prevention" : null,
                VenueJson.whole(json, "updateTime"));
    }

    private static Status status(JsonNode json, String status) throws MalformedAnswerException {
        return switch (status) {
            case "NEW" -> Status.OPEN;
            case "PARTIALLY_FILLED" -> Status.PARTIALLY_FILLED;
            case "FILLED" -> Status.FILLED;
            case "CANCELED" -> Status.CANCELED;
            case "REJECTED" -> Status.REJECTED;
            case "EXPIRED", EXPIRED_IN_MATCH -> Status.EXPIRED;
            default -> throw VenueJson.wrong("status", json.path("status"), "an order status");
        };
    }
}
