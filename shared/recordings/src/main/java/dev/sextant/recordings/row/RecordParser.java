package dev.sextant.recordings.row;

import java.util.List;

/** Reads the records of one file whose dialect is known. Never throws on what a record holds. */
public interface RecordParser {

    /** What a record is. */
    Row parse(String record);

    /** Which time the events carry and what the file's clock is, with units. */
    String timeBasis();

    /** What this dialect can't show, and where a fact comes from when not from the content. */
    List<String> notes();

    /** Silence longer than this is counted, milliseconds. */
    long silenceMs();
}
