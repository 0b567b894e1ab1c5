package dev.sextant.ingest.venue;

import dev.sextant.domain.market.IndicatorType;
import dev.sextant.venues.http.VenueReadException;
import java.util.Set;

/** Which inputs the venue makes up because its recording lacks them; everything that uses one is marked. */
@FunctionalInterface
public interface SyntheticInputs {

    /** Names as in {@code synthetic_inputs}: {@code funding_rate}, {@code liquidation}, …; empty for a real exchange. */
    Set<String> names() throws VenueReadException, InterruptedException;

    /** Whether readings of a type are made up, given the names. Open interest goes by two of them. */
    static boolean contains(Set<String> names, IndicatorType type) {
        boolean openInterest = type == IndicatorType.OPEN_INTEREST_HIST && names.contains("open_interest");
        return openInterest || names.contains(type.wireName());
    }
}
