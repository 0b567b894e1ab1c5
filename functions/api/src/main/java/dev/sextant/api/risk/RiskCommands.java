package dev.sextant.api.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.command.CommandBody;
import dev.sextant.api.command.Outcome;
import dev.sextant.api.command.Write;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Json;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.api.setup.DeskAccounts;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What a person may order: kill, pause, resume, limits, unblock; of the desk's own account or of one that follows it. Key,
 * effect, audit and answer are one step in the database.
 */
@Singleton
final class RiskCommands {

    private static final List<String> LEVELS = List.of("entries", "cancel", "flatten");
    private static final int MOST_MINUTES = 7 * 24 * 60;

    private static final String OPERATOR = "operator";

    private final ApiSetup setup;
    private final DeskAccounts accounts;

    RiskCommands(ApiSetup setup, DeskAccounts accounts) {
        this.setup = setup;
        this.accounts = accounts;
    }

    /** Nobody enters any more; from {@code cancel} on what rests is cancelled, at {@code flatten} positions are closed. */
    String kill(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("level", "account");
        return carryOut(write, body, command("kill", body).put("level", body.oneOf("level", LEVELS)));
    }

    /** Nobody enters for so many minutes. */
    String pause(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("minutes", "account");
        return carryOut(write, body, command("pause", body).put("minutes", body.number("minutes", 1, MOST_MINUTES)));
    }

    /** Entries are allowed again: by a person with a name, on a desk that is whole, if nothing has stopped them since it was seen. */
    String resume(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("by", "version", "account");
        String by = body.text(
                "by", CommandBody.PERSON, "the name of who resumes, 2 to 60 letters, spaces, dots and dashes");
        ObjectNode command = command("resume", body).put("by", by);
        if (body.has("version")) {
            command.put("version", body.version("version"));
        }
        return carryOut(write, body, command);
    }

    /** Other limits than before, when they are still the ones that were seen. */
    String limits(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("version", "limits", "by", "account");
        ObjectNode command = JsonNodeFactory.instance
                .objectNode()
                .put("version", body.version("version"))
                .put("reason", body.reason());
        ObjectNode limits = command.putObject("limits");
        body.numbers("limits").forEach((name, value) -> limits.put(name, E8.printDecimal(value)));
        JsonNode outcome = Json.object(setup.sql()
                .callOne(Sql.of("""
                        SELECT risk.set_limits_once(:key, :hash, :account, :command::jsonb, :by) AS outcome
                        """)
                        .with("key", write.key())
                        .with("hash", write.hash())
                        .with("account", accounts.named(body.account()))
                        .with("by", body.has("by") ? person(body) : OPERATOR)
                        .withJson("command", command.toString()))
                .text("outcome"));
        if (outcome.path("result").asText().equals("bad_value")) {
            throw ApiException.badValue(
                    outcome.path("field").asText(),
                    outcome.path("value").asText(),
                    outcome.path("expected").asText());
        }
        return Outcome.of(outcome);
    }

    /** A symbol takes entries again: by a person with a name, once the difference is gone. */
    String unblock(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("symbol", "by");
        String symbol = body.text("symbol", CommandBody.SYMBOL, "a symbol such as BTCUSDT");
        return Outcome.of(Json.object(setup.sql()
                .callOne(Sql.of("""
                        SELECT risk.unblock_once(:key, :hash, :account, :symbol, :reason, :by) AS outcome
                        """)
                        .with("key", write.key())
                        .with("hash", write.hash())
                        .with("account", setup.account().name())
                        .with("symbol", symbol)
                        .with("reason", body.reason())
                        .with("by", person(body)))
                .text("outcome")));
    }

    private static String person(CommandBody body) {
        return body.text("by", CommandBody.PERSON, "the name of a person, 2 to 60 letters, spaces, dots and dashes");
    }

    private static ObjectNode command(String what, CommandBody body) {
        return JsonNodeFactory.instance.objectNode().put("do", what).put("reason", body.reason());
    }

    private String carryOut(Write write, CommandBody body, ObjectNode command) {
        return Outcome.of(Json.object(setup.sql()
                .callOne(Sql.of("""
                        SELECT risk.command_once(:key, :hash, :account, :command::jsonb, 'operator') AS outcome
                        """)
                        .with("key", write.key())
                        .with("hash", write.hash())
                        .with("account", accounts.named(body.account()))
                        .withJson("command", command.toString()))
                .text("outcome")));
    }
}
