package dev.sextant.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.venue.VenueOrder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReportTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN, VENUE_OPEN",
        "PARTIALLY_FILLED, VENUE_PARTIAL",
        "FILLED, VENUE_FILLED",
        "CANCELED, VENUE_CANCELED",
        "REJECTED, VENUE_REJECTED",
        "EXPIRED, VENUE_EXPIRED"
    })
    void whatTheVenueShowsIsTheTriggerOfItsName(VenueOrder.Status status, OrderTrigger trigger) {
        VenueOrder order = new VenueOrder(Sample.BTC, "c-1", "v-1", "v-2", status, Quantity.of("0.25"), "its words", 5);
        assertEquals(
                new OrderReport(
                        Sample.ID, "test", trigger, "v-1", "v-2", Quantity.of("0.25"), List.of(), null, "its words", 7),
                OrderReport.of(Sample.ID, "test", order, List.of(), 7));
    }

    @Test
    void aReportWithoutTheVenueHasNeitherIdsNorFills() {
        assertEquals(
                new OrderReport(
                        Sample.ID,
                        "test",
                        OrderTrigger.OUTCOME_UNKNOWN,
                        null,
                        null,
                        Quantity.ZERO,
                        List.of(),
                        "unknown",
                        "no answer",
                        7),
                OrderReport.of(Sample.ID, "test", OrderTrigger.OUTCOME_UNKNOWN, "unknown", "no answer", 7));
    }

    @Test
    void aFailedStepSaysWhetherItMayHaveHappened() {
        IOException cause = new IOException("reset");
        assertTrue(new StoreException("answer lost", true, cause).mayHaveHappened());
        assertFalse(new StoreException("refused", false, cause).mayHaveHappened());
    }

    @Test
    void anAnswerHasSomethingToTellWhenItCountedPausedOrHalted() {
        assertFalse(said(OptionalLong.empty(), Map.of(), 0, null));
        assertTrue(said(OptionalLong.of(0), Map.of(), 0, null));
        assertTrue(said(OptionalLong.empty(), Map.of("10S", 0L), 0, null));
        assertTrue(said(OptionalLong.empty(), Map.of(), 1, null));
        assertTrue(said(OptionalLong.empty(), Map.of(), 0, "-2015"));
    }

    private static boolean said(
            OptionalLong usedWeight, Map<String, Long> orders, long pauseMs, @Nullable String halt) {
        return new RequestLedger.Said(usedWeight, orders, pauseMs, "", halt).anything();
    }

    @Test
    void aProcessWithAnAddressOfItsOwnIsNeverHeldBackByOthers() {
        assertEquals(Optional.empty(), RequestLedger.NONE.take(new RequestLedger.Wish("entry", 1, 1, 0)));
    }
}
