package dev.sextant.ingest.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.Ingest;
import dev.sextant.ingest.account.PrivateRecords;
import dev.sextant.ingest.frame.EventTime;
import dev.sextant.ingest.frame.SymbolFramer;
import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.inbox.Input;
import dev.sextant.ingest.indicator.Indicators;
import dev.sextant.ingest.indicator.LiquidationTally;
import dev.sextant.ingest.indicator.PollSchedule;
import dev.sextant.ingest.indicator.Polled;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.ingest.rig.Tape;
import dev.sextant.ingest.rig.TapeHistory;
import dev.sextant.ingest.spill.Spill;
import dev.sextant.ingest.spill.SpillFigures;
import dev.sextant.ingest.spill.SpillSettings;
import dev.sextant.ingest.store.GapNotes;
import dev.sextant.ingest.trade.SymbolFeed;
import dev.sextant.venues.binance.market.MarketEvent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kinesis away for five minutes at ten times the peak, 1,500 trades a second and symbol: nothing lost, nothing doubled, all
 * in order, memory and disk within bounds. Event time is stepped, so it takes seconds; {@code docs/ingest.md} names the
 * same in real time.
 */
class OutageFigureTest {

    private static final int TRADES_A_SECOND = 1_500;
    private static final int BEFORE_S = 5;
    private static final int AWAY_S = 300;
    private static final int AFTER_S = 5;
    private static final int IN_MEMORY = 500;
    private static final long DISK_BYTES = 256L << 20;
    private static final List<Symbol> SYMBOLS = List.of(Tape.BTC, Tape.ETH);

    @TempDir
    private Path folder;

    private boolean away;
    private long nowMs = Tape.START_MS;
    private long lastTickMs;
    private final Map<Symbol, Long> nextSequence = new HashMap<>();
    private final Map<Symbol, Long> nextId = new HashMap<>();
    private final Map<Symbol, Long> lastWatermarkMs = new HashMap<>();

    /** Checks the order while it accepts, because keeping a million trades would prove nothing about memory. */
    private Receipt market(List<? extends MarketRecord> records) throws SinkException {
        if (away) {
            throw new SinkException("away", records);
        }
        for (MarketRecord record : records) {
            Frame frame = (Frame) record;
            assertEquals(nextSequence.merge(frame.symbol(), 1L, Long::sum) - 1, frame.sequence());
            for (AggTrade trade : frame.trades()) {
                assertEquals(nextId.merge(frame.symbol(), 1L, Long::sum) - 1, trade.aggId());
            }
            lastWatermarkMs.put(frame.symbol(), frame.watermarkMs());
        }
        return Receipt.NONE;
    }

    private Receipt decisions(List<? extends DecisionRecord> ticks) throws SinkException {
        if (away) {
            throw new SinkException("away", ticks);
        }
        for (DecisionRecord record : ticks) {
            Tick tick = (Tick) record;
            assertTrue(lastTickMs == 0 || tick.marketTimeMs() == lastTickMs + 1_000, "a tick is missing or doubled");
            lastTickMs = tick.marketTimeMs();
            assertEquals(tick.watermarksMs(), lastWatermarkMs, "a tick after every frame before it, and none after it");
        }
        return Receipt.NONE;
    }

    @Test
    void fiveMinutesWithoutKinesisAtTenTimesThePeakLoseNothing() throws InterruptedException {
        GapNotes gaps = new GapNotes(gap -> {});
        Spill spill = new Spill(SpillSettings.of(folder, DISK_BYTES), 1, () -> nowMs);
        OutboxQueue queue = new OutboxQueue(IN_MEMORY, spill, gaps);
        Outbox outbox = new Outbox(
                new Streams(this::market, this::decisions, Pacer.NONE), queue, TickGate.OPEN, () -> nowMs, () -> 0.5);
        Ingest ingest = ingest(outbox, gaps);
        ingest.on(new Input.Connected());

        long mostBytes = 0;
        for (int second = 0; second < BEFORE_S + AWAY_S + AFTER_S; second++) {
            away = second >= BEFORE_S && second < BEFORE_S + AWAY_S;
            for (int slot = 0; slot < 10; slot++) {
                tenth(ingest, second, slot);
                nowMs += 100;
                outbox.flush();
                assertTrue(queue.inMemory() <= IN_MEMORY);
                assertFalse(outbox.full(), "reading never stops");
            }
            mostBytes = Math.max(mostBytes, queue.spilled().bytes());
        }
        ingest.drain();
        nowMs += 10_000;
        assertTrue(outbox.flush());

        long trades = (long) TRADES_A_SECOND * (BEFORE_S + AWAY_S + AFTER_S);
        SYMBOLS.forEach(symbol -> assertEquals(trades, nextId.get(symbol)));
        SpillFigures spilled = queue.spilled();
        assertEquals(0, spilled.records() + spilled.bytes() + queue.lost());
        assertTrue(spilled.everSpilled() > SYMBOLS.size() * 4L * (AWAY_S - 100));
        long bytesASecond = mostBytes / AWAY_S / SYMBOLS.size();
        assertTrue(bytesASecond * 600 * 4 < DISK_BYTES, "ten minutes of four symbols fit the default: " + bytesASecond);
        System.out.println("spilled at most " + mostBytes + " bytes, " + bytesASecond + " a second and symbol, "
                + spilled.everSpilled() + " records, " + 2 * trades + " trades sent");
        queue.close();
    }

    private Ingest ingest(Outbox outbox, GapNotes gaps) {
        TapeHistory none = new TapeHistory(Tape.of(1, 0, 1));
        return new Ingest(
                SYMBOLS.stream()
                        .map(symbol -> new SymbolFeed(new SymbolFramer(symbol, 1, outbox::add), none, none, gaps))
                        .toList(),
                List.of(new Account("paper-main")),
                Map.of(),
                0,
                new EventTime(Tape.START_MS),
                new Indicators(
                        SYMBOLS,
                        new PollSchedule(Map.of()),
                        (polls, tickMs) -> new Polled(List.of(), polls),
                        new LiquidationTally(false)),
                outbox,
                new Health(SYMBOLS, 0, () -> nowMs),
                new PrivateRecords(true));
    }

    private static void tenth(Ingest ingest, int second, int slot) throws InterruptedException {
        int count = TRADES_A_SECOND / 10;
        for (int i = 0; i < count; i++) {
            long id = (long) second * TRADES_A_SECOND + (long) slot * count + i;
            long timeMs = Tape.START_MS + second * 1_000L + slot * 100L + i * 100L / count;
            for (Symbol symbol : SYMBOLS) {
                long mixed = (id * 0x9E3779B97F4A7C15L) >>> 40;
                AggTrade trade = new AggTrade(
                        id,
                        6_000_000_000_000L + mixed % 400 * 10_000_000L,
                        (1 + mixed % 5_000) * 100_000L,
                        timeMs,
                        mixed % 2 == 0,
                        3 * id,
                        3 * id + mixed % 3);
                ingest.on(new Input.Event(new MarketEvent.Trade(symbol, timeMs, trade), 100, 0));
            }
        }
    }
}
