package dev.sextant.direct.exam;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.venues.http.Sleeper;
import java.util.function.LongSupplier;

/**
 * The time an examination goes by.
 *
 * @param nanos never go back, at the wall's pace
 */
public record Clocks(EpochClock wall, LongSupplier nanos, Sleeper sleeper) {

    /** This machine's. */
    public static Clocks system() {
        return new Clocks(System::currentTimeMillis, System::nanoTime, Sleeper.real());
    }
}
