package dev.sextant.local.venue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.time.EpochClock;
import java.net.URI;

/** A venue on the loopback interface where orders cost nothing, whatever its market comes from. */
public interface PaperVenue extends AutoCloseable {

    /** {@code http://127.0.0.1:port}, the base of {@code /fapi}. */
    URI httpUri();

    /** {@code ws://127.0.0.1:port}, the base of {@code /private} and, where the market is played here, of the others. */
    URI wsUri();

    /** Event time of the market. */
    EpochClock marketClock();

    /** What {@code GET /sextant/v1/venue} answers. */
    ObjectNode description();

    @Override
    void close();
}
