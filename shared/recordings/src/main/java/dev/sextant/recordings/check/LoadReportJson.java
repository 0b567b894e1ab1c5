package dev.sextant.recordings.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.time.IsoTime;
import dev.sextant.recordings.event.RecordedEvent;
import java.util.Locale;
import java.util.Map;

/** A report as one JSON object: snake_case, ISO-8601 times in UTC; what a format can't tell is left out. */
public final class LoadReportJson {

    private LoadReportJson() {}

    /** The JSON of one report. */
    public static ObjectNode of(LoadReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", report.file()).put("format", report.format()).put("time", report.timeBasis());
        counts(json, report.counts());
        ObjectNode apart = json.putObject("apart");
        report.apart().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> apart.put(entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue()));
        gaps(json, report.gaps());
        report.intervalMs().ifPresent(interval -> json.put("interval_ms", interval));
        clock(json, report.clock());
        ObjectNode channels = json.putObject("channels");
        report.channels().forEach(channels::put);
        ObjectNode kinds = json.putObject("kinds");
        report.kinds().forEach((kind, count) -> kinds.put(kind.wireName(), count));
        var faults = json.putArray("malformed_rows");
        report.faults()
                .forEach(fault ->
                        faults.addObject().put("number", fault.number()).put("reason", fault.reason()));
        var streams = json.putArray("streams");
        report.streams().forEach(stream -> stream(streams.addObject(), stream));
        var notes = json.putArray("notes");
        report.notes().forEach(notes::add);
        return json;
    }

    private static void counts(ObjectNode json, LoadReport.Counts counts) {
        json.put("rows", counts.rows())
                .put("kept", counts.kept())
                .put("duplicates", counts.duplicates())
                .put("malformed", counts.malformed())
                .put("out_of_order", counts.outOfOrder());
        if (counts.outOfOrder() > 0) {
            json.put(
                    counts.stepBackInMs() ? "largest_step_back_ms" : "largest_step_back_ids", counts.largestStepBack());
        }
    }

    private static void stream(ObjectNode json, LoadReport.StreamReport stream) {
        json.put("stream", stream.stream())
                .put("kept", stream.kept())
                .put("duplicates", stream.duplicates())
                .put("out_of_order", stream.outOfOrder());
        gaps(json, stream.gaps());
    }

    private static void gaps(ObjectNode json, LoadReport.Gaps gaps) {
        if (!gaps.judged()) {
            return;
        }
        ObjectNode to = json.putObject("gaps");
        to.put("count", gaps.count()).put("missing", gaps.missing()).put("of_unknown_size", gaps.breaks());
        if (gaps.longestAt() != null) {
            to.put("longest", gaps.longest()).put("longest_at", gaps.longestAt());
        }
    }

    private static void clock(ObjectNode json, LoadReport.Clock clock) {
        if (clock.firstMs() == RecordedEvent.NO_TIME) {
            return;
        }
        json.put("first", IsoTime.print(clock.firstMs())).put("last", IsoTime.print(clock.lastMs()));
        json.putObject("clock")
                .put("steps_back", clock.stepsBack())
                .put("largest_step_back_ms", clock.largestStepBackMs());
        LoadReport.Silence silence = clock.silence();
        ObjectNode to = json.putObject("silence").put("longest_ms", silence.longestMs());
        if (silence.longestMs() > 0) {
            to.put("longest_from", IsoTime.print(silence.longestFromMs()));
        }
        if (silence.thresholdMs() != Long.MAX_VALUE) {
            to.put("threshold_ms", silence.thresholdMs()).put("count", silence.count());
        }
    }
}
