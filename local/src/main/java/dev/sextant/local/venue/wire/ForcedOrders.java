package dev.sextant.local.venue.wire;

import java.util.List;

/** The ids that the exchange reserves for orders of its own: liquidation, deleveraging, delisting. */
public final class ForcedOrders {

    /** A liquidation's ids begin so. */
    public static final String LIQUIDATION = "autoclose-";

    /** A deleveraging's id. */
    public static final String DELEVERAGING = "adl_autoclose";

    private static final List<String> PREFIXES = List.of(LIQUIDATION, DELEVERAGING, "settlement_autoclose-");

    private ForcedOrders() {}

    static boolean isForced(String clientOrderId) {
        return PREFIXES.stream().anyMatch(clientOrderId::startsWith);
    }
}
