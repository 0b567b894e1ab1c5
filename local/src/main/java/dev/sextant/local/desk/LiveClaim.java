package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Says in the state folder that it is a live desk's, and of which exchange: mixed with a replay it would mean nothing. */
final class LiveClaim {

    private final StateFolder state;
    private final String exchange;

    private LiveClaim(StateFolder state, String exchange) {
        this.state = state;
        this.exchange = exchange;
    }

    /**
     * Whether the state may be this exchange's.
     *
     * @throws DeskException when it is a replay's, or another exchange's
     */
    static LiveClaim of(StateFolder state, String exchange) {
        String owner = ReplayCursor.owner(state);
        if (!owner.isEmpty() && !owner.equals(words(exchange))) {
            throw ReplayCursor.belongsTo(state, owner);
        }
        return new LiveClaim(state, exchange);
    }

    /** Writes it down. */
    void keep() {
        state.write(
                ReplayCursor.FILE,
                JsonNodeFactory.instance.objectNode().put("live", exchange).toString());
    }

    static String words(String exchange) {
        return "live data from " + exchange;
    }
}
