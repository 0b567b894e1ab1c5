package dev.sextant.local.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.web.Story;
import dev.sextant.local.web.TestDesk;
import dev.sextant.platform.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A desk's start: RECOVERING until a pass has read what is at the venue, and what a crash stops. */
class RecoveryTest {

    private final TestDesk desk = new TestDesk();
    private final Sessions sessions = new Sessions(desk.sql);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theDeskIsHealthyOnceAPassHasReadOpenOrdersAndPositions() {
        try (Recovery recovery = new Recovery(sessions, sessions.begin().id())) {
            assertFalse(recovery.look(() -> recovery.looked(false)), "the venue does not answer");
            assertEquals("RECOVERING", state());
            assertFalse(recovery.look(() -> {
                throw new IllegalStateException("the database is away");
            }));
            assertEquals("RECOVERING", state());
            assertTrue(recovery.look(() -> recovery.looked(true)));
            assertEquals("HEALTHY", state());
            assertTrue(recovery.look(() -> {
                throw new AssertionError("there is nothing to try again");
            }));
        }
    }

    @Test
    void aPassThatSomebodyAskedForEndsItToo() {
        try (Recovery recovery = new Recovery(sessions, sessions.begin().id())) {
            recovery.looked(true);
            assertEquals("HEALTHY", state());
            recovery.looked(false);
            assertEquals("HEALTHY", state(), "a later pass that could not read blocks by itself what it must");
        }
    }

    @Test
    void aCrashStopsEveryStrategyAndTheLogSaysSo() {
        new Story(desk.sql).deskIsUp();
        sessions.begin();
        assertEquals("STOPPED", strategy());
        assertEquals("desk strategy_stopped demo_fast", audit());
    }

    private String state() {
        return desk.sql
                .queryOne(Sql.of("select state as x from ops.sessions order by session_id desc limit 1"))
                .orElseThrow()
                .text("x");
    }

    private String strategy() {
        return desk.sql
                .queryOne(Sql.of("select state as x from strategy.strategies where name = 'demo_fast'"))
                .orElseThrow()
                .text("x");
    }

    private String audit() {
        return desk.sql.queryOne(Sql.of("""
                        select concat_ws(' ', actor, action, subject) as x from ops.audit
                        where account = 'paper-main' order by seq desc limit 1""")).orElseThrow().text("x");
    }
}
