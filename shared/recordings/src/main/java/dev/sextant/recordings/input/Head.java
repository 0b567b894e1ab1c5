package dev.sextant.recordings.input;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a file, by which its dialect is told.
 *
 * @param fileName without folder
 * @param innerName of a zip's entry; else as {@code fileName}
 * @param text the first {@link #CHARS} characters, or fewer when the file ends before
 */
public record Head(String fileName, String innerName, String text) {

    /** How much is looked at. */
    public static final int CHARS = 1 << 16;

    private static final Pattern SYMBOL =
            Pattern.compile("^(\\d{0,4}[A-Z][A-Z0-9]{1,19}(?:-[A-Z]{3,5}){0,2}|[a-z]{2,10}(?:usdt?|btc|eur))(?=[-_.])");
    private static final int SHOWN = 60;

    /** Reads it. */
    public static Head of(Path file) throws IOException {
        try (PackedFile packed = PackedFile.open(file)) {
            char[] start = new char[CHARS];
            InputStreamReader reader = new InputStreamReader(packed.content(), StandardCharsets.UTF_8);
            int length = 0;
            for (int read = 0; read >= 0 && length < CHARS; read = reader.read(start, length, CHARS - length)) {
                length += read;
            }
            String text = new String(start, 0, length);
            requireText(text);
            return new Head(String.valueOf(file.getFileName()), packed.innerName(), text);
        }
    }

    private static void requireText(String text) throws DamagedInputException {
        if (text.isBlank()) {
            throw new DamagedInputException("is empty");
        }
        long odd = text.chars().filter(c -> c == 0 || c == '\ufffd').count();
        if (text.indexOf(0) >= 0 || odd > text.length() / 20) {
            throw new DamagedInputException("is binary, expected text (plain or packed as gzip, zip or zstd)");
        }
    }

    /** Lines that are neither blank nor comments ({@code #}); the last may be cut off where the head ends. */
    public List<String> lines() {
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        return bare.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The symbol a name begins with, as in {@code ETHUSD-1m-2019.csv.gz}, or empty. */
    public String symbol() {
        Matcher matcher = SYMBOL.matcher(innerName);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The first line as an error may show it. */
    public String shown() {
        String line = lines().isEmpty() ? "#" : lines().getFirst();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
