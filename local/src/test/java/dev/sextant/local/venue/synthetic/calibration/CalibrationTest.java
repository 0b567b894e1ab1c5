package dev.sextant.local.venue.synthetic.calibration;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The generated market is near the recorded ones, in each number that it was calibrated on. */
class CalibrationTest {

    @Test
    void threeGeneratedDaysLookLikeTheRecordings() {
        assertAll(
                Comparison.rows(1, 72).stream().<Executable>map(row -> () -> assertTrue(row.isClose(), row::toString)));
    }
}
