package dev.sextant.reconciler;

import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.binance.trade.KeyStanding;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the rights of the reconciler's key with each pass: a key that can move money out bars every entry, here as in
 * the doctor's checks, and people are told. Which passes really ask the venue is the key's own business.
 */
final class KeyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);

    private final Supplier<KeyStanding> key;
    private final Consumer<String> blockAll;
    private final Metrics metrics;

    /** @param blockAll stops new entries in every symbol, for a reason, until a human clears it */
    KeyWatch(Supplier<KeyStanding> key, Consumer<String> blockAll, Metrics metrics) {
        this.key = key;
        this.blockAll = blockAll;
        this.metrics = metrics;
    }

    /** One look; what can't be read is told and blocks nothing here: the placer sends no entry with such a key. */
    void look() {
        KeyStanding standing = key.get();
        metrics.count("KeyRefused", standing instanceof KeyStanding.Refused ? 1 : 0);
        metrics.count("KeyUnread", standing instanceof KeyStanding.Unread ? 1 : 0);
        switch (standing) {
            case KeyStanding.Fit _ -> {}
            case KeyStanding.Refused _ -> {
                LOG.error("every entry is blocked: {}", standing.objection());
                blockAll.accept(standing.objection());
            }
            case KeyStanding.Unread _ -> LOG.warn("{}", standing.objection());
        }
    }
}
