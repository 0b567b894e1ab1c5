package dev.sextant.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The seeds of a target: the files of {@code corpus/<target>}. A {@code .lines} file has a seed in each line, a
 * {@code .hex} file one in each line as hex digits, any other file is one.
 */
final class Corpus {

    /** What earlier long runs found worth keeping. */
    static final String FOUND = "found.hex";

    private final Path folder;

    Corpus(Path folder) {
        this.folder = folder;
    }

    List<byte[]> seeds(String target) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.resolve(target))) {
            files = listed.filter(Files::isRegularFile).sorted().toList();
        }
        List<byte[]> seeds = new ArrayList<>();
        for (Path file : files) {
            seeds.addAll(read(file));
        }
        if (seeds.isEmpty()) {
            throw new IOException(folder.resolve(target) + " has no seeds, expected at least one file");
        }
        return seeds;
    }

    private static List<byte[]> read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".lines")) {
            return Files.readString(file)
                    .lines()
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
        if (name.endsWith(".hex")) {
            return Files.readString(file).lines().map(HexFormat.of()::parseHex).toList();
        }
        return List.of(Files.readAllBytes(file));
    }

    /** Adds what a run found to what earlier ones did, up to a number. */
    void keep(String target, List<byte[]> found, int most) throws IOException {
        Path file = folder.resolve(target).resolve(FOUND);
        List<byte[]> all = new ArrayList<>(Files.exists(file) ? read(file) : List.of());
        all.addAll(found);
        StringBuilder lines = new StringBuilder();
        all.stream()
                .map(HexFormat.of()::formatHex)
                .distinct()
                .limit(most)
                .forEach(line -> lines.append(line).append('\n'));
        Files.writeString(file, lines);
    }
}
