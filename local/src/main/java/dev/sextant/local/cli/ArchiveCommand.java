package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant archive}: which hours of trades are kept as files, and whether the files are what was written. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "Shows the archive of trades, month by month.")
final class ArchiveCommand implements Callable<Integer> {

    private static final String FOLDER = "archive";

    @Option(names = "--verify", description = "read every file again and compare it with what was written")
    private boolean verify;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        RunningDesk desk = new RunningDesk(DeskHome.state());
        List<JsonNode> segments = segments(desk);
        Path folder = DeskHome.state().resolve(FOLDER);
        List<String> wrong = verify ? SegmentCheck.of(folder, segments) : List.of();
        if (json) {
            System.out.println(ArchiveReport.json(folder, segments, wrong, verify));
        } else {
            ArchiveReport.lines(folder, segments, wrong, verify).forEach(System.out::println);
        }
        return wrong.isEmpty() ? Sextant.OK : Sextant.FAILED;
    }

    private static List<JsonNode> segments(RunningDesk desk) {
        List<JsonNode> segments = new ArrayList<>();
        desk.eachItem("/api/v1/archive", segments::add);
        return segments;
    }
}
