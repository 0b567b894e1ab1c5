package dev.sextant.risk;

import dev.sextant.domain.event.SignalRaised;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Looks for values that no exit could be placed with. A position that can't be looked after must never be opened, and a
 * signal that no size can be computed of must not stop the shard.
 */
final class SignalCheck {

    private SignalCheck() {}

    /** What is impossible about it, or empty. */
    static Optional<String> impossible(SignalRaised signal) {
        BigDecimal share = signal.takeProfit1Share();
        BigDecimal farthest = signal.stopDistance().max(signal.takeProfit2Distance());
        if (signal.price().compareTo(farthest) <= 0) {
            return Optional.of("price " + signal.price().toPlainString() + " leaves no room for a stop or target "
                    + farthest.toPlainString() + " away");
        }
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            return Optional.of(
                    "share of the first target is " + share.toPlainString() + ", expected between 0 and 1, exclusive");
        }
        return signal.closeAfterMs() > 0
                ? Optional.empty()
                : Optional.of("longest holding time is " + signal.closeAfterMs() + " ms, expected more than 0");
    }
}
