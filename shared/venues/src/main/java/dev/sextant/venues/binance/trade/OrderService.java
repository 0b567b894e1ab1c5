package dev.sextant.venues.binance.trade;

import dev.sextant.domain.order.OrderType;

/** The venue's two order services, with the names each uses for the same things. */
enum OrderService {
    REGULAR("/fapi/v1/order", "origClientOrderId"),
    ALGO("/fapi/v1/algoOrder", "clientAlgoId");

    private final String orderPath;
    private final String clientIdParameter;

    OrderService(String orderPath, String clientIdParameter) {
        this.orderPath = orderPath;
        this.clientIdParameter = clientIdParameter;
    }

    /** The service that holds orders of a type. */
    static OrderService of(OrderType type) {
        return type.conditional() ? ALGO : REGULAR;
    }

    /** Where one order is placed, asked for and cancelled. */
    String orderPath() {
        return orderPath;
    }

    /** The parameter that names an order by our id when asking or cancelling. */
    String clientIdParameter() {
        return clientIdParameter;
    }
}
