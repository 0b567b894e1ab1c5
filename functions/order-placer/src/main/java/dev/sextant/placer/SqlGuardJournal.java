package dev.sextant.placer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.risk.GuardState;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link GuardJournal} over {@code risk.watch}. */
final class SqlGuardJournal implements GuardJournal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqlClient sql;

    SqlGuardJournal(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public Word note(Account account, @Nullable String trouble, long nowMs) {
        String answer = sql.callOne(Sql.of("select risk.watch(:account, :trouble, ops.ts(:now))::text as x")
                        .with("account", account.name())
                        .with("trouble", trouble)
                        .with("now", nowMs))
                .text("x");
        try {
            JsonNode word = JSON.readTree(answer);
            Map<String, Long> figures = new TreeMap<>();
            word.get("figures")
                    .properties()
                    .forEach(one -> figures.put(one.getKey(), one.getValue().longValue()));
            return new Word(
                    word.get("alerts").longValue(),
                    GuardState.valueOf(word.get("state").textValue()),
                    figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("risk.watch answered " + answer, e);
        }
    }
}
