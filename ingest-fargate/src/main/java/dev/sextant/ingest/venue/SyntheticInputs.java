package dev.sextant.ingest.venue;

import dev.sextant.venues.http.VenueReadException;
import java.util.Set;

/** Which inputs the venue makes up because its recording lacks them; everything that uses one is marked. */
@FunctionalInterface
public interface SyntheticInputs {

    /** Names as in {@code synthetic_inputs}: {@code funding_rate}, {@code liquidation}, …; empty for a real exchange. */
    Set<String> names() throws VenueReadException, InterruptedException;
}
