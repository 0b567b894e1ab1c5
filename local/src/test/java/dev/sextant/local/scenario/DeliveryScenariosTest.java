package dev.sextant.local.scenario;

import static dev.sextant.local.scenario.ScriptedFaults.PLACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.dataapi.Operation;
import dev.sextant.placer.OrderPlacerHandler;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stream repeats itself and the database stumbles: still one order for one signal, booked once. */
@Timeout(60)
class DeliveryScenariosTest {

    private static final String CLAIM = "execution.claim";
    private static final String REPORT = "execution.report";
    private static final String RESERVE = "execution.reserve";

    private final ScenarioDesk desk = new ScenarioDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private void assertOneOrder(StoredIntent entry) {
        assertEquals("FILLED", desk.entry().state());
        assertEquals(1, desk.intents("ENTRY").size());
        assertEquals(1, desk.exchange.accepted(entry));
        assertEquals(1, desk.faults.asked(PLACE), "sent once");
        assertEquals("1", desk.database.one(Sql.of("select count(*)::text as x from execution.fills")));
        desk.assertProtectedPosition("0.5");
    }

    @Test
    @Scenario("duplicate-kinesis-batch")
    void aBatchThatIsGivenTwiceIsOneOrder() {
        StoredIntent entry = desk.enter();
        desk.riskReader.goBack(100);
        desk.placerReader.goBack(100);
        desk.work();
        desk.tick();
        desk.riskReader.goBack(100);
        desk.placerReader.goBack(100);
        desk.work();
        assertOneOrder(entry);
        assertEquals(1, desk.intents("STOP").size());
    }

    @Test
    @Scenario("reordered-batches")
    void anApprovalThatIsReadBeforeItsSignalIsOneOrder() {
        desk.raise();
        desk.riskReader.read();
        List<byte[]> read =
                desk.decisions.records().stream().map(record -> record.data()).toList();
        assertEquals(2, read.size());
        desk.placerReader.skip();
        desk.publish(DecisionCodec.decode(read.getLast()), DecisionCodec.decode(read.getFirst()));
        desk.work();
        assertOneOrder(desk.entry());
    }

    @Test
    @Scenario("poison-record")
    void aRecordNobodyCanReadIsKeptAsideAndHoldsNothingUp() throws Exception {
        desk.raise();
        desk.decisions.put(List.of(
                new Outgoing(ScenarioDesk.ACCOUNT.name(), "{\"type\":\"nonsense\"".getBytes(StandardCharsets.UTF_8))));
        desk.work();
        assertOneOrder(desk.entry());
        assertEquals(
                "order-placer, reconciler, risk-check",
                desk.database.one(
                        Sql.of("select string_agg(consumer, ', ' order by consumer) as x from ops.dead_letters")));
    }

    @Test
    @Scenario("signal-expired-in-queue")
    void aSignalThatWaitedTooLongIsRefusedWithTheReason() {
        desk.upstream.store(desk.raise(2_000));
        desk.venue.advance(5_000);
        desk.work();
        assertEquals(List.of(), desk.intents());
        assertEquals(0, desk.faults.asked(PLACE));
        assertEquals("expired: arrived 3000 ms after it had expired", desk.books.refusedSignal());
    }

    @Test
    @Scenario("signal-expired-in-queue")
    void anApprovalThatWaitedTooLongIsNeverSent() {
        desk.raise(2_000);
        desk.riskReader.read();
        desk.venue.advance(5_000);
        desk.work();
        assertEquals(
                "EXPIRED_UNSENT EXPIRED",
                desk.entry().state() + " " + desk.entry().shown());
        assertEquals(0, desk.faults.asked(PLACE));
    }

    @Test
    @Scenario("commit-reply-lost")
    void eachStepOfAnOrderMayLoseTheAnswerToItsCommit() {
        desk.database.faults().loseAnswerAfter(Operation.EXECUTE, RESERVE, 1);
        desk.database.faults().loseAnswerAfter(Operation.EXECUTE, CLAIM, 1);
        desk.database.faults().loseAnswerAfter(Operation.EXECUTE, REPORT, 1);
        desk.raise();
        for (int delivery = 0; delivery < 6; delivery++) {
            desk.work();
        }
        desk.ticks(3);
        assertOneOrder(desk.entry());
        assertEquals(1, desk.intents("STOP").size());
    }

