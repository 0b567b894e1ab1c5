package dev.sextant.local.venue.rest;

/** One-way or hedge mode, which is of the whole account. The venue shows it and refuses by it; it trades in one-way mode only. */
final class PositionMode {

    private volatile boolean hedge;

    boolean isHedge() {
        return hedge;
    }

    void set(boolean hedgeMode) {
        hedge = hedgeMode;
    }

    /** Refuses an order whose position side is of the other mode. In hedge mode one is needed, and none is traded here. */
    void check(Params params) {
        String side = params.text("positionSide");
        boolean oneWay = side == null || side.equals("BOTH");
        if (hedge || !oneWay) {
            throw ApiError.badRequest(-4061, "Order's position side does not match user's setting.");
        }
    }
}
