package dev.sextant.local.venue.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.VenueCommand;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.algo.NewAlgoOrder;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.OrderKey;
import dev.sextant.venues.sim.order.Side;
import dev.sextant.venues.sim.order.TimeInForce;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Symbol X = new Symbol("XUSDT");
    private static final List<JournalEntry> ENTRIES = List.of(
            sent(new VenueCommand.Place(NewOrder.limit(X, Side.BUY, TimeInForce.GTX, 5, 7, "a")
                    .asReduceOnly()
                    .validUntil(9))),
            sent(new VenueCommand.PlaceAlgo(NewAlgoOrder.closingStop(X, Side.SELL, 6, "s"))),
            new JournalEntry.Drained(3, 1_020),
            sent(new VenueCommand.Cancel(X, new OrderKey.ById(8))),
            sent(new VenueCommand.Cancel(X, new OrderKey.ByClientId("a"))),
            sent(new VenueCommand.CancelAlgo(new AlgoKey.ById(9))),
            sent(new VenueCommand.CancelAlgo(new AlgoKey.ByClientId("s"))),
            sent(new VenueCommand.CancelAll(X)),
            sent(new VenueCommand.CancelAllAlgos(X)),
            sent(new VenueCommand.PayFunding(X, -7)),
            sent(new VenueCommand.Transfer(-8)),
            sent(new VenueCommand.Relist(Instrument.usdtPerpetual(X, 2, 3))));

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    private static JournalEntry sent(VenueCommand<?> command) {
        return new JournalEntry.Sent(2, 1_000, true, command);
    }

    @BeforeEach
    void writeEverything() throws Exception {
        file = folder.resolve("journal");
        try (Journal journal = Journal.create(file, "play one")) {
            ENTRIES.forEach(journal::append);
        }
    }

    @Test
    void everyKindOfEntryIsReadAsItWasWritten() throws Exception {
        try (Journal journal = Journal.resume(file, "play one")) {
            assertEquals(ENTRIES, journal.past());
        }
    }

    @Test
    void aResumedJournalGoesOn() throws Exception {
        try (Journal journal = Journal.resume(file, "play one")) {
            journal.append(new JournalEntry.Drained(7, 2_000));
        }
        try (Journal journal = Journal.resume(file, "play one")) {
            assertEquals(new JournalEntry.Drained(7, 2_000), journal.past().getLast());
            assertEquals(ENTRIES.size() + 1, journal.past().size());
        }
    }

    @Test
    void aLineCutShortByACrashIsDropped() throws Exception {
        Files.writeString(file, "{\"market_ev", StandardOpenOption.APPEND);
        try (Journal journal = Journal.resume(file, "play one")) {
            assertEquals(ENTRIES, journal.past());
        }
    }

    @Test
    void aJournalOfAnotherPlayIsRefused() {
        IllegalArgumentException problem =
                assertThrows(IllegalArgumentException.class, () -> Journal.resume(file, "play two"));
        assertTrue(problem.toString().contains("belongs to 'play one', expected 'play two'"), problem.toString());
    }

    @Test
    void aBrokenLineIsNamed() throws Exception {
        Files.writeString(
                file,
                "{\"do\":\"fly\",\"market_events\":1,\"market_time_ms\":1,\"standing\":true}\n",
                StandardOpenOption.APPEND);
        IllegalArgumentException problem =
                assertThrows(IllegalArgumentException.class, () -> Journal.resume(file, "play one"));
        assertTrue(problem.toString().contains("line 14 is no entry: command 'fly' is unknown"), problem.toString());
    }
}
