package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.feed.Wire;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Histories that come fifty at a time. Pages follow by offset; whichever end the venue counts from, an entry that is
 * added meanwhile shows one twice and never hides one, so what counts is that as many ids were seen as were told of.
 */
final class Pages {

    private static final int MOST_PAGES = 400;
    private static final int MOST_ENTRIES = 1_000_000_000;

    private final RepeatableCalls calls;

    Pages(RepeatableCalls calls) {
        this.calls = calls;
    }

    /**
     * Every entry by its id.
     *
     * @param page the call for an offset
     * @param section the field that has the entries
     */
    Map<String, JsonFields> all(IntFunction<KrakenCall> page, String section)
            throws VenueUnavailableException, MalformedJson {
        Map<String, JsonFields> entries = new TreeMap<>();
        int offset = 0;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            JsonFields answer = calls.read(page.apply(offset));
            JsonFields found = answer.object(section);
            for (String id : found.names()) {
                entries.putIfAbsent(id, found.object(id));
            }
            int told = Wire.whole(answer, "count", MOST_ENTRIES);
            offset += found.names().size();
            if (offset >= told || found.names().isEmpty()) {
                return complete(entries, told, section);
            }
        }
        throw new VenueUnavailableException(section + ": more than " + MOST_PAGES + " pages, ask for a later time");
    }

    private static Map<String, JsonFields> complete(Map<String, JsonFields> entries, int told, String section)
            throws VenueUnavailableException {
        if (entries.size() < told) {
            throw new VenueUnavailableException(
                    section + ": the venue tells of " + told + " entries and shows " + entries.size());
        }
        return entries;
    }
}
