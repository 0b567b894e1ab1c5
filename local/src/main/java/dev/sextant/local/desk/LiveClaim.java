package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.venues.binance.mode.TradingMode;

/** Says in the state folder that it is a live desk's, and of which exchange: mixed with a replay it would mean nothing. */
final class LiveClaim {

    private final StateFolder state;
    private final TradingMode mode;
    private final String exchange;

    private LiveClaim(StateFolder state, TradingMode mode, String exchange) {
        this.state = state;
        this.mode = mode;
        this.exchange = exchange;
    }

    /**
     * Whether the state may be this exchange's, in this mode.
     *
     * @throws DeskException when it is a replay's, another exchange's or of another mode
     */
    static LiveClaim of(StateFolder state, TradingMode mode, String exchange) {
        String owner = ReplayCursor.owner(state);
        if (!owner.isEmpty() && !owner.equals(words(mode.word(), exchange))) {
            throw ReplayCursor.belongsTo(state, owner);
        }
        return new LiveClaim(state, mode, exchange);
    }

    /** Writes it down. */
    void keep() {
        state.write(
                ReplayCursor.FILE,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("live", exchange)
                        .put("mode", mode.word())
                        .toString());
    }

    static String words(String mode, String exchange) {
        return mode.equals(TradingMode.PAPER.word())
                ? "live data from " + exchange
                : "orders in mode " + mode + " at " + exchange;
    }
}
