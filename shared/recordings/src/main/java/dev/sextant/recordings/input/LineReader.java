package dev.sextant.recordings.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 text, however long the file and its lines: what exceeds {@link #MAX_CHARS} of a line is dropped. */
public final class LineReader {

    /** Longest line that is kept whole; the largest book snapshots have a tenth of it. */
    public static final int MAX_CHARS = 1 << 24;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private boolean first = true;

    public LineReader(InputStream bytes) {
        this.reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    /** The next line without its end, or null after the last; one that was cut is a character longer than the limit. */
    public @Nullable String next() throws IOException {
        StringBuilder start = null;
        while (true) {
            if (at == end && !fill()) {
                return start == null ? null : clean(start.toString());
            }
            int lineEnd = at;
            while (lineEnd < end && buffer[lineEnd] != '\n') {
                lineEnd++;
            }
            if (lineEnd < end && start == null) {
                String line = new String(buffer, at, lineEnd - at);
                at = lineEnd + 1;
                return clean(line);
            }
            start = start == null ? new StringBuilder() : start;
            start.append(buffer, at, Math.min(lineEnd - at, MAX_CHARS + 1 - start.length()));
            at = lineEnd;
            if (lineEnd < end) {
                at++;
                return clean(start.toString());
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer));
        return end > 0;
    }

    private String clean(String line) {
        int from = first && line.startsWith("\ufeff") ? 1 : 0;
        first = false;
        int to = line.endsWith("\r") ? line.length() - 1 : line.length();
        return from == 0 && to == line.length() ? line : line.substring(from, to);
    }
}
