package dev.sextant.backtest.sweep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.backtest.arb.ArbRun;
import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.backtest.arb.RecordedPairs;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import java.util.List;
import java.util.function.DoublePredicate;

/** A replay with one setting as a report: what {@code sextant arb} finds, under an id. */
public final class ReplayJson {

    /** More opportunities than anybody reads; the sums count all. */
    private static final int MOST = 500;

    private ReplayJson() {}

    /**
     * Replays files.
     *
     * @param version of the program
     * @param goOn is told now and then what share is done, 0 to 1; false ends it
     * @throws IllegalArgumentException when nothing in the files is about books
     */
    public static ObjectNode run(List<BookFile> files, ArbSettings settings, String version, DoublePredicate goOn)
            throws RecordingException {
        List<RecordedInput> inputs = RecordedInput.of(files);
        RecordedPairs pairs = RecordedPairs.of(files);
        if (pairs.events() == 0) {
            throw new IllegalArgumentException("the recording has no message about a book that can be read");
        }
        double span = pairs.lastMs() - pairs.firstMs() + 1.0;
        ObjectNode found = ArbRun.collect(
                files, pairs, settings, MOST, nowMs -> goOn.test(Math.clamp((nowMs - pairs.firstMs()) / span, 0, 1)));
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.set("settings", PlanJson.settings(settings, List.of()));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", ReportId.of("replay", version, inputs, plan));
        json.put("kind", "replay");
        json.put("version", version);
        json.set("inputs", PlanJson.inputs(inputs));
        json.set("plan", plan);
        json.putObject("recording").put("from", pairs.firstMs()).put("to", pairs.lastMs());
        json.setAll(found);
        return json;
    }
}
