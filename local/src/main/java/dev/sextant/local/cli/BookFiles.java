package dev.sextant.local.cli;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import dev.sextant.recordings.book.BookFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recorded books that a command names. */
final class BookFiles {

    private BookFiles() {}

    /**
     * Opens them.
     *
     * @param format the word of their dialect, or null to find out
     * @throws UserError naming what can't be
     */
    static List<BookFile> open(List<Path> books, @Nullable String format) {
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