    @Test
    @Scenario("lambda-killed-before-commit")
    void aClaimThatWasNotCommittedIsMadeAgain() {
        desk.database.faults().failBefore(Operation.EXECUTE, CLAIM, 3);
        desk.raise();
        desk.work();
        assertEquals("APPROVED", desk.entry().state());
        assertEquals(0, desk.faults.asked(PLACE));
        desk.work();
        assertOneOrder(desk.entry());
    }

    @Test
    @Scenario("aurora-resuming")
    void aDatabaseThatWakesUpDelaysAnOrderAndDoublesNothing() {
        desk.raise();
        desk.database.faults().resumeForMs(4);
        for (int delivery = 0; delivery < 4; delivery++) {
            desk.work();
        }
        desk.ticks(3);
        assertOneOrder(desk.entry());
    }

    @Test
    @Scenario("aurora-failover")
    void aFailoverBetweenTheClaimAndTheOutcomeLosesNeither() {
        AtomicInteger cut = new AtomicInteger();
        desk.mortal.beforePlacing(() -> cut.set(desk.database.failOver()));
        desk.raise();
        desk.work();
        assertTrue(cut.get() > 0, "connections were cut");
        assertEquals("FILLED", desk.entry().state(), "booked at once, not by a later pass");
        desk.ticks(7);
        assertOneOrder(desk.entry());
        assertTrue(desk.reconcile().startsWith("clean: "));
    }

    @Test
    @Scenario("two-placers-one-slot")
    void twoPlacersWithTheSameApprovalSendOneOrder() {
        desk.raise();
        desk.riskReader.read();
        try (Sandbox<OrderPlacerHandler> second = desk.placerSandbox()) {
            Reader other = new Reader(
                    desk.decisions, _ -> true, event -> second.handler().execute(event));
            // The other one reads the same record after the first has claimed and before it has sent.
            desk.mortal.beforePlacing(other::read);
            desk.work();
            other.read();
        }
        assertOneOrder(desk.entry());
        assertEquals(1, desk.intents("STOP").size());
        assertEquals(1, desk.exchange.accepted(desk.stop()));
    }

    @Test
    @Scenario("two-placers-one-slot")
    void twoSignalsForTheLastSlotAreOneOrder() {
        desk.raise();
        desk.raise();
        desk.work();
        assertEquals(
                List.of("FILLED", "RISK_REJECTED"),
                desk.intents("ENTRY").stream().map(StoredIntent::state).toList());
        assertEquals("position_open", desk.entry().code());
        assertEquals(1, desk.faults.asked(PLACE));
    }

    @Test
    @Scenario("partition-missing")
    void aTradeOfAMonthWithoutAPartitionMakesOneAndTheDayTheNext() {
        assertEquals("none", desk.books.partitions());
        assertEquals(1, desk.upstream.storeTrades(42, desk.nowMs()));
        assertEquals("agg_trades_202408", desk.books.partitions());
        assertEquals(
                "partitions made: agg_trades_202409, agg_trades_202410",
                desk.reconciler.handler().run("partitions"));
        desk.enter();
        desk.assertProtectedPosition("0.5");
    }

    @Test
    @Scenario("missing-trade-same-ts")
    void twoTradesOfOneMillisecondAreTwoTrades() {
        long atMs = desk.nowMs();
        assertEquals(1, desk.upstream.storeTrades(42, atMs));
        assertEquals(1, desk.upstream.storeTrades(44, atMs));
        assertEquals(1, desk.upstream.storeTrades(43, atMs), "the one that was missing, found by its id");
        assertEquals(0, desk.upstream.storeTrades(43, atMs));
        assertEquals(
                "42,43,44",
                desk.database.one(
                        Sql.of("select string_agg(agg_id::text, ',' order by agg_id) as x from market.agg_trades")));
    }
}
