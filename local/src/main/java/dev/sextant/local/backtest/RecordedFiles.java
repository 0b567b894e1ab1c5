package dev.sextant.local.backtest;

import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The recorded books that may be replayed: plain files that lie directly in one of a few folders and are recordings of
 * books. They are known by the folder's word and their name; a path is never taken from outside.
 */
public final class RecordedFiles {

    /** More files of a folder than anybody chooses from. */
    private static final int MOST = 200;

    /** A file that may be replayed. */
    public record Recorded(String name, long bytes, String format, Path path) {}

    /** What a file was when it was looked into. */
    private record Looked(long bytes, long changedMs, Optional<String> format) {

        boolean isAt(long size, long changed) {
            return bytes == size && changedMs == changed;
        }
    }

    private final Map<String, Path> folders;
    private final Map<Path, Looked> looked = new ConcurrentHashMap<>();

    /** @param folders by the word that stands before their files' names; they need not be there */
    public RecordedFiles(Map<String, Path> folders) {
        this.folders = new LinkedHashMap<>(folders);
    }

    /** What is there now, folder by folder, by name. */
    public List<Recorded> list() {
        List<Recorded> found = new ArrayList<>();
        folders.forEach((word, folder) -> {
            for (Path file : files(folder)) {
                recorded(word, file).ifPresent(found::add);
            }
        });
        return found;
    }

    /** The file of this name, where it is in the list. */
    public Optional<Recorded> find(String name) {
        return list().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<Recorded> recorded(String word, Path file) {
        try {
            long bytes = Files.size(file);
            long changedMs = Files.getLastModifiedTime(file).toMillis();
            Looked now = looked.compute(
                    file,
                    (_, before) -> before != null && before.isAt(bytes, changedMs)
                            ? before
                            : new Looked(bytes, changedMs, format(file)));
            return now.format().map(format -> new Recorded(word + "/" + file.getFileName(), bytes, format, file));
        } catch (IOException e) {
            // It went away while we looked.
            return Optional.empty();
        }
    }

    private static Optional<String> format(Path file) {
        try {
            return Optional.of(BookFile.open(file, null).format().word());
        } catch (RecordingException e) {
            return Optional.empty();
        }
    }
}
