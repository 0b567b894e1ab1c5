package dev.sextant.ingest.spill;

/**
 * How a spill is.
 *
 * @param records waiting on disk
 * @param bytes on disk, those of records already taken among them until their segment is done
 * @param oldestAgeMs of the oldest record waiting, up to a segment's time too high; 0 when none waits
 * @param everSpilled records since the start
 * @param filesAside damaged or foreign files in the folder, kept for a human
 * @param trouble why the disk takes nothing, or empty
 */
public record SpillFigures(
        long records, long bytes, long oldestAgeMs, long everSpilled, long filesAside, String trouble) {

    /** Nothing was spilled. */
    public static final SpillFigures NONE = new SpillFigures(0, 0, 0, 0, 0, "");
}
