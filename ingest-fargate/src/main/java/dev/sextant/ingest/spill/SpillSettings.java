package dev.sextant.ingest.spill;

import java.nio.file.Path;

/**
 * Where and how much.
 *
 * @param folder of this ingest alone; made when absent
 * @param maxBytes of all segments together; 0 = no spill at all
 * @param segmentBytes at which the next segment begins
 * @param segmentMs after which the next segment begins, so that sent ones can go and ages are known
 */
public record SpillSettings(Path folder, long maxBytes, int segmentBytes, long segmentMs) {

    /** Four MiB or ten seconds. */
    public static SpillSettings of(Path folder, long maxBytes) {
        return new SpillSettings(folder, maxBytes, 4 << 20, 10_000);
    }
}
