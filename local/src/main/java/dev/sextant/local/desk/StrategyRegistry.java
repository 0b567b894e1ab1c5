package dev.sextant.local.desk;

import dev.sextant.platform.setup.SqlStrategies;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.signals.strategy.InvalidStrategyException;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts the strategy files of a folder into the database. A new strategy starts RUNNING, but for those that rest; a changed file takes effect at
 * the next bucket and keeps the state it had.
 */
final class StrategyRegistry {

    private final SqlStrategies shelf;

    StrategyRegistry(SqlClient sql) {
        this.shelf = new SqlStrategies(sql);
    }

    /**
     * Registers every file and returns how many.
     *
     * @param resting why a strategy, by its name, is STOPPED when it is new, or empty
     */
    int register(Path folder, Function<String, Optional<String>> resting) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new DeskException("no strategy file (*.json) in " + folder, null);
        }
        files.forEach(file -> register1(file, resting));
        return files.size();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DeskException("the strategy folder " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    private void register1(Path file, Function<String, Optional<String>> resting) {
        try {
            String text = Files.readString(file);
            Strategy strategy = StrategyFile.parse(text);
            shelf.ensure(
                    strategy.name(),
                    strategy.version(),
                    strategy.strategyVersion(),
                    text,
                    resting.apply(strategy.name()));
        } catch (InvalidStrategyException e) {
            throw new DeskException(file + " is refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DeskException(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
