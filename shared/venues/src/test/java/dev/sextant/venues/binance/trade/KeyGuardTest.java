package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sextant.domain.venue.VenueUnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long an answer about a key is good. */
class KeyGuardTest {

    private static final KeyRights CAREFUL = new KeyRights(true, true, true, false, false, false, List.of());
    private static final KeyRights THIEF = new KeyRights(true, true, true, true, false, false, List.of());

    private long nanos;
    private int asked;
    private KeyRights rights = CAREFUL;
    private boolean away;

    private final KeyGuard guard = new KeyGuard(
            () -> {
                asked++;
                if (away) {
                    throw new VenueUnavailableException("away");
                }
                return rights;
            },
            () -> nanos);

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void aGoodKeyIsAskedForOnceADay() {
        assertInstanceOf(KeyStanding.Fit.class, guard.standing());
        pass(Duration.ofHours(23));
        assertInstanceOf(KeyStanding.Fit.class, guard.standing());
        assertEquals(1, asked);
        pass(Duration.ofHours(1));
        rights = THIEF;
        assertInstanceOf(KeyStanding.Refused.class, guard.standing());
        assertEquals(2, asked);
    }

    @Test
    void aBadKeyIsAskedForEachMinuteSoThatMendingItShows() {
        rights = THIEF;
        assertEquals(
                "the key can move money out of the account (enableWithdrawals); make another key without that right",
                guard.standing().objection());
        rights = CAREFUL;
        pass(Duration.ofSeconds(59));
        assertInstanceOf(KeyStanding.Refused.class, guard.standing());
        pass(Duration.ofSeconds(1));
        assertEquals("", guard.standing().objection());
    }

    @Test
    void whatWasNeverReadIsNotFit() {
        away = true;
        assertEquals("what the key may do is not known: away", guard.standing().objection());
        pass(Duration.ofMinutes(1));
        away = false;
        assertInstanceOf(KeyStanding.Fit.class, guard.standing());
    }

    @Test
    void aGoodAnswerOutlivesTwoDaysOfSilenceAndNoMore() {
        guard.standing();
        away = true;
        pass(Duration.ofHours(47));
        assertInstanceOf(KeyStanding.Fit.class, guard.standing());
        pass(Duration.ofHours(1));
        assertInstanceOf(KeyStanding.Unread.class, guard.standing());
    }

    @Test
    void silenceDoesNotClearABadKey() {
        rights = THIEF;
        guard.standing();
        away = true;
        pass(Duration.ofDays(3));
        assertInstanceOf(KeyStanding.Refused.class, guard.standing());
    }

    @Test
    void whereNothingCanBeWithdrawnEveryKeyIsFit() {
        assertInstanceOf(KeyStanding.Fit.class, new KeyGuard(null, () -> nanos).standing());
    }
}
