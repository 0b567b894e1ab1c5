package dev.sextant.recordings.frame;

import dev.sextant.recordings.row.Row;
import dev.sextant.venues.http.MalformedJson;
import java.util.List;

/** The dialect of one venue's frames. */
interface FrameReader {

    /** Kebab-case name, as reports show it. */
    String name();

    /** True when a frame can only be of this dialect. */
    boolean claims(Envelope frame);

    /** Reads a frame; what is thrown makes it malformed. */
    Row read(Envelope frame) throws MalformedJson;

    /** The venue's time in a frame, as reports name it. */
    String venueTime();

    /** What the dialect can't show. */
    List<String> notes();
}
