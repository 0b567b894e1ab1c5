package dev.sextant.local.cli;

import dev.sextant.recordings.Recording;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.event.EventJson;
import dev.sextant.recordings.event.EventKind;
import dev.sextant.recordings.event.RecordedEvent;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code sextant captures show}: a recording's events as JSON lines. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a recording's events as JSON lines: exact decimals as text, times in UTC.",
        footer = {"", "Duplicate, malformed and late rows are left out; captures check counts them."})
final class CapturesShowCommand implements Callable<Integer> {

    private static final int EVENTS_PER_LOOK = 1_000;

    @Parameters(paramLabel = "FILE", description = "a recording, may be packed")
    private Path file = Path.of("");

    @Option(names = "--limit", paramLabel = "N", description = "ends after N events")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--kind",
            paramLabel = "K",
            split = ",",
            converter = KindConverter.class,
            description = "only these kinds, for example trade,funding_rate")
    private List<EventKind> kinds = List.of();

    private long shown;

    /** Takes {@code funding_rate} for {@link EventKind#FUNDING_RATE}. */
    static final class KindConverter implements ITypeConverter<EventKind> {
        @Override
        public EventKind convert(String text) {
            try {
                return EventKind.of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw UserError.usage("--limit is " + limit + ", expected 1 or more");
        }
        Set<EventKind> wanted = kinds.isEmpty() ? EnumSet.allOf(EventKind.class) : EnumSet.copyOf(kinds);
        try (PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8)) {
            Recording.open(file)
                    .read(OptionalLong.empty(), event -> !wanted.contains(event.kind()) || show(out, event));
            return Sextant.OK;
        } catch (RecordingException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    /** False when enough is shown, or nobody reads any more. */
    private boolean show(PrintStream out, RecordedEvent event) {
        out.println(EventJson.of(event));
        shown++;
        boolean read = shown % EVENTS_PER_LOOK != 0 || !out.checkError();
        return read && shown < limit;
    }
}
