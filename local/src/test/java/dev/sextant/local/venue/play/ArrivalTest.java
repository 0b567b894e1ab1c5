package dev.sextant.local.venue.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.local.venue.journal.Journal;
import dev.sextant.local.venue.journal.JournalEntry;
import dev.sextant.venues.sim.Outcome;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.VenueCommand;
import dev.sextant.venues.sim.book.TopOfBook;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderView;
import dev.sextant.venues.sim.order.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When an order meets the book, in a market whose best prices change at 100, 400 and 1,000 ms and then at 30,000 ms only, and where
 * nothing else happens but its full seconds. The wall clock is stepped.
 */
class ArrivalTest {

    private static final Symbol X = new Symbol("XUSDT");
    private static final List<Long> CHANGES = List.of(100L, 400L, 1_000L, 30_000L);
    private static final int SILENCE_MS = 200;

    private final SteppedWall wall = new SteppedWall();
    private final List<String> heard = new ArrayList<>();

    @TempDir
    private Path folder;

    /** The market and its account. */
    private record Play(VenueCore core, MarketPlayer player, Journal journal) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            player.close();
            journal.close();
        }

        List<String> fills() {
            return core.query(state -> state.fills().stream()
                    .map(fill -> fill.timeMs() + " " + E8.print(fill.priceE8()))
                    .toList());
        }
    }

    private Play play(Speed speed, Journal journal, long startMs) {
        SimSettings settings = SimSettings.standard(List.of(Instrument.usdtPerpetual(X, 1, 3)));
        VenueCore core = new VenueCore(settings, 0, (_, dueMs) -> heard.add("report due " + dueMs), journal);
        core.step(0, () -> core.onMarket(new MarketEvent.Mark(X, E8.parse("100"), 0)));
        List<Source> sources = List.of(
                new ListSource<>(CHANGES, time -> time, time -> best(core, time)),
                new SecondsSource(0, 30_000, _ -> {}));
        PlayPlan plan = new PlayPlan(new TapeSpan(0, 30_000), startMs, journal.past(), speed, Pacer.none(), () -> {});
        StagedMarket market = new StagedMarket(
                sources, List.of(new SymbolStage(Instrument.usdtPerpetual(X, 1, 3), core, new Listening())));
        return new Play(core, new MarketPlayer(plan, market, core, new Listening(), wall), journal);
    }

    /** The best ask is the time of the change, in thousandths. */
    private static void best(VenueCore core, long timeMs) {
        long askE8 = 100 * E8.ONE + timeMs * E8.ONE / 1_000;
        core.onMarket(new MarketEvent.Top(
                X, new TopOfBook(timeMs + 1, 99 * E8.ONE, 50 * E8.ONE, askE8, 50 * E8.ONE, timeMs, timeMs)));
    }

    private static CompletableFuture<Outcome<OrderView>> buy(VenueCore core) {
        return core.send(new VenueCommand.Place(NewOrder.market(X, Side.BUY, E8.ONE, "a" + core.nowMs())));
    }

    @Test
    void anOrderArrivesWhenItIsDueThoughTheMarketIsSilent() throws Exception {
        try (Play play = play(Speed.REAL_TIME, Journal.none(), 0)) {
            play.player().start();
            wall.pass(1_000 + SILENCE_MS);
            CompletableFuture<Outcome<OrderView>> answer = buy(play.core());
            assertEquals(1_200, play.core().nowMs(), "stamped with the time on the wall, not the last event's");
            wall.pass(19);
            assertEquals(List.of(), play.fills());
            wall.pass(1);
            assertEquals(List.of("1220 101"), play.fills());
            assertFalse(answer.isDone(), "the answer takes its way back");
            wall.pass(20);
            assertTrue(answer.isDone());
            assertEquals(1_240, play.core().nowMs());
            assertTrue(heard.stream().allMatch("report due 1240"::equals) && !heard.isEmpty(), heard::toString);
        }
    }

    @Test
    void aMarketEventOnTheWayComesFirst() throws Exception {
        try (Play play = play(Speed.REAL_TIME, Journal.none(), 0)) {
            play.player().start();
            wall.pass(380);
            var _ = buy(play.core());
            wall.pass(19);
            assertEquals(List.of(), play.fills());
            wall.pass(1);
            assertEquals(List.of("400 100.4"), play.fills(), "due with the event at 400, so after it");
        }
    }

    @Test
    void atHalfTheSpeedTheLatencyTakesTwiceAsLongOnTheWall() throws Exception {
        try (Play play = play(new Speed(0.5), Journal.none(), 0)) {
            play.player().start();
            wall.pass(2_400);
            CompletableFuture<Outcome<OrderView>> answer = buy(play.core());
            wall.pass(79);
            assertFalse(answer.isDone());
            wall.pass(1);
            assertTrue(answer.isDone());
            assertEquals(List.of("1220 101"), play.fills());
        }
    }

    @Test
    void fasterThanRealTimeAnOrderIsSentWithTheLastEventAndWaitsForTheNext() throws Exception {
        try (Play play = play(new Speed(2), Journal.none(), 0)) {
            play.player().start();
            wall.pass(300);
            var _ = buy(play.core());
            assertEquals(400, play.core().nowMs(), "the wall is at 600");
            wall.pass(199);
            assertEquals(List.of(), play.fills());
            wall.pass(1);
            assertEquals(List.of("420 100.4"), play.fills());
        }
    }

    @Test
    void aJournalOfSuchArrivalsRepeatsThem() throws Exception {
        Path file = folder.resolve("journal");
        List<String> told;
        try (Play play = play(Speed.REAL_TIME, Journal.create(file, "x"), 0)) {
            play.player().start();
            for (int pause : new int[] {110, 280, 3, 500, 37, 200, 9_000}) {
                wall.pass(pause);
                var _ = buy(play.core());
            }
            wall.pass(21);
            told = play.fills();
        }
        assertEquals(7, told.size());
        try (Play again = play(Speed.REAL_TIME, Journal.resume(file, "x"), 0)) {
            assertEquals(told, again.fills());
        }
    }

    @Test
    void whatWasUnderWayWhenThePlayBrokeOffMeetsTheBookOfItsTime() throws Exception {
        Path file = folder.resolve("journal");
        try (Play play = play(Speed.REAL_TIME, Journal.create(file, "x"), 0)) {
            play.player().start();
            wall.pass(390);
            var _ = buy(play.core());
            wall.pass(25);
            assertEquals(List.of("410 100.4"), play.fills(), "the event at 400 came between");
            // A crash: nothing is written any more, and the cursor is of long ago.
            try (Play again = play(Speed.REAL_TIME, resumed(file), 0)) {
                assertEquals(play.fills(), again.fills());
            }
        }
    }

    private Journal resumed(Path file) throws Exception {
        Path copy = folder.resolve("copy");
        Files.copy(file, copy);
        Journal journal = Journal.resume(copy, "x");
        assertEquals(
                List.of(JournalEntry.Sent.class),
                journal.past().stream().map(Object::getClass).toList());
        return journal;
    }

    /** Somebody listens to everything and keeps nothing. */
    private static final class Listening implements FramePublisher {
        @Override
        public boolean isWanted(String stream) {
            return false;
        }

        @Override
        public boolean areWanted(List<String> streams) {
            return true;
        }

        @Override
        public void publish(String stream, long eventTimeMs, String json) {}

        @Override
        public void awaitHandedOver() {}
    }
}
