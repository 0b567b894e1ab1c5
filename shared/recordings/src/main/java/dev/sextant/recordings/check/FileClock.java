package dev.sextant.recordings.check;

import dev.sextant.recordings.event.RecordedEvent;

/** The course of a file's clock: first and last time, steps back from one row to the next, silence. */
final class FileClock {

    private final long silenceMs;
    private long firstMs = RecordedEvent.NO_TIME;
    private long lastMs = RecordedEvent.NO_TIME;
    private long previousMs = RecordedEvent.NO_TIME;
    private long stepsBack;
    private long largestStepBackMs;
    private long silences;
    private long longestSilenceMs;
    private long longestSilenceFromMs = RecordedEvent.NO_TIME;

    FileClock(long silenceMs) {
        this.silenceMs = silenceMs;
    }

    void tick(long ms) {
        if (firstMs == RecordedEvent.NO_TIME) {
            firstMs = ms;
            lastMs = ms;
        } else {
            if (ms < previousMs) {
                stepsBack++;
                largestStepBackMs = Math.max(largestStepBackMs, previousMs - ms);
            }
            silence(ms - lastMs);
            firstMs = Math.min(firstMs, ms);
            lastMs = Math.max(lastMs, ms);
        }
        previousMs = ms;
    }

    private void silence(long lengthMs) {
        if (lengthMs > silenceMs) {
            silences++;
        }
        if (lengthMs > longestSilenceMs) {
            longestSilenceMs = lengthMs;
            longestSilenceFromMs = lastMs;
        }
    }

    LoadReport.Clock report() {
        return new LoadReport.Clock(
                firstMs,
                lastMs,
                stepsBack,
                largestStepBackMs,
                new LoadReport.Silence(silenceMs, silences, longestSilenceMs, longestSilenceFromMs));
    }
}
