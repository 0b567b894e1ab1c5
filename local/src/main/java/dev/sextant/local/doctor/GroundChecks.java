package dev.sextant.local.doctor;

import dev.sextant.signals.strategy.InvalidStrategyException;
import dev.sextant.signals.strategy.StrategyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a desk stands on, in every mode: room on the disk, and strategies that can be read. */
public final class GroundChecks {

    private static final long FREE_BYTES = 1L << 30;

    private GroundChecks() {}

    /** Whether the state folder can be written and grow. */
    public static Finding disk(Path state) {
        try {
            Files.createDirectories(state);
            long free = Files.getFileStore(state).getUsableSpace();
            String found = state + ", " + (free >> 20) + " MiB free";
            if (!Files.isWritable(state)) {
                return Finding.fail("state", state + " can't be written", "give it to yourself: chown, chmod");
            }
            return free > FREE_BYTES
                    ? Finding.pass("state", found)
                    : Finding.fail("state", found, "make room: more than " + (FREE_BYTES >> 20) + " MiB are needed");
        } catch (IOException e) {
            return Finding.fail("state", state + " can't be used: " + e.getMessage(), "name another in SEXTANT_STATE");
        }
    }

    /** Whether every strategy file of a folder is one. */
    public static Finding strategies(Path folder) {
        List<String> wrong = new ArrayList<>();
        int found = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(GroundChecks::isStrategy).sorted().toList()) {
                found++;
                try {
                    StrategyFile.parse(Files.readString(file));
                } catch (InvalidStrategyException e) {
                    wrong.add(file + " is refused: " + e.getMessage());
                }
            }
        } catch (IOException e) {
            return Finding.fail("strategies", folder + " can't be read: " + e.getMessage(), "set desk.strategies");
        }
        if (!wrong.isEmpty()) {
            return Finding.fail("strategies", String.join("; ", wrong), "./sextant lint FILE says more");
        }
        return found == 0
                ? Finding.fail("strategies", "no strategy file in " + folder, "set desk.strategies")
                : Finding.pass("strategies", found + " valid in " + folder);
    }

    private static boolean isStrategy(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".json") && !name.endsWith(".schema.json");
    }
}
