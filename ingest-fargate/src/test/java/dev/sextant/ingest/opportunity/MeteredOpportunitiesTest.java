package dev.sextant.ingest.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.store.StoreException;
import dev.sextant.platform.telemetry.EmfMetrics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeteredOpportunitiesTest {

    private final List<String> lines = new ArrayList<>();

    private MeteredOpportunities over(OpportunityStore store) {
        return new MeteredOpportunities(
                store, new EmfMetrics(MeteredOpportunities.SERVICE, lines::add, () -> 1_700_000_000_000L));
    }

    private static String status(int messages, int wrong) {
        return "{\"venue\":\"kraken\",\"feed\":{\"messages\":" + messages + ",\"wrong_checksums\":" + wrong + "}}";
    }

    @Test
    void totalsBecomeWhatTheyHaveGrownByAndBeginAnewWithAnotherFeed() throws StoreException {
        MeteredOpportunities store = over(OpportunityStore.NONE);
        store.post(status(100, 0));
        store.post(status(140, 2));
        store.post(status(7, 0));
        assertTrue(lines.get(0).contains("\"BookMessages\":100"), lines.get(0));
        assertTrue(lines.get(1).contains("\"BookMessages\":40"), lines.get(1));
        assertTrue(lines.get(1).contains("\"BookChecksumsWrong\":2"), lines.get(1));
        assertTrue(lines.get(2).contains("\"BookMessages\":7"), lines.get(2));
        assertTrue(lines.get(2).contains("\"service\":\"kraken\""), lines.get(2));
    }

    @Test
    void whatIsNoStatusIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> over(OpportunityStore.NONE).post("{"));
        assertEquals(List.of(), lines);
    }
}
