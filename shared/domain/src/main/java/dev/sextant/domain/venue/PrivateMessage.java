package dev.sextant.domain.venue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What a message of the private stream says, in the desk's words. */
public sealed interface PrivateMessage {

    /**
     * An order as it stands, after what has just happened to it. Of a conditional order that has triggered this is the
     * regular order that executes it.
     *
     * @param order with the venue's id of the regular order
     * @param execution the fill that the message tells of, if it is one and is told completely
     * @param lacksDetail true when it tells of a fill without all that booking it needs; REST has the rest
     */
    record OrderUpdate(VenueOrder order, Optional<Fill> execution, boolean lacksDetail) implements PrivateMessage {}

    /**
     * A conditional order. Its status is the one before or instead of a trigger.
     *
     * @param order with the venue's id in the conditional service and, once triggered, the regular order's
     * @param finished true when its regular order has ended, which only that one can tell about
     */
    record ConditionalUpdate(VenueOrder order, boolean finished) implements PrivateMessage {}

    /**
     * Balances or positions have changed.
     *
     * @param reason the venue's word
     * @param moneyMoved true when the reason is neither an order nor a funding nor a setting, so that the account's cash
     *     flows are worth a look
     * @param positions signed quantity of each position that changed; a closed one is zero
     */
    record AccountUpdate(String reason, boolean moneyMoved, Map<Symbol, BigDecimal> positions, long atMs)
            implements PrivateMessage {

        public AccountUpdate {
            positions = Map.copyOf(positions);
        }
    }

    /** The stream's key has ended; the fingerprint tells which. */
    record KeyExpired(String keyFingerprint) implements PrivateMessage {}

    /** The venue warns that positions may be liquidated. */
    record MarginCall() implements PrivateMessage {}

    /** Somebody changed the account's settings: leverage or asset mode. */
    record SettingsChanged() implements PrivateMessage {}

    /** Of no use to the desk. */
    record Other(String type) implements PrivateMessage {}
}
