package dev.sextant.local.cli;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The recorded books that a command names. */
final class BookFiles {

    @Option(
            names = "--book",
            arity = "1..*",
            paramLabel = "FILE",
            description = "recorded books, may be .gz, .zip or .zst; several are merged by time")
    private List<Path> books = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "kraken1, kraken2, gemini or events; otherwise found out")
    private @Nullable String format;

    /**
     * Opens them.
     *
     * @throws UserError naming what can't be
     */
    List<BookFile> open() {
        if (books.isEmpty()) {
            throw UserError.usage("--book is missing, expected recorded books (or `sextant arb live`)");
        }
        BookFormat known = format == null ? null : known(format);
        List<BookFile> files = new ArrayList<>();
        try {
            for (Path book : books) {
                files.add(BookFile.open(book, known));
            }
        } catch (RecordingException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
        return files;
    }

    private static BookFormat known(String format) {
        return BookFormat.of(format)
                .orElseThrow(() ->
                        UserError.usage("--format is '" + format + "', expected kraken1, kraken2, gemini or events"));
    }
}
