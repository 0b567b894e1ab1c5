package dev.sextant.local.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.sql.Sql;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An account with real money: what its strategies need to start, and what its settings at the exchange do to entries. */
@Timeout(60)
class ExaminationTest {

    private static final long MINUTE_MS = 60_000;

    private final ScenarioDesk desk = new ScenarioDesk();

    @BeforeEach
    void realMoney() {
        desk.database.sql.update(Sql.of("update risk.accounts set mode = 'live'"));
        desk.database.sql.update(Sql.of("update strategy.strategies set state = 'STOPPED'"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** What a start is answered, as a word and the words. */
    private String start() {
        return desk.database.one(Sql.of("""
                        select x->>'result' || ': ' || (x->>'text') as x
                        from strategy.set_state('demo', 'RUNNING', 'test', 'Ada Byron', ops.ts(:now)) x""").with("now", desk.nowMs()));
    }

    private String checks() {
        return desk.database.one(Sql.of("""
                        select string_agg(c->>'name' || ' ' || (c->>'ok'), ', ') as x
                        from ops.component_status, jsonb_array_elements(status->'checks') c where component = 'account'"""));
    }

    private void positionMode(boolean hedge) throws IOException, InterruptedException {
        desk.hand.signed("POST", "/fapi/v1/positionSide/dual", "dualSidePosition=" + hedge);
    }

    @Test
    void aStrategyStartsOnceTheAccountIsReconciledAndFoundFit() {
        assertTrue(
                start().startsWith("not_reconciled: the account was last reconciled never, expected after "), start());
        assertTrue(desk.reconcile().startsWith("clean: "));
        assertEquals(
                "venue_clock true, venue_key true, venue_position_mode true, venue_account true, venue_margin true,"
                        + " venue_balance true",
                checks());
        assertEquals("changed: demo is RUNNING", start());
        assertEquals("null", desk.books.everyBlock());
    }

    @Test
    void whatWasFoundAWhileAgoSaysNothingOfNow() {
        desk.reconcile();
        desk.venue.advance(3 * MINUTE_MS + 1);
        assertTrue(start().startsWith("not_reconciled: "), start());
        desk.database.sql.update(Sql.of("""
                        update ops.component_status set status = status || jsonb_build_object('market_time_ms', :now::bigint)
                        where component = 'reconciler'""").with("now", desk.nowMs() + 13 * MINUTE_MS));
        desk.venue.advance(13 * MINUTE_MS);
        assertTrue(
                start().startsWith("not_examined: how the account is set up at the venue was last looked at at "),
                start());
        desk.reconcile();
        assertEquals("changed: demo is RUNNING", start());
    }

    @Test
    void anAccountInHedgeModeIsBlockedAndStartsNothingUntilItIsChangedBack() throws Exception {
        positionMode(true);
        desk.reconcile();
        String why = "the account is in hedge mode; switch its position mode to one-way";
        assertEquals("not_fit: the account at the venue: " + why, start());
        assertEquals("the account at the venue: " + why, desk.books.everyBlock());
        positionMode(false);
        desk.venue.advance(MINUTE_MS);
        desk.reconcile();
        assertEquals("changed: demo is RUNNING", start());
        assertEquals("the account at the venue: " + why, desk.books.everyBlock(), "a person unblocks it");
    }

    @Test
    void onPaperNobodyAsks() {
        desk.database.sql.update(Sql.of("update risk.accounts set mode = 'paper'"));
        desk.reconcile();
        assertEquals("null", checks());
        assertEquals("changed: demo is RUNNING", start());
    }
}
