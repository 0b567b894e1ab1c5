package dev.sextant.scorer;

import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.signals.strategy.InvalidStrategyException;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The strategies in the database, read anew for every bucket so that a change or a stop works at the next one. */
final class StrategyShelf {

    private static final Logger LOG = LoggerFactory.getLogger(StrategyShelf.class);

    private final SqlClient sql;
    private final Map<String, Optional<Strategy>> parsed = new HashMap<>();

    StrategyShelf(SqlClient sql) {
        this.sql = sql;
    }

    /** Every strategy of the stream lane that trades a symbol, by name. */
    List<ConfiguredStrategy> of(Symbol symbol) {
        return sql.query(Sql.of("""
                        select name, config::text as config, state, coalesce(state_reason, '') as reason
                        from strategy.strategies where lane = 'stream' order by name""")).stream()
                .flatMap(row -> strategy(row).stream())
                .filter(configured -> configured.strategy().symbols().contains(symbol))
                .toList();
    }

    private Optional<ConfiguredStrategy> strategy(Row row) {
        String config = row.text("config");
        return parsed.computeIfAbsent(config, text -> parse(row.text("name"), text))
                .map(strategy ->
                        new ConfiguredStrategy(strategy, row.text("state").equals("RUNNING"), row.text("reason")));
    }

    private static Optional<Strategy> parse(String name, String config) {
        try {
            return Optional.of(StrategyFile.parse(config));
        } catch (InvalidStrategyException e) {
            LOG.error("strategy {} in the database is not valid and rests: {}", name, e.getMessage());
            return Optional.empty();
        }
    }
}
