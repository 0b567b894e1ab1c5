package dev.sextant.api.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Json;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import io.micronaut.http.HttpStatus;
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
        ReasonBody body = write.content();
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
                        .with("reason", body.reason()))
                .text("outcome"));
        return switch (outcome.path("result").asText()) {
            case "done" -> outcome.path("body").asText();
            case "unknown_strategy" -> throw ApiException.notFound("strategy", name);
            case "recovering" ->
                throw conflict("recovering", outcome.path("text").asText());
            case "in_progress" ->
                throw conflict("in_progress", "a request with this Idempotency-Key is being worked on; ask again");
            case "key_reused" ->
                throw ApiException.refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "idempotency_key_reused",
                        "this Idempotency-Key belongs to another command; use a new one");
            default -> throw new IllegalStateException("set_state_once answered " + outcome);
        };
    }

    private static ApiException conflict(String code, String message) {
        return ApiException.refused(HttpStatus.CONFLICT, code, message);
    }
}
