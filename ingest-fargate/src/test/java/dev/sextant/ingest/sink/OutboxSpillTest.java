package dev.sextant.ingest.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.ingest.rig.RecordingSinks;
import dev.sextant.ingest.spill.Spill;
import dev.sextant.ingest.spill.SpillSettings;
import dev.sextant.ingest.store.GapNotes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox with a disk behind a small memory: one order, whatever fails. */
class OutboxSpillTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final Account MAIN = new Account("paper-main");
    private static final long T0 = 1_750_000_005_000L;

    @TempDir
    private Path folder;

    private final List<Gap> gaps = new ArrayList<>();
    private final GapNotes notes = new GapNotes(gaps::add);
    private final RecordingSinks sinks = new RecordingSinks();
    private long nowMs;
    private long term = 1;
    private boolean waits;
    private Salvage salvage =
            new Salvage(new Spill(SpillSettings.of(Path.of("unused"), 0), 1, () -> nowMs).leftovers());

    private final TickGate gate = new TickGate() {
        @Override
        public long term() {
            return term;
        }

        @Override
        public boolean waits() {
            return waits;
        }
    };

    private Outbox outbox(Path spillFolder, long epoch, long maxBytes) {
        Spill spill = new Spill(new SpillSettings(spillFolder, maxBytes, 2_000, 10_000), epoch, () -> nowMs);
        Outbox outbox = new Outbox(
                new Streams(sinks, sinks.decisions(), Pacer.NONE),
                new OutboxQueue(10, spill, notes),
                gate,
                () -> nowMs,
                () -> 0);
        salvage = new Salvage(spill.leftovers());
        salvage.into(outbox);
        return outbox;
    }

    private static Frame frame(long id) {
        AggTrade trade = new AggTrade(id, 6_000_000_000_000L, 100_000_000, T0 + id, true, id, id);
        return new Frame(BTC, 1, id, T0 + id, null, List.of(trade), List.of());
    }

    private static Liquidation liquidation(long number) {
        return new Liquidation(BTC, true, number, 6_000_000_000_000L, T0, false);
    }

    private static IndicatorReading reading(long number) {
        return new IndicatorReading(
                BTC, IndicatorType.FUNDING_RATE, T0 + number, T0 + number, Map.of("rate", BigDecimal.ONE), false);
    }

    private static Tick tick(long second) {
        return new Tick(MAIN, T0 + second * 1_000, Map.of(BTC, 5L), Map.of(BTC, T0));
    }

    private static Object entry(int i) {
        return switch (i % 7) {
            case 3 -> liquidation(i);
            case 5 -> reading(i);
            case 6 -> tick(i);
            default -> frame(i);
        };
    }

    private static void add(Outbox outbox, Object entry) {
        switch (entry) {
            case Tick tick -> outbox.add(tick.marketTimeMs(), List.of(tick));
            case Frame frame -> outbox.add(frame);
            case Liquidation liquidation -> outbox.add(liquidation);
            case IndicatorReading reading -> outbox.add(reading);
            default -> throw new IllegalArgumentException("" + entry);
        }
    }

    private static List<Object> entries(int from, int to) {
        return Stream.iterate(from, i -> i < to, i -> i + 1)
                .map(OutboxSpillTest::entry)
                .toList();
    }

    @Test
    void anOutageIsSpilledAndSentInOneOrderWithMemoryBounded() throws InterruptedException {
        Outbox outbox = outbox(folder, 1, 1 << 20);
        sinks.failAfter(0);
        for (Object entry : entries(0, 500)) {
            add(outbox, entry);
            outbox.flush();
            assertTrue(outbox.queue().inMemory() <= 10);
            assertFalse(outbox.full());
        }
        assertEquals(490, outbox.queue().spilled().records());
        sinks.failAfter(Integer.MAX_VALUE);
        assertTrue(outbox.flush());
        assertEquals(entries(0, 500), sinks.accepted());
        assertEquals(0, outbox.queue().spilled().bytes());
        assertEquals(0, outbox.queue().lost());
    }

    @Property(tries = 60)
    void failuresAtAnyPointKeepTheOrderAndLoseNothing(@ForAll long seed) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory("outbox");
        OutboxSpillTest test = new OutboxSpillTest();
        SplittableRandom random = new SplittableRandom(seed);
        Outbox outbox = test.outbox(own, 1, 20_000);
        int added = 0;
        while (added < 400) {
            test.nowMs += random.nextInt(2_000);
            int burst = outbox.full() ? 0 : random.nextInt(40);
            for (int i = 0; i < burst; i++) {
                add(outbox, entry(added++));
            }
            test.sinks.failAfter(random.nextInt(30));
            outbox.flush();
        }
        test.sinks.failAfter(Integer.MAX_VALUE);
        test.nowMs += 10_000;
        outbox.flush();
        assertEquals(entries(0, added), test.sinks.accepted());
        outbox.queue().close();
        try (Stream<Path> left = Files.list(own)) {
            assertEquals(
                    List.of("lock"),
                    left.map(file -> file.getFileName().toString()).toList());
        }
        Files.delete(own.resolve("lock"));
        Files.delete(own);
    }

    @Test
    void withADiskThatTakesNothingItFallsBackToMemoryAndThenReadingStops() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Outbox outbox = outbox(file, 1, 1 << 20);
        sinks.failAfter(0);
        int added = 0;
        while (!outbox.full()) {
            add(outbox, entry(added++));
        }
        assertEquals(10, added);
        assertTrue(outbox.queue().spilled().trouble().startsWith("the spill folder " + file + " can't be used"));
        sinks.failAfter(Integer.MAX_VALUE);
        outbox.flush();
        assertEquals(entries(0, 10), sinks.accepted());
    }

    @Test
    void aFullDiskStopsTheReadingAndWhatWasAddedBeyondStillGoesInOrder() throws InterruptedException {
        Outbox outbox = outbox(folder, 1, 3_000);
        sinks.failAfter(0);
        int added = 0;
        while (!outbox.full()) {
            add(outbox, entry(added++));
        }
        for (int i = 0; i < 20; i++) {
            add(outbox, entry(added++));
        }
        sinks.failAfter(Integer.MAX_VALUE);
        outbox.flush();
        assertEquals(entries(0, added), sinks.accepted());
        assertFalse(outbox.full());
    }

    @Test
    void tradesThatTheDiskLostAreInTheGapLedger() throws IOException, InterruptedException {
        Outbox outbox = outbox(folder, 1, 1 << 20);
        sinks.failAfter(0);
        for (long id = 1_000; id < 1_200; id++) {
            outbox.add(frame(id));
        }
        Path damaged;
        try (Stream<Path> files = Files.list(folder)) {
            damaged = files.filter(file -> file.toString().endsWith("2.seg"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        byte[] content = Files.readAllBytes(damaged);
        content[60] ^= 4;
        Files.write(damaged, content);
        sinks.failAfter(Integer.MAX_VALUE);
        outbox.flush();
        notes.save();

        assertEquals(1, outbox.queue().lost());
        assertEquals(1, gaps.size());
        Gap gap = gaps.getFirst();
        assertEquals(1, gap.size());
        assertFalse(gap.filled());
        assertEquals(199, sinks.accepted().size());
        assertFalse(sinks.accepted().contains(frame(gap.fromAggId())));
    }

    @Test
    void anEarlierRunsLiquidationsAndReadingsGoFirstAndItsFramesAndTicksNever()
            throws IOException, InterruptedException {
        Outbox crashed = outbox(folder, 1, 1 << 20);
        sinks.failAfter(0);
        entries(0, 70).forEach(entry -> add(crashed, entry));
        crashed.queue().close();

        Outbox next = outbox(folder, 2, 1 << 20);
        assertEquals(
                "an earlier run left 10 liquidations and 10 readings, which are sent first; 40 frames of 40 trades, which"
                        + " are fetched again by id; ticks of 10 seconds, which are over; 0 records missing or unreadable;"
                        + " 0 files put aside",
                salvage.report());
        next.add(frame(9_000));
        next.flush();
        salvage.settle(next.figures().sent());
        assertEquals(0, sinks.accepted().size());
        assertTrue(hasSegments(), "kept until what was taken from them is durable");

        nowMs += 10_000;
        sinks.failAfter(Integer.MAX_VALUE);
        next.flush();
        salvage.settle(next.figures().sent());
        List<Object> expected = new ArrayList<>(entries(0, 70).stream()
                .filter(entry -> entry instanceof Liquidation || entry instanceof IndicatorReading)
                .toList());
        expected.add(frame(9_000));
        assertEquals(expected, sinks.accepted());
        assertFalse(hasSegments());
    }

    private boolean hasSegments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".seg"));
        }
    }

    @Test
    void withoutTheLeaseTicksAreLeftToItsHolderAndFramesGoOn() throws InterruptedException {
        Outbox outbox = outbox(folder, 1, 1 << 20);
        outbox.add(T0, List.of(tick(0)));
        outbox.flush();
        term = TickGate.CLOSED;
        outbox.add(frame(1));
        outbox.add(T0 + 1_000, List.of(tick(1)));
        outbox.flush();
        term = 2;
        outbox.add(T0 + 2_000, List.of(tick(2)));
        outbox.flush();
        assertEquals(List.of(tick(0), frame(1), tick(2)), sinks.accepted());
        assertEquals(1, outbox.figures().ticksWithheld());
    }

    @Test
    void ticksOfAnEarlierGrantThatWaitedInAnOutageAreNotTold() throws InterruptedException {
        Outbox outbox = outbox(folder, 1, 1 << 20);
        sinks.failAfter(0);
        outbox.add(T0, List.of(tick(0)));
        outbox.add(frame(1));
        outbox.flush();
        term = 5;
        nowMs += 10_000;
        sinks.failAfter(Integer.MAX_VALUE);
        outbox.add(T0 + 1_000, List.of(tick(1)));
        outbox.flush();
        assertEquals(List.of(frame(1), tick(1)), sinks.accepted(), "another run may have told that second");
    }

    @Test
    void inAReplayTicksWaitForTheLeaseBecauseTheMarketWaitsForThem() throws InterruptedException {
        waits = true;
        term = TickGate.CLOSED;
        Outbox outbox = outbox(folder, 1, 1 << 20);
        outbox.add(frame(1));
        outbox.add(T0, List.of(tick(0)));
        outbox.add(frame(2));
        assertFalse(outbox.flush());
        assertEquals(List.of(frame(1)), sinks.accepted());
        term = 3;
        assertTrue(outbox.flush());
        assertEquals(List.of(frame(1), tick(0), frame(2)), sinks.accepted());
    }
}
