package dev.sextant.local.scenario;

import static dev.sextant.local.scenario.ScriptedFaults.PLACE;
import static dev.sextant.local.scenario.ScriptedFaults.QUERY;
import static dev.sextant.local.scenario.ScriptedFaults.answerInstead;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.local.venue.faults.RequestFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the account's own stream tells, twice, in disorder, late or never, over a real socket. */
@Timeout(60)
class PrivateStreamScenariosTest {

    private ScenarioDesk desk = new ScenarioDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private PrivateLine line() throws InterruptedException {
        desk.reconcile();
        return new PrivateLine(desk);
    }

    @Test
    @Scenario(value = "503-unknown", cases = 4)
    void theFillThatFollowsAnUnknownAnswerIsBookedAndProtected() throws Exception {
        try (PrivateLine line = line()) {
            line.hold();
            desk.faults.next(
                    PLACE, answerInstead(503, -1000, "Unknown error, please check your request or try again later."));
            desk.faults.always(QUERY, new RequestFault.Refuse(503, "{}"));
            StoredIntent entry = desk.enter();
            assertEquals("UNKNOWN", entry.state());
            line.hear("\"X\":\"FILLED\"", entry.clientId());
            desk.venue.advance(1_500);
            desk.publish(line.heard().toArray(DecisionRecord[]::new));
            desk.work();
            assertEquals("FILLED", desk.entry().state(), "by the stream alone");
            desk.tick();
            assertEquals(1, desk.exchange.accepted(entry));
            assertEquals(1, desk.faults.asked(PLACE));
            desk.assertProtectedPosition("0.5");
        }
    }

    @Test
    @Scenario(value = "reordered-batches", cases = 12)
    void newsInAnyOrderAndTwiceMakeTheSameBooks() throws Exception {
        List<PrivateEvent> told;
        try (PrivateLine line = line()) {
            line.hold();
            desk.placerReader.read();
            desk.thinBook("0.2");
            desk.enter();
            desk.price("61760");
            line.hear("\"X\":\"FINISHED\"", desk.stop().clientId());
            told = line.heard();
        }
        for (int seed = 0; seed < 2; seed++) {
            List<DecisionRecord> news = new ArrayList<>(told);
            news.addAll(told);
            Collections.shuffle(news, new Random(seed));
            desk.publish(news.toArray(DecisionRecord[]::new));
            desk.work();
            assertEquals(
                    "EXPIRED 0.2", desk.entry().state() + " " + desk.entry().filled());
            assertEquals("FILLED 0.2", desk.stop().state() + " " + desk.stop().filled());
            desk.assertPosition("0");
            assertEquals(desk.books.balanceChange(), desk.books.tradePnl());
        }
        desk.tick();
        assertTrue(desk.reconcile().startsWith("clean: "));
    }

    @Test
    @Scenario(cases = 16)
    void aStopIsFollowedFromItsTriggerToItsFillWithoutAQuestion() throws Exception {
        try (PrivateLine line = line()) {
            desk.enter();
            StoredIntent stop = desk.stop();
            desk.price("61760");
            line.hear("\"X\":\"TRIGGERING\"", stop.clientId());
            line.hear("\"X\":\"TRIGGERED\"", stop.clientId());
            line.hear("\"X\":\"FILLED\"", stop.clientId());
            line.hear("\"X\":\"FINISHED\"", stop.clientId());
            assertEquals("FILLED 0.5", desk.stop().state() + " " + desk.stop().filled());
            desk.assertPosition("0");
            assertEquals("sl", desk.books.exitReason());
        }
    }

    @Test
    @Scenario(cases = 16)
    void aStopThatTriggersWithNothingToCloseIsRejectedWithTheVenuesReason() throws Exception {
        try (PrivateLine line = line()) {
            desk.enter();
            desk.hand.signed(
                    "POST", "/fapi/v1/order", "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.5&reduceOnly=true");
            desk.price("61760");
            line.hear("\"X\":\"REJECTED\"", "\"rm\":", desk.stop().clientId());
            assertEquals("EXPIRED", desk.stop().state(), "it rested before, so it can only end");
            assertEquals("ReduceOnly Order is rejected.", desk.stop().reason());
            assertEquals("0", desk.exchange.position(), "and no short position");
        }
    }

