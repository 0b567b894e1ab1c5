package dev.sextant.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The recordings below a folder: every file but the papers that come with them. */
public final class RecordingFolder {

    private static final Pattern PAPER = Pattern.compile("(readme|licen[cs]e|notice|manifest)(\\..*)?|.*\\.md|\\..*");

    private RecordingFolder() {}

    /**
     * The file itself, or the files below a folder sorted by path.
     *
     * @throws RecordingException when there is no such file, or no file in the folder
     */
    public static List<Path> files(Path path) throws RecordingException {
        if (!Files.exists(path)) {
            throw new RecordingException(path, "no such file");
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> files = below.filter(Files::isRegularFile)
                    .filter(file -> !isPaper(file))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new RecordingException(path, "is a folder without recordings");
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new RecordingException(path, "can't be listed: " + e.getMessage());
        }
    }

    private static boolean isPaper(Path file) {
        return PAPER.matcher(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))
                .matches();
    }
}
