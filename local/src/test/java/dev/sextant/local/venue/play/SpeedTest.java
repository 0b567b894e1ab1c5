package dev.sextant.local.venue.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.5", "20", "max"})
    void printsAsItWasWritten(String text) {
        assertEquals(text, Speed.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "NaN", ""})
    void refusesWhatIsNoSpeed(String text) {
        assertThrows(IllegalArgumentException.class, () -> Speed.parse(text));
    }

    @Test
    void eventTimeRunsAtTheFactorAndStopsAreNotMadeUpFor() {
        WallPace pace = new WallPace(new Speed(4));
        pace.anchor(1_000, 0);
        assertEquals(250_000_000, pace.delayNanos(2_000, 0));
        assertEquals(150_000_000, pace.delayNanos(2_000, 100_000_000));
        pace.hold(5_000_000_000L);
        assertEquals(5_150_000_000L, pace.delayNanos(2_000, 100_000_000));
        assertEquals(0, new WallPace(Speed.MAX).delayNanos(9_999, 0));
    }
}