    @Test
    @Scenario(value = "ws-silent-stall", cases = 11)
    void aStreamThatAnswersPingsAndTellsNothingIsMadeUpForByQuestions() throws Exception {
        try (PrivateLine line = line()) {
            desk.faults.stall();
            desk.faults.next(PLACE, new RequestFault.DropReply());
            StoredIntent entry = desk.enter();
            line.ping();
            desk.tick();
            assertEquals("FILLED", desk.entry().state());
            desk.assertProtectedPosition("0.5");
            desk.price("61760");
            desk.tick();
            desk.assertPosition("0");
            assertEquals(List.of(), line.heard());
            assertTrue(desk.faults.privateFrames().size() > 5, "the venue had much to say");
            assertEquals(1, desk.exchange.accepted(entry));
        }
    }

    @Test
    @Scenario("ws-silent-stall")
    void aStreamWithoutASignOfLifeStopsEntriesAndNoExit() {
        desk.reconcile();
        desk.tick();
        desk.enter();
        desk.streamAlive = false;
        desk.skip(31_000);
        assertEquals("stream_stale", desk.books.barrier());
        assertEquals(
                "RISK_REJECTED stream_stale",
                desk.enter().state() + " " + desk.entry().code());
        desk.person.kill("flatten");
        desk.tick();
        desk.assertPosition("0");
    }

    @Test
    @Scenario("ws-close-1006-gap")
    void whatHappensWhileTheSocketIsAwayIsFoundByAQuestion() throws Exception {
        try (PrivateLine line = line()) {
            desk.enter();
            StoredIntent stop = desk.stop();
            line.hear("\"X\":\"NEW\"", stop.clientId());
            desk.faults.cut();
            desk.price("61760");
            line.awaitLoss();
            int heard = line.heard().size();
            assertEquals("0.5", desk.books.position(), "nobody has told");
            line.jump(31_000);
            line.awaitLife();
            assertEquals(heard, line.heard().size(), "and nobody tells it later");
            desk.tick();
            desk.assertPosition("0");
            assertEquals("FILLED sl", desk.stop().state() + " " + desk.books.exitReason());
        }
    }

    @Test
    @Scenario("listenkey-deleted-by-other")
    void aKeyThatAnotherClientEndedIsReplacedAndTheGapIsLookedThrough() throws Exception {
        try (PrivateLine line = line()) {
            desk.enter();
            line.hear("\"X\":\"NEW\"", desk.stop().clientId());
            String first = desk.books.listenKey();
            desk.endListenKey();
            line.awaitLoss();
            desk.price("61760");
            desk.streamAlive = false;
            desk.skip(31_000);
            assertEquals("stream_stale", desk.books.barrier());
            desk.reconcile();
            assertNotEquals(first, desk.books.listenKey());
            desk.assertPosition("0");
            line.jump(31_000);
            line.awaitLife();
            desk.streamAlive = true;
            desk.price(ScenarioDesk.PRICE);
            desk.tick();
            desk.enter();
            line.hear("\"X\":\"FILLED\"", desk.entry().clientId());
            desk.assertProtectedPosition("0.5");
        }
    }

    @Test
    @Scenario(cases = 13)
    void anExpiredKeyIsReplacedAsSoonAsTheVenueSaysSo() throws Exception {
        desk.close();
        desk = new ScenarioDesk(
                config -> config.withConnections(config.connections().withListenKeyValidity(Duration.ofMillis(700))));
        try (PrivateLine line = line()) {
            String first = desk.books.listenKey();
            line.hear("\"e\":\"listenKeyExpired\"");
            assertNotEquals(first, desk.books.listenKey());
            assertEquals(1, desk.metric("ListenKeysExpired"));
            assertTrue(
                    line.heard().stream().noneMatch(event -> event.payload().contains(first)), "the key is a secret");
        }
    }
}
