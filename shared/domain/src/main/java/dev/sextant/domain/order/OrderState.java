package dev.sextant.domain.order;

/** Where an order intent stands, named after what is known. The legal moves are in {@link OrderLifecycle}. */
public enum OrderState {
    /** Wanted, not yet judged. */
    NEW,
    /** Refused by risk; nothing was reserved. */
    RISK_REJECTED,
    /** Passed risk and holds its reservation. */
    APPROVED,
    /** Stopped at the claim: kill switch, pause, stale data, clock, filters. */
    BLOCKED,
    /** Expired before anybody claimed it. */
    EXPIRED_UNSENT,
    /** Claimed: one holder may send it, once, ever. */
    SENDING,
    /** Resting at the venue. */
    OPEN,
    PARTIALLY_FILLED,
    FILLED,
    /** Refused by the venue, definitely. */
    REJECTED,
    CANCELED,
    EXPIRED,
    /** The venue may or may not have it. Holds its risk; only the reconciler may finish it. */
    UNKNOWN,
    /** Not found at the venue so far; risk stays reserved until the quarantine ends. */
    QUARANTINED,
    /** The quarantine ended without a trace of it. */
    NOT_PLACED;

    /** True when no event may change the state any more. */
    public boolean isFinal() {
        return OrderLifecycle.eventsFrom(this).isEmpty();
    }

    /** True while the intent holds risk: approved and not final. */
    public boolean holdsRisk() {
        return this != NEW && !isFinal();
    }

    /** The name of the public view, in which the inner doubts show as SUBMITTED. */
    public String publicName() {
        return switch (this) {
            case SENDING, UNKNOWN, QUARANTINED, OPEN -> "SUBMITTED";
            case NEW, APPROVED -> "NEW";
            case RISK_REJECTED, BLOCKED, REJECTED, NOT_PLACED -> "REJECTED";
            case EXPIRED_UNSENT, EXPIRED -> "EXPIRED";
            case PARTIALLY_FILLED -> "PARTIALLY_FILLED";
            case FILLED -> "FILLED";
            case CANCELED -> "CANCELED";
        };
    }
}
