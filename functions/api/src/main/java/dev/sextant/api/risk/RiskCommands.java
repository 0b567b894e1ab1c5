package dev.sextant.api.risk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.command.CommandBody;
import dev.sextant.api.command.Outcome;
import dev.sextant.api.command.Write;
import dev.sextant.api.http.Json;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** What a person may order: kill, pause, resume. Key, effect, audit and answer are one step in the database. */
@Singleton
final class RiskCommands {

    private static final List<String> LEVELS = List.of("entries", "cancel", "flatten");
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final Pattern PERSON = Pattern.compile("\\p{L}[\\p{L} .'-]{1,59}");

    private final ApiSetup setup;

    RiskCommands(ApiSetup setup) {
        this.setup = setup;
    }

    /** Nobody enters any more; from {@code cancel} on what rests is cancelled, at {@code flatten} positions are closed. */
    String kill(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("level");
        return carryOut(write, command("kill", body).put("level", body.oneOf("level", LEVELS)));
    }

    /** Nobody enters for so many minutes. */
    String pause(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("minutes");
        return carryOut(write, command("pause", body).put("minutes", body.number("minutes", 1, MOST_MINUTES)));
    }

    /** Entries are allowed again: by a person with a name, on a desk that is whole. */
    String resume(Write write) {
        write.admittedBy(setup.operator());
        CommandBody body = write.content("by");
        String by = body.text("by", PERSON, "the name of who resumes, 2 to 60 letters, spaces, dots and dashes");
        return carryOut(write, command("resume", body).put("by", by));
    }

    private static ObjectNode command(String what, CommandBody body) {
        return JsonNodeFactory.instance.objectNode().put("do", what).put("reason", body.reason());
    }

    private String carryOut(Write write, ObjectNode command) {
        return Outcome.of(Json.object(setup.sql()
                .callOne(Sql.of("""
                        SELECT risk.command_once(:key, :hash, :account, :command::jsonb, 'operator') AS outcome
                        """)
                        .with("key", write.key())
                        .with("hash", write.hash())
                        .with("account", setup.account().name())
                        .withJson("command", command.toString()))
                .text("outcome")));
    }
}
