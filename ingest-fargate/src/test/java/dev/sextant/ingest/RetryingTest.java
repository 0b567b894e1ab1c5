package dev.sextant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.venues.http.VenueReadException;
import dev.sextant.venues.http.VenueReadException.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryingTest {

    private final List<Long> pausesMs = new ArrayList<>();
    private final Retrying retrying = new Retrying(new Health(List.of(), 0, () -> 0), pausesMs::add, () -> 0.5);
    private int attempts;

    @Test
    void whatTheStartNeedsIsAskedForUntilItIsThere() throws Exception {
        String answer = retrying.until(() -> switch (++attempts) {
            case 1 -> throw new VenueReadException(Kind.UNREACHABLE, "down");
            case 2 -> throw new StoreException("down", new IllegalStateException());
            case 3 -> throw new VenueReadException(Kind.THROTTLED, "later", 7_000);
            default -> "there";
        });
        assertEquals("there", answer);
        assertEquals(List.of(350L, 600L, 7_000L), pausesMs);
    }

    @Test
    void aForbiddenRegionIsNotAskedAgain() {
        assertThrows(
                VenueReadException.class,
                () -> retrying.until(() -> {
                    throw new VenueReadException(Kind.FORBIDDEN, "region");
                }));
        assertEquals(List.of(), pausesMs);
    }
}
