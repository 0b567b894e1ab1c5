package dev.sextant.local.desk;

import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.signals.strategy.InvalidStrategyException;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the strategy files of a folder into the database. A new strategy starts RUNNING; a changed file takes effect at
 * the next bucket and keeps the state it had.
 */
final class StrategyRegistry {

    private final SqlClient sql;

    StrategyRegistry(SqlClient sql) {
        this.sql = sql;
    }

    /** Registers every file and returns how many. */
    int register(Path folder) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new DeskException("no strategy file (*.json) in " + folder, null);
        }
        files.forEach(this::register1);
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

    private void register1(Path file) {
        try {
            String text = Files.readString(file);
            save(StrategyFile.parse(text), text);
        } catch (InvalidStrategyException e) {
            throw new DeskException(file + " is refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DeskException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private void save(Strategy strategy, String text) {
        sql.update(Sql.of("""
                        insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since)
                        values (:name, :version, :strategy_version, 'stream', :config, 'RUNNING', now())
                        on conflict (name) do update set version = excluded.version, config = excluded.config,
                            strategy_version = excluded.strategy_version, updated_at = now()
                        where strategies.strategy_version <> excluded.strategy_version""")
                .with("name", strategy.name())
                .with("version", strategy.version())
                .with("strategy_version", strategy.strategyVersion())
                .withJson("config", text));
    }
}
