package dev.sextant.placer;

import dev.sextant.domain.order.StoredOrder;
import dev.sextant.venues.binance.trade.OrderRefusals;

/** What became of the wish behind an exit: whether it was definitely not placed, and whether to wish again. */
enum Refusal {
    /** It is at the venue, was there, may be there, or may still be sent. */
    NONE,
    /** It never left, the venue had no room for it just then, or refused whoever sent it. */
    AGAIN,
    /** The price has reached its trigger. */
    LEVEL_PASSED,
    /** It would be refused again. */
    FOR_GOOD;

    static Refusal of(StoredOrder exit) {
        return switch (exit.state()) {
            case REJECTED -> ofCode(String.valueOf(exit.reasonCode()));
            case BLOCKED, EXPIRED_UNSENT, NOT_PLACED -> AGAIN;
            case NEW,
                    RISK_REJECTED,
                    APPROVED,
                    SENDING,
                    OPEN,
                    PARTIALLY_FILLED,
                    FILLED,
                    CANCELED,
                    EXPIRED,
                    UNKNOWN,
                    QUARANTINED -> NONE;
        };
    }

    private static Refusal ofCode(String code) {
        if (OrderRefusals.levelPassed(code)) {
            return LEVEL_PASSED;
        }
        return code.equals(OrderSender.ABANDONED) || OrderRefusals.retryable(code) ? AGAIN : FOR_GOOD;
    }
}
