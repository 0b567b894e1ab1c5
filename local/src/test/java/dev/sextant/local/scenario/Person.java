package dev.sextant.local.scenario;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.sql.Sql;

/** What a person does at the desk. */
final class Person {

    private final DeskDatabase database;
    private final EpochClock clock;

    Person(DeskDatabase database, EpochClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A person throws the kill switch. */
    void kill(String level) {
        command("{\"do\":\"kill\",\"level\":\"" + level + "\",\"reason\":\"a test\"}");
    }

    /** A named person resumes, or hears why not. */
    String resume() {
        return command("{\"do\":\"resume\",\"by\":\"ada\",\"reason\":\"seen\"}");
    }

    /** Sets limits of the account. */
    void limits(@CompileTimeConstant String assignments) {
        database.sql.update(Sql.of("update risk.accounts set " + assignments));
    }

    private String command(String json) {
        return database.sql
                .callOne(Sql.of("select risk.command('paper-main', :p::jsonb, 'ada', ops.ts(:now))->>'result' as x")
                        .withJson("p", json)
                        .with("now", clock.nowMs()))
                .text("x");
    }
}
