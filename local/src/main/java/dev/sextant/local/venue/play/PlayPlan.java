package dev.sextant.local.venue.play;

import dev.sextant.local.venue.journal.JournalEntry;
import java.util.List;

/**
 * How to play a capture.
 *
 * @param span what the capture covers
 * @param startMs event time to start at; everything up to then has happened silently
 * @param past orders of an earlier play; when they go beyond the start, the play starts after the last of them
 * @param pacer holds the play at each full second
 * @param onFinished called once on the player's thread at the end
 */
public record PlayPlan(
        TapeSpan span, long startMs, List<JournalEntry> past, Speed speed, Pacer pacer, Runnable onFinished) {

    public PlayPlan {
        startMs = Math.clamp(startMs, span.firstMs(), span.lastMs());
        past = List.copyOf(past);
    }
}
