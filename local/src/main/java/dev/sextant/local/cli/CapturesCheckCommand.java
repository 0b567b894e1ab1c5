package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.recordings.Recording;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.RecordingFolder;
import dev.sextant.recordings.check.LoadReport;
import dev.sextant.recordings.check.LoadReportJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sextant captures check}: counts a recording's rows and finds its defects. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads recordings whole and reports rows, duplicates, malformed rows, disorder, gaps and silence.",
        footer = {
            "",
            "Rows = kept + duplicate + malformed + late. The dialect is told by the content; gzip, zip and",
            "zstd are unpacked. A defect is a finding, not an error.",
            "Exit codes: 0 every file was read, 2 a file could not be read or is of no known format."
        })
final class CapturesCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files or folders")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "one JSON line per file")
    private boolean json;

    @Option(names = "--details", description = "adds times, kinds and what the format can't show")
    private boolean details;

    @Option(
            names = "--silence",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "counts silence longer than this, for example 2s; default: by format")
    private @Nullable Duration silence;

    private int exit = Sextant.OK;

    @Override
    public Integer call() {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            try {
                files.addAll(RecordingFolder.files(path));
            } catch (RecordingException e) {
                refuse(path, e);
            }
        }
        CapturesTable table = new CapturesTable(System.out, files, details);
        for (Path file : files) {
            check(file, table);
        }
        if (!json) {
            table.total();
        }
        return exit;
    }

    private void check(Path file, CapturesTable table) {
        try {
            OptionalLong silenceMs = silence == null ? OptionalLong.empty() : OptionalLong.of(silence.toMillis());
            LoadReport report = Recording.open(file).read(silenceMs, _ -> true);
            if (json) {
                System.out.println(LoadReportJson.of(report));
            } else {
                table.add(file, report);
            }
        } catch (RecordingException e) {
            refuse(file, e);
        }
    }

    private void refuse(Path file, RecordingException reason) {
        exit = Sextant.USAGE;
        if (json) {
            System.out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("file", file.toString())
                    .put("message", reason.getMessage()));
        } else {
            System.out.flush();
            System.err.println("sextant: " + reason.getMessage());
        }
    }
}
