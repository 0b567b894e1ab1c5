package dev.sextant.venues.binance.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in mind what the key may do. Asked at first use, again each day because somebody may have changed it, and each
 * minute while the answer is bad or missing, so that mending it shows. A good answer outlives two days of silence.
 */
final class KeyGuard {

    private static final long AGAIN_NANOS = Duration.ofHours(24).toNanos();
    private static final long SOON_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long KEPT_NANOS = Duration.ofDays(2).toNanos();

    private final @Nullable KeyRightsSource source;
    private final LongSupplier monotonicNanos;
    private KeyStanding standing = new KeyStanding.Unread("nobody has asked yet");
    private boolean asked;
    private boolean answeredLast;
    private long askedAtNanos;
    private long goodAtNanos;

    /** @param source null where there is nothing to withdraw: then every key is fit */
    KeyGuard(@Nullable KeyRightsSource source, LongSupplier monotonicNanos) {
        this.source = source;
        this.monotonicNanos = monotonicNanos;
    }

    /** What is known now, after asking if that is due. */
    synchronized KeyStanding standing() {
        if (source == null) {
            return new KeyStanding.Fit();
        }
        long nowNanos = monotonicNanos.getAsLong();
        boolean good = answeredLast && standing instanceof KeyStanding.Fit;
        if (!asked || nowNanos - askedAtNanos >= (good ? AGAIN_NANOS : SOON_NANOS)) {
            ask(source, nowNanos);
        }
        return standing;
    }

    private void ask(KeyRightsSource wallet, long nowNanos) {
        asked = true;
        askedAtNanos = nowNanos;
        try {
            KeyRights rights = wallet.rights();
            answeredLast = true;
            standing = rights.movesMoneyOut()
                    .<KeyStanding>map(KeyStanding.Refused::new)
                    .orElseGet(KeyStanding.Fit::new);
            goodAtNanos = nowNanos;
        } catch (VenueUnavailableException e) {
            answeredLast = false;
            boolean stillGood = standing instanceof KeyStanding.Fit && nowNanos - goodAtNanos < KEPT_NANOS;
            if (!stillGood && !(standing instanceof KeyStanding.Refused)) {
                standing = new KeyStanding.Unread(String.valueOf(e.getMessage()));
            }
        }
    }
}
