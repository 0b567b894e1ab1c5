package dev.sextant.local.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.backtest.BacktestDesk;
import dev.sextant.api.backtest.BacktestRequest;
import dev.sextant.api.http.ApiException;
import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.backtest.report.KeptReport;
import dev.sextant.backtest.report.ReportException;
import dev.sextant.backtest.report.ReportFolder;
import dev.sextant.backtest.report.TrialCount;
import dev.sextant.backtest.sweep.Parameter;
import dev.sextant.backtest.sweep.RecordedInput;
import dev.sextant.backtest.sweep.ReplayJson;
import dev.sextant.backtest.sweep.Sweep;
import dev.sextant.backtest.sweep.SweepJson;
import dev.sextant.backtest.sweep.SweepPlan;
import dev.sextant.local.backtest.RecordedFiles.Recorded;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import io.micronaut.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs replays and sweeps over the recordings of this machine: one at a time, for a quarter of an hour at most. */
public final class Backtests implements BacktestDesk, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Backtests.class);
    private static final long MOST_MS = 900_000;
    private static final int MOST_FILES = 8;
    private static final int LISTED = 50;

    private final RecordedFiles files;
    private final ReportFolder reports;
    private final String version;
    private final InstantSource clock;
    private final Executor worker;

    /** Reports never change, nor do the lines made of them. */
    private final Map<String, ObjectNode> summaries = new ConcurrentHashMap<>();

    private @Nullable Run run;

    /** @param worker carries out a run; one at a time is given to it */
    public Backtests(RecordedFiles files, ReportFolder reports, String version, InstantSource clock, Executor worker) {
        this.files = files;
        this.reports = reports;
        this.version = version;
        this.clock = clock;
        this.worker = worker;
    }

    @Override
    public ObjectNode overview() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("available", true).putNull("why");
        ArrayNode named = json.putArray("files");
        files.list()
                .forEach(file -> named.addObject()
                        .put("name", file.name())
                        .put("bytes", file.bytes())
                        .put("format", file.format()));
        ArrayNode parameters = json.putArray("parameters");
        for (Parameter parameter : Parameter.values()) {
            parameters
                    .addObject()
                    .put("name", parameter.word())
                    .put("expected", parameter.expected())
                    .put("condition", parameter.isCondition())
                    .put(
                            "value",
                            parameter
                                    .of(ArbSettings.USUAL)
                                    .map(value -> value.stripTrailingZeros().toPlainString())
                                    .orElse(null));
        }
        Run current = current();
        json.set("run", current == null ? JsonNodeFactory.instance.nullNode() : current.json());
        ArrayNode items = json.putArray("items");
        reports.newest(LISTED).forEach(kept -> summary(kept).ifPresent(items::add));
        return json.put("as_of", clock.instant().toString());
    }

    /** A line of the list; none of a file that was changed by hand, which only its own page tells. */
    private Optional<ObjectNode> summary(KeptReport kept) {
        try {
            return Optional.of(summaries.computeIfAbsent(
                    kept.id(),
                    id -> ReportSummary.of(reports.find(id).orElseThrow())
                            .put("kept_at", Instant.ofEpochMilli(kept.keptMs()).toString())));
        } catch (ReportException e) {
            return Optional.empty();
        }
    }

    private synchronized @Nullable Run current() {
        return run;
    }

    @Override
    public Optional<ObjectNode> report(String id) {
        try {
            return reports.find(id).map(this::told);
        } catch (ReportException e) {
            throw ApiException.refused(
                    HttpStatus.INTERNAL_SERVER_ERROR, "unreadable_report", String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode told(JsonNode report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("report", report);
        int tried = TrialCount.on(report, reports);
        json.put("tried", tried);
        TrialCount.deflated(report, tried).ifPresent(all -> json.put("deflated_for_all", all.probability()));
        return json.put("as_of", clock.instant().toString());
    }

    @Override
    public synchronized String start(BacktestRequest request) {
        if (run != null && run.isRunning()) {
            throw ApiException.refused(
                    HttpStatus.CONFLICT, "busy", "another run is under way; wait for it, or stop it");
        }
        Run begun = new Run(request, clock.millis());
        Work work = work(request, begun);
        run = begun;
        worker.execute(() -> carryOut(begun, work));
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", "the " + request.kind() + " has begun")
                .toString();
    }

    /** What a run does: it ends with a report. */
    private interface Work {
        ObjectNode report() throws RecordingException;
    }

    private Work work(BacktestRequest request, Run begun) {
        List<Recorded> chosen = chosen(request.files());
        DoublePredicate goOn = share -> goOn(begun, share);
        try {
            if (request.kind().equals("replay")) {
                ArbSettings settings = Wanted.settings(request);
                return () -> ReplayJson.run(open(chosen), settings, version, goOn);
            }
            SweepPlan plan = Wanted.plan(request);
            return () -> {
                List<BookFile> opened = open(chosen);
                List<RecordedInput> inputs = RecordedInput.of(opened);
                return SweepJson.of(Sweep.run(opened, plan, goOn), inputs, version);
            };
        } catch (IllegalArgumentException e) {
            throw ApiException.refused(HttpStatus.BAD_REQUEST, "invalid_parameter", String.valueOf(e.getMessage()));
        }
    }

    private List<Recorded> chosen(List<String> names) {
        if (names.isEmpty() || names.size() > MOST_FILES) {
            throw ApiException.badValue("files", names.size() + " names", "1 to " + MOST_FILES + " names of the list");
        }
        return names.stream()
                .distinct()
                .map(name -> files.find(name)
                        .orElseThrow(() -> ApiException.badValue("files", name, "a name of the list of files")))
                .toList();
    }

    private static List<BookFile> open(List<Recorded> chosen) throws RecordingException {
        List<BookFile> opened = new ArrayList<>();
        for (Recorded file : chosen) {
            opened.add(BookFile.open(file.path(), null));
        }
        return opened;
    }

    private boolean goOn(Run begun, double share) {
        if (clock.millis() - begun.startedMs() > MOST_MS) {
            begun.stop("it took longer than " + MOST_MS / 60_000 + " minutes; try fewer sets, or ./sextant arb sweep");
        }
        return begun.at(share);
    }

    private void carryOut(Run begun, Work work) {
        try {
            ObjectNode report = work.report();
            reports.keep(report);
            begun.done(report.path("id").asText());
        } catch (CancellationException e) {
            begun.ended(Run.State.STOPPED, null);
        } catch (RecordingException | ReportException | IllegalArgumentException e) {
            begun.ended(Run.State.FAILED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("a run of {} failed", begun.json(), e);
            begun.ended(Run.State.FAILED, "something went wrong here; the desk's log says what");
        }
    }

    @Override
    public String stop() {
        Run current = current();
        boolean running = current != null && current.isRunning();
        if (current != null && running) {
            current.stop("stopped by the operator");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", running ? "the run is being stopped" : "no run is under way")
                .toString();
    }

    @Override
    public void close() {
        stop();
    }
}
