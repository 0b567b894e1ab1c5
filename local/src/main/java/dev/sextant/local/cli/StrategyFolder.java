package dev.sextant.local.cli;

import java.nio.file.Path;

/** Tells strategy files from their neighbours. */
public final class StrategyFolder {

    private StrategyFolder() {}

    /** True for {@code *.json} that is not a schema. */
    public static boolean isStrategy(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".json") && !name.endsWith(".schema.json");
    }
}
