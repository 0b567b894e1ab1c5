package dev.sextant.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.ingest.rig.Recorder;
import dev.sextant.ingest.rig.Rig;
import dev.sextant.ingest.rig.Tape;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.venues.binance.market.MarketEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IngestDeterminismTest {

    private static final long T = Tape.START_MS;

    private static byte[] bytes(List<Object> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object record : records) {
            bytes.writeBytes(
                    switch (record) {
                        case MarketRecord market -> MarketCodec.encode(market);
                        case Tick tick -> DecisionCodec.encode(tick);
                        default -> throw new AssertionError("" + record);
                    });
        }
        return bytes.toByteArray();
    }

    @Property(tries = 25)
    void theSameEventsMakeTheSameBytesHoweverTheyArriveAndLeave(@ForAll long seed) throws InterruptedException {
        Tape tape = Tape.of(seed, 40, 45, Tape.BTC, Tape.ETH);
        Rig atOnce = new Rig(tape, Tape.BTC, Tape.ETH).connect();
        atOnce.onAll(tape.events()).drain();

        Rig inPieces = new Rig(tape, Tape.BTC, Tape.ETH).connect();
        SplittableRandom random = new SplittableRandom(seed);
        for (MarketEvent event : tape.events()) {
            inPieces.on(event);
            if (random.nextInt(3) == 0) {
                inPieces.flush();
            }
        }
        inPieces.drain();

        assertArrayEquals(bytes(atOnce.sinks.accepted()), bytes(inPieces.sinks.accepted()));
    }

    @Test
    void framesAreAtMostFourASecondAndAtLeastOne() throws InterruptedException {
        Tape tape = Tape.of(7, 120, 300, Tape.BTC);
        Rig rig = new Rig(tape, Tape.BTC).connect();
        rig.onAll(tape.events()).flush();

        List<Frame> frames = rig.sinks.frames(Tape.BTC);
        for (int i = 1; i < frames.size(); i++) {
            long stepMs = frames.get(i).watermarkMs() - frames.get(i - 1).watermarkMs();
            assertTrue(stepMs >= 250 && stepMs <= 1_000, () -> "a step of " + stepMs + " ms");
            assertEquals(frames.get(i - 1).sequence() + 1, frames.get(i).sequence());
        }
        assertEquals(T + 120_000, frames.getLast().watermarkMs());
    }

    @Test
    void whoeverFoldsTheFramesGetsTheBucketsThatKeyFramesBring() throws InterruptedException {
        Tape tape = Tape.of(8, 300, 2_500, Tape.BTC);
        Rig rig = new Rig(tape, Tape.BTC).connect();
        rig.onAll(tape.events()).flush();

        Recorder recorder = Recorder.of(rig.sinks.frames(Tape.BTC));
        assertEquals(Recorder.contents(recorder.built()), Recorder.contents(recorder.brought()));
        assertTrue(recorder.built().size() >= 18);
    }
}
