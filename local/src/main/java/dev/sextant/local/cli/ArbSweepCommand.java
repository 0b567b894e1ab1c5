package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.backtest.overfit.DeflatedSharpe;
import dev.sextant.backtest.report.ReportException;
import dev.sextant.backtest.report.ReportFolder;
import dev.sextant.backtest.report.TrialCount;
import dev.sextant.backtest.sweep.Objective;
import dev.sextant.backtest.sweep.RecordedInput;
import dev.sextant.backtest.sweep.Split;
import dev.sextant.backtest.sweep.Sweep;
import dev.sextant.backtest.sweep.SweepJson;
import dev.sextant.backtest.sweep.SweepPlan;
import dev.sextant.backtest.sweep.SweepResult;
import dev.sextant.backtest.sweep.SweepText;
import dev.sextant.backtest.sweep.Varied;
import dev.sextant.local.desk.DeskRun;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sextant arb sweep}: many settings on recorded books, chosen on one part of the time and judged on another. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Tries many settings on recorded order books and says how far to believe the best of them.",
        footer = {
            "",
            "The first part of the recording ranks the sets, the rest judges them. What is varied: buffer-bps,",
            "max-notional, stale-ms, max-edge-bps, max-loss, haircut-bps, legs, latency-ms, fee-bps.",
            "The report is kept in the state folder; the same run again is the same report."
        })
final class ArbSweepCommand implements Callable<Integer> {

    @Mixin
    private BookFiles books = new BookFiles();

    @Option(
            names = "--vary",
            paramLabel = "NAME=V,V,…",
            description = "a parameter and its values, for example buffer-bps=0,2,5; may be given for several")
    private List<String> varied = new ArrayList<>();

    @Option(names = "--train", paramLabel = "SHARE", description = "the share of the time that trains (default: 0.7)")
    private @Nullable BigDecimal train;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "instead: walks forward, each of K parts tested by what was best in all before it")
    private @Nullable Integer folds;

    @Option(
            names = "--objective",
            paramLabel = "O",
            description = "ranks by profit, profit-per-taken or capture (default: ${DEFAULT-VALUE})")
    private String objective = "profit";

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description = "equal parts of the time for the statistics, even, 8 to 16 (default: ${DEFAULT-VALUE})")
    private int blocks = SweepPlan.USUAL_BLOCKS;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "sets at most, drawn where there are more (default: ${DEFAULT-VALUE})")
    private int limit = SweepPlan.USUAL_LIMIT;

    @Option(names = "--seed", paramLabel = "S", description = "what they are drawn by (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "where reports are kept (default: backtests in the state folder)")
    private @Nullable Path reports;

    @Mixin
    private ArbOptions options = new ArbOptions();

    @Override
    public Integer call() {
        SweepPlan plan = plan();
        List<BookFile> files = books.open();
        try {
            SweepResult result = Sweep.run(files, plan, share -> true);
            report(result, SweepJson.of(result, RecordedInput.of(files), DeskRun.VERSION));
            return Sextant.OK;
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        } catch (RecordingException | ReportException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    private SweepPlan plan() {
        if (varied.isEmpty()) {
            throw UserError.usage("--vary is missing, expected at least one as buffer-bps=0,2,5");
        }
        if (train != null && folds != null) {
            throw UserError.usage("--train and --folds are both given, expected one of them");
        }
        try {
            Split split = new Split(train == null ? Split.USUAL.train() : train, folds == null ? 1 : folds);
            return new SweepPlan(
                    options.swept(),
                    varied.stream().map(Varied::of).toList(),
                    split,
                    Objective.of(objective),
                    blocks,
                    limit,
                    seed);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private void report(SweepResult result, ObjectNode report) {
        ReportFolder folder =
                new ReportFolder(reports == null ? DeskHome.state().resolve("backtests") : reports);
        boolean isNew = folder.keep(report);
        if (options.json) {
            System.out.println(report);
            return;
        }
        SweepText.of(result).forEach(System.out::println);
        int tried = TrialCount.on(report, folder);
        System.out.println(tried + " settings were ever tried on this recording"
                + TrialCount.deflated(report, tried)
                        .map(DeflatedSharpe::probability)
                        .map(all -> String.format(Locale.ROOT, "; deflated for all of them %.3f", all))
                        .orElse(""));
        System.out.println("report " + report.path("id").asText() + (isNew ? "" : ", kept before"));
    }
}
