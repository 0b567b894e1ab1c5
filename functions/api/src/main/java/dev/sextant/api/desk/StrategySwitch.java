package dev.sextant.api.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.api.command.Outcome;
import dev.sextant.api.command.Write;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Json;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Starts and stops strategies, each command once: key, effect, audit and answer are one step in the database. */
@Singleton
final class StrategySwitch {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final ApiSetup setup;
    private final SqlClient sql;

    StrategySwitch(ApiSetup setup) {
        this.setup = setup;
        this.sql = setup.sql();
    }

    /** The strategy as it is after the command. */
    String turn(String name, StrategyState state, Write write) {
        write.admittedBy(setup.operator());
        String key = write.key();
        String reason = write.content().reason();
        if (!NAME.matcher(name).matches()) {
            throw ApiException.notFound("strategy", name);
        }
        JsonNode outcome = Json.object(sql.callOne(Sql.of("""
                        SELECT strategy.set_state_once(:key, :hash, :name, :state, :reason, 'operator') AS outcome
                        """)
                        .with("key", key)
                        .with("hash", write.hash())
                        .with("name", name)
                        .with("state", state.name())
                        .with("reason", reason))
                .text("outcome"));
        if (outcome.path("result").asText().equals("unknown_strategy")) {
            throw ApiException.notFound("strategy", name);
        }
        return Outcome.of(outcome);
    }
}
