package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.venue.PrivateStreamKeys;
import dev.sextant.domain.venue.VenueUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that there is a key with which the ingest can listen: gets one, extends it in time, and asks for another when
 * the venue has none any more. Called each minute, so a failure is tried again soon. No key is ever ended here: at Binance
 * all who listen to an account share one.
 */
public final class ListenKeyKeeper {

    /** The venue ends a key an hour after it was last extended; half of that leaves thirty more tries. */
    static final long EXTEND_AFTER_MS = 25 * 60_000;

    /**
     * A silent stream may have lost its key without anybody having said so. The venue extends whatever key is active and
     * does not say which, so the key itself is asked for: it may be another client's by now.
     */
    static final long SILENT_MS = 30_000;

    private static final Logger LOG = LoggerFactory.getLogger(ListenKeyKeeper.class);

    private final PrivateStreamKeys venue;
    private final PrivateStreams streams;

    public ListenKeyKeeper(PrivateStreamKeys venue, PrivateStreams streams) {
        this.venue = venue;
        this.streams = streams;
    }

    /** Does what is due; false when the venue did not answer. */
    public boolean keep(Account account, long nowMs) {
        streams.expect(account, nowMs);
        PrivateStreams.KeyState state = streams.keyState(account, nowMs);
        try {
            String key = state.key();
            if (key == null || state.leftMs() <= 0 || state.silentMs() > SILENT_MS) {
                mint(account, key);
            } else if (state.keptMs() >= EXTEND_AFTER_MS) {
                extend(account, key);
            }
            return true;
        } catch (VenueUnavailableException e) {
            LOG.warn("the private stream of {} has no fresh key: {}", account, e.getMessage());
            return false;
        }
    }

    /** The venue has ended a key; another is there when this returns true, unless it was not the present one. */
    boolean expired(Account account, String fingerprint, long nowMs) {
        String key = streams.keyState(account, nowMs).key();
        if (key != null && !PrivateEvent.fingerprint(key).equals(fingerprint)) {
            return true;
        }
        if (key != null) {
            streams.drop(account, key);
        }
        return keep(account, nowMs);
    }

    private void extend(Account account, String key) throws VenueUnavailableException {
        if (venue.extend()) {
            streams.keep(account, key, venue.validMs());
        } else {
            LOG.warn("the venue has ended the listen key of {}", account);
            streams.drop(account, key);
            mint(account, key);
        }
    }

    private void mint(Account account, @Nullable String before) throws VenueUnavailableException {
        String key = venue.mint();
        streams.keep(account, key, venue.validMs());
        if (!key.equals(before)) {
            LOG.info("the private stream of {} is read with listen key {}", account, PrivateEvent.fingerprint(key));
        }
    }
}
