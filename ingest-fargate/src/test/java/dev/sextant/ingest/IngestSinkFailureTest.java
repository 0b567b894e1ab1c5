package dev.sextant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.rig.Rig;
import dev.sextant.ingest.rig.Tape;
import dev.sextant.venues.binance.market.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IngestSinkFailureTest {

    @Property(tries = 40)
    void streamsThatFailPartWayLoseNothingAndKeepTheOrder(@ForAll long seed) throws InterruptedException {
        Tape tape = Tape.of(seed, 60, 60, Tape.BTC, Tape.ETH);
        Rig clean = new Rig(tape, Tape.BTC, Tape.ETH).connect();
        clean.onAll(tape.events()).drain();

        Rig failing = new Rig(tape, Tape.BTC, Tape.ETH).connect();
        SplittableRandom random = new SplittableRandom(seed);
        for (MarketEvent event : tape.events()) {
            failing.sinks.failAfter(random.nextInt(3));
            failing.on(event).flush();
        }
        failing.sinks.failAfter(Integer.MAX_VALUE);
        failing.drain().flush();

        assertEquals(clean.sinks.accepted(), failing.sinks.accepted());
        assertEquals(0, failing.outbox().size());
    }

    @Test
    void duringAnOutageReadingGoesOnUntilTheOutboxIsFull() throws InterruptedException {
        Tape tape = Tape.of(1, 600, 100, Tape.BTC);
        Rig rig = new Rig(tape, Tape.BTC).connect();
        rig.sinks.failAfter(0);
        int read = 0;
        while (!rig.outbox().full()) {
            rig.on(tape.events().get(read++)).flush();
        }
        assertTrue(read > 1_000);
        assertTrue(rig.sinks.accepted().isEmpty());
        assertTrue(rig.outbox().figures().failing());

        rig.sinks.failAfter(Integer.MAX_VALUE);
        rig.flush();
        assertEquals(0, rig.outbox().size());
    }

    @Test
    void theReplayGoesOnOnlyWhenATickAndAllBeforeItAreDurable() throws InterruptedException {
        Tape tape = Tape.of(2, 3, 100, Tape.BTC);
        List<String> acknowledged = new ArrayList<>();
        Rig rig = new Rig(tape, Tape.BTC);
        rig.pacedBy((tickMs, market, decisions) -> acknowledged.add((tickMs - Tape.START_MS) + " after "
                + decisions.lastSequence() + " of " + rig.sinks.accepted().size()));
        rig.connect();
        rig.sinks.failAfter(0);
        rig.onAll(tape.events()).flush();
        assertEquals(List.of(), acknowledged);
        rig.sinks.failAfter(Integer.MAX_VALUE);
        rig.flush();
        assertEquals(3, acknowledged.size());
        for (String line : acknowledged) {
            String[] numbers = line.split(" after | of ", -1);
            assertEquals(numbers[1], numbers[2], line);
        }
    }
}
