package dev.sextant.recordings.row;

import dev.sextant.recordings.input.Head;
import dev.sextant.recordings.input.Records;
import org.jspecify.annotations.Nullable;

/** A dialect of recording. */
public interface RecordingFormat {

    /** Kebab-case name, as reports show it. */
    String name();

    /** A parser for the file with this head, or null when it is of another dialect. */
    @Nullable
    RecordParser recognise(Head head);

    /** How the file is cut into records. */
    Records records();
}
