package dev.sextant.scorer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.signals.score.LastSignals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores what a bucket came to, in one atomic call, and gives back the signals as they stand in the table. */
final class DecisionLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqlClient sql;

    DecisionLog(SqlClient sql) {
        this.sql = sql;
    }

    /** Everything one bucket came to. */
    record Page(ObjectNode indicators, List<ObjectNode> decisions, List<SignalRaised> signals) {}

    /** Stores a page; repeated, it changes nothing and gives back the same signals. */
    List<SignalRaised> record(Page page) {
        ArrayNode decisions = JsonNodeFactory.instance.arrayNode();
        page.decisions().forEach(decisions::add);
        ArrayNode signals = JsonNodeFactory.instance.arrayNode();
        page.signals().forEach(signal -> signals.add(tree(DecisionCodec.encode(signal))));
        ArrayNode indicators = JsonNodeFactory.instance.arrayNode().add(page.indicators());
        String answer = sql.callOne(Sql.of(
                                "select strategy.record_bucket(:indicators::jsonb, :decisions::jsonb, :signals::jsonb)::text as answer")
                        .withJson("indicators", indicators.toString())
                        .withJson("decisions", decisions.toString())
                        .withJson("signals", signals.toString()))
                .text("answer");
        List<SignalRaised> stored = new ArrayList<>();
        for (JsonNode signal : tree(answer.getBytes(StandardCharsets.UTF_8)).get("signals")) {
            stored.add((SignalRaised) DecisionCodec.decode(signal.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return stored;
    }

    /** When each strategy last raised a signal for a symbol. */
    Map<String, LastSignals> lastSignals(Symbol symbol) {
        Map<String, Map<Direction, Long>> latest = new HashMap<>();
        sql.query(Sql.of("""
                        select strategy, direction, ops.ms(max(decided_at)) as decided_ms
                        from strategy.signals where symbol = :symbol group by strategy, direction""").with("symbol", symbol.name()))
                .forEach(row -> latest.computeIfAbsent(row.text("strategy"), any -> new EnumMap<>(Direction.class))
                        .put(Direction.valueOf(row.text("direction")), row.longValue("decided_ms")));
        Map<String, LastSignals> byStrategy = new HashMap<>();
        latest.forEach((strategy, times) -> byStrategy.put(strategy, new LastSignals(times)));
        return byStrategy;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("malformed JSON from the database or the codec", e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
