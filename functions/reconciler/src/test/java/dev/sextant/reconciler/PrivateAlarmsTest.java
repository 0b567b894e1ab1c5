package dev.sextant.reconciler;

import static dev.sextant.reconciler.MemoryDesk.ACCOUNT;
import static dev.sextant.reconciler.MemoryDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.OrderChanged;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tick;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.DecisionCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told of the private stream's news, and how its records get here. */
class PrivateAlarmsTest {

    private final MemoryDesk desk = new MemoryDesk();
    private final MemoryStreams streams = new MemoryStreams(desk);
    private final CountedMetrics metrics = new CountedMetrics();
    private final List<String> deadLetters = new ArrayList<>();
    private final PrivateEvents events = new PrivateEvents(
            new StreamedOrders(desk, new ShownVenue(), streams, () -> T0),
            streams,
            desk,
            new ListenKeyKeeper(streams, streams),
            () -> T0,
            metrics);

    private void counts(String payload, String... counted) {
        metrics.counted.clear();
        events.onRecord(new PrivateEvent(ACCOUNT, T0, payload));
        assertEquals(List.of(counted), metrics.counted);
    }

    @Test
    void whatIsNotTheDesksIsCountedByWhoseItIsAndOnce() {
        String forced = PrivateEventsTest.order("autoclose-1", "CALCULATED", "FILLED", 9, "0.014", "0.014");
        counts(forced, "ForcedOrders 1");
        counts(forced);
        counts(PrivateEventsTest.order("sxabcdefghijklmnopqrstuvwx", "NEW", "NEW", 0, "0", "0"), "UnknownOrders 1");
        counts(PrivateEventsTest.order("web_7", "NEW", "NEW", 0, "0", "0"));
    }

    @Test
    void aConditionalOrderOfNobodyHereBlocksItsSymbolToo() {
        counts("""
                {"e":"ALGO_UPDATE","E":1,"o":{"caid":"sxabcdefghijklmnopqrstuvwx","aid":5,"s":"BTCUSDT","X":"NEW","ai":""}}""", "UnknownOrders 1");
        assertEquals(
                List.of("BTCUSDT: order sxabcdefghijklmnopqrstuvwx has our form of id and is no intent of the desk"),
                desk.blocks);
    }

    @Test
    void whatHappensToTheAccountIsCounted() {
        counts("{\"e\":\"listenKeyExpired\",\"E\":1,\"listenKey\":\"of another\"}", "ListenKeysExpired 1");
        counts("{\"e\":\"MARGIN_CALL\",\"E\":1,\"cw\":\"3.1\",\"p\":[]}", "MarginCalls 1");
        counts("{\"e\":\"ACCOUNT_CONFIG_UPDATE\",\"E\":1}", "AccountSettingsChanged 1");
        counts("{\"e\":\"SOMETHING_NEW\",\"E\":1}");
    }

    @Test
    void aSignOfLifeIsKept() {
        streams.alive(ACCOUNT, T0);
        events.onRecord(new PrivateStreamAlive(ACCOUNT, T0 + 500));
        assertEquals(7, streams.keyState(ACCOUNT, T0 + 507).silentMs());
    }

    @Test
    void recordsOfTheOthersWakeNothing() {
        List<DecisionRecord> others = List.of(
                new Tick(ACCOUNT, T0, Map.of(), Map.of()),
                new Sweep(ACCOUNT),
                new IntentApproved(ACCOUNT, "ab", T0),
                new OrderChanged(ACCOUNT, "ab", "OPEN", 2, T0));
        others.forEach(events::onRecord);
        assertEquals(List.of(), metrics.counted);
        assertEquals(List.of(), streams.asked);
        assertFalse(events.takeDoubt());
    }

    @Test
    void aMessageNobodyCanReadIsKeptAsideAndTheNextOneIsApplied() {
        PrivateLoop loop =
                new PrivateLoop(events, (stream, number, payload, reason) -> deadLetters.add(reason), metrics);
        KinesisEvent batch = new KinesisEvent();
        batch.setRecords(List.of(
                record("1", new PrivateEvent(ACCOUNT, T0, "{\"e\":\"ORDER_TRADE_UPDATE\",\"o\":{}}")),
                record(
                        "2",
                        new PrivateEvent(ACCOUNT, T0, "{\"e\":\"listenKeyExpired\",\"listenKey\":\"of another\"}"))));
        assertEquals(List.of(), loop.handle(batch).getBatchItemFailures());
        assertEquals(1, deadLetters.size(), deadLetters::toString);
        assertTrue(loop.takeDoubt());
        assertFalse(loop.takeDoubt(), "asked for once");
    }

    @Test
    void aRecordIsReadAsItIsUnlessItsMessageCannotBe() {
        DecisionRecord tick = new Tick(ACCOUNT, T0, Map.of(), Map.of());
        assertEquals(tick, PrivateLoop.decode(DecisionCodec.encode(tick)));
        DecisionRecord call = new PrivateEvent(ACCOUNT, T0, "{\"e\":\"MARGIN_CALL\"}");
        assertEquals(call, PrivateLoop.decode(DecisionCodec.encode(call)));
        byte[] poison = DecisionCodec.encode(new PrivateEvent(ACCOUNT, T0, "no JSON"));
        assertThrows(CorruptRecordException.class, () -> PrivateLoop.decode(poison));
    }

    private static KinesisEvent.KinesisEventRecord record(String number, DecisionRecord content) {
        KinesisEvent.Record kinesis = new KinesisEvent.Record();
        kinesis.setSequenceNumber(number);
        kinesis.setData(ByteBuffer.wrap(DecisionCodec.encode(content)));
        KinesisEvent.KinesisEventRecord record = new KinesisEvent.KinesisEventRecord();
        record.setKinesis(kinesis);
        record.setEventSourceARN("arn:aws:kinesis:us-east-1:000000000000:stream/decisions");
        return record;
    }
}
