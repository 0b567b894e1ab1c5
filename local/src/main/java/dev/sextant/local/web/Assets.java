package dev.sextant.local.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dashboard's files, read once when the desk starts. What is not among them can't be reached: a path from outside
 * is only ever looked up in a map.
 */
final class Assets {

    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final Map<String, Asset> byPath;

    private Assets(Map<String, Asset> byPath) {
        this.byPath = byPath;
    }

    /** The regular files below the folder, links left out; none where the folder is missing. */
    static Assets load(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new Assets(Map.of());
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return new Assets(found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> Map.entry(pathOf(folder, file), file))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> read(e.getKey(), e.getValue()))));
        } catch (IOException e) {
            throw new UncheckedIOException("the dashboard's files in " + folder + " can't be read", e);
        }
    }

    Optional<Asset> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private static String pathOf(Path folder, Path file) {
        return "/" + folder.relativize(file).toString().replace('\\', '/');
    }

    private static Asset read(String path, Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException(
                        file + " is larger than " + MAX_BYTES + " bytes; is this the dashboard's folder?");
            }
            return new Asset(path, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}
