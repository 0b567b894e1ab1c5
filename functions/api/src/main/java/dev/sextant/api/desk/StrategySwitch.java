package dev.sextant.api.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.api.command.CommandBody;
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

    private static final String OPERATOR = "operator";
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
        CommandBody body = write.content("by");
        String reason = body.reason();
        if (!NAME.matcher(name).matches()) {
            throw ApiException.notFound("strategy", name);
        }
        String by = person(state, body);
        JsonNode outcome = Json.object(sql.callOne(Sql.of("""
                        SELECT strategy.set_state_once(:key, :hash, :name, :state, :reason, :by) AS outcome
                        """)
                        .with("key", key)
                        .with("hash", write.hash())
                        .with("name", name)
                        .with("state", state.name())
                        .with("reason", reason)
                        .with("by", by))
                .text("outcome"));
        if (outcome.path("result").asText().equals("unknown_strategy")) {
            throw ApiException.notFound("strategy", name);
        }
        return Outcome.of(outcome);
    }

    /** Whoever lets a strategy trade with real money says who they are; anybody may stop one. */
    private String person(StrategyState state, CommandBody body) {
        boolean named = body.has("by") || (state == StrategyState.RUNNING && isLive());
        return named
                ? body.text(
                        "by", CommandBody.PERSON, "the name of who does this, 2 to 60 letters, spaces, dots and dashes")
                : OPERATOR;
    }

    private boolean isLive() {
        return sql.queryOne(Sql.of("SELECT mode = 'live' AS live FROM risk.accounts WHERE account = :account")
                        .with("account", setup.account().name()))
                .map(row -> row.bool("live"))
                .orElse(false);
    }
}
