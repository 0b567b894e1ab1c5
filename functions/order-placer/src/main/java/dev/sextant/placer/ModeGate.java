package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.binance.mode.TradingMode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets through what is for an account of this desk's mode. Its address was checked when the placer was put together; this
 * looks at the other end, where the database says whose money an account is. An order of the wrong mode is never sent: it
 * stays approved, and the sweep ends it unsent.
 */
final class ModeGate {

    private static final Logger LOG = LoggerFactory.getLogger(ModeGate.class);

    private final TradingMode mode;
    private final Function<Account, Optional<String>> stored;
    private final Metrics metrics;
    private final Set<Account> ours = ConcurrentHashMap.newKeySet();

    /** @param stored the mode an account was made with, empty when nobody knows the account */
    ModeGate(TradingMode mode, Function<Account, Optional<String>> stored, Metrics metrics) {
        this.mode = mode;
        this.stored = stored;
        this.metrics = metrics;
    }

    /** Whether anything may be done for the account. An account's mode never changes, so a yes is asked for once. */
    boolean admits(Account account) {
        if (ours.contains(account)) {
            return true;
        }
        Optional<String> theirs = stored.apply(account);
        if (theirs.isPresent() && !theirs.get().equals(mode.word())) {
            metrics.count("ModeRefusals", 1);
            LOG.error(
                    "account {} is of mode {}, this placer of {}: nothing is sent", account, theirs.get(), mode.word());
            return false;
        }
        if (theirs.isPresent()) {
            ours.add(account);
        }
        return true;
    }
}
