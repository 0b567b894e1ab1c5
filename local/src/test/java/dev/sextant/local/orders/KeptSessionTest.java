package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.platform.sql.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session of a desk that runs nowhere in particular, as its reconciler keeps it. */
class KeptSessionTest {

    private final OrderDesk desk = new OrderDesk();

    @BeforeEach
    void noneYet() {
        desk.sql.update(Sql.of("delete from ops.sessions"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String pass(boolean everythingRead) {
        return desk.sqlAs("reconciler")
                .callOne(Sql.of("select ops.keep_session(:read) as x").with("read", everythingRead))
                .text("x");
    }

    private String sessions() {
        return desk.one(Sql.of("""
                select string_agg(concat_ws(' ', state, previous_end), ', ' order by session_id) as x from ops.sessions"""));
    }

    private String strategy() {
        return desk.one(Sql.of("select state as x from strategy.strategies where name = 'demo'"));
    }

    private void away(String minutes) {
        desk.sql.update(Sql.of("update ops.sessions set heartbeat_at = now() - make_interval(mins => :m::int)")
                .with("m", minutes));
    }

    @Test
    void theFirstPassThatReadsEverythingMakesItHealthy() {
        assertEquals("RECOVERING", pass(false));
        assertEquals("HEALTHY", pass(true));
        assertEquals("HEALTHY", pass(false));
        assertEquals("HEALTHY", sessions());
        assertEquals("RUNNING", strategy());
    }

    @Test
    void aShortHoleIsNoEnd() {
        pass(true);
        away("9");
        assertEquals("HEALTHY", pass(true));
        assertEquals("HEALTHY", sessions());
    }

    @Test
    void afterALongOneAnotherSessionBeginsAndWhatRanIsStopped() {
        pass(true);
        away("11");
        assertEquals("RECOVERING", pass(false));
        assertEquals("ENDED, RECOVERING crash", sessions());
        assertEquals("STOPPED", strategy());
        assertEquals(
                "strategy_stopped reconciler",
                desk.one(Sql.of(
                        "select string_agg(action || ' ' || actor, ', ') as x from ops.audit where subject = 'demo'")));
        assertEquals("HEALTHY", pass(true));
        assertEquals("STOPPED", strategy());
    }

    @Test
    void aSessionThatHasEndedIsFollowedByAnother() {
        pass(true);
        desk.sql.update(Sql.of("update ops.sessions set state = 'ENDED', ended_at = now()"));
        assertEquals("HEALTHY", pass(true));
        assertEquals("ENDED, HEALTHY clean", sessions());
        assertEquals("RUNNING", strategy());
    }
}
