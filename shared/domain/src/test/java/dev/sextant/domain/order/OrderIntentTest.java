package dev.sextant.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.Tier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderIntentTest {

    private static String refusal(
            Purpose purpose, boolean reduceOnly, @Nullable Long bucketStartMs, @Nullable Long expiresAtMs) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> Sample.intent(purpose, reduceOnly, bucketStartMs, expiresAtMs))
                .getMessage());
    }

    @Test
    void anEntryAddsExposureAndHasABucketAndAnExpiry() {
        assertEquals(Purpose.ENTRY, Sample.intent(Purpose.ENTRY, false, 0L, 1L).purpose());
        String wrong = "entry " + Sample.ID + " has no expiry or no bucket: entries need both";
        assertEquals(wrong, refusal(Purpose.ENTRY, false, 0L, null));
        assertEquals(wrong, refusal(Purpose.ENTRY, false, null, 1L));
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"FIRST_LEG", "NEXT_LEG", "UNWIND"})
    void anOrderOfAPlanIsNoneOfARoundTrip(Purpose purpose) {
        assertEquals(
                "intent " + Sample.ID + " is a " + purpose + ": orders of a plan belong to no round trip",
                refusal(purpose, false, 0L, 1L));
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST_LEG", "NEXT_LEG", "UNWIND"})
    void exactlyTheEntriesMayAddExposure(Purpose purpose) {
        boolean entry = purpose == Purpose.ENTRY;
        assertEquals(
                "intent " + Sample.ID + " is a " + purpose + " with reduceOnly " + entry
                        + ": exactly the entries add exposure",
                refusal(purpose, entry, 0L, 1L));
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"STOP", "TAKE_PROFIT_1", "TAKE_PROFIT_2", "CLOSE"})
    void anExitNeedsNeither(Purpose purpose) {
        assertEquals(purpose, Sample.intent(purpose, true, null, null).purpose());
    }

    @Test
    void thePlanIsTheSignals() {
        assertEquals(
                new EntryPlan(
                        Direction.LONG,
                        Tier.HEAVY,
                        88,
                        new BigDecimal("61800"),
                        new BigDecimal("30"),
                        new BigDecimal("40"),
                        new BigDecimal("50"),
                        new BigDecimal("60"),
                        new BigDecimal("0.5"),
                        15_000,
                        60_000),
                EntryPlan.of(Sample.SIGNAL));
    }
}
