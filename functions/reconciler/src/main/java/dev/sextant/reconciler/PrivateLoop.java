package dev.sextant.reconciler;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.platform.lambda.DeadLetters;
import dev.sextant.platform.lambda.RecordLoop;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.binance.trade.PrivateMessages;

/** Feeds batches of the stream to {@link PrivateEvents}; a message nobody can read is kept aside. */
final class PrivateLoop {

    private final RecordLoop<DecisionRecord> loop;
    private final PrivateEvents events;

    PrivateLoop(PrivateEvents events, DeadLetters deadLetters, Metrics metrics) {
        this.events = events;
        this.loop = new RecordLoop<>(PrivateLoop::decode, events::onRecord, deadLetters, metrics);
    }

    StreamsEventResponse handle(KinesisEvent event) {
        return loop.handle(event);
    }

    boolean takeDoubt() {
        return events.takeDoubt();
    }

    boolean takeMoneyMoved() {
        return events.takeMoneyMoved();
    }

    static DecisionRecord decode(byte[] data) {
        DecisionRecord record = DecisionCodec.decode(data);
        if (record instanceof PrivateEvent event) {
            try {
                PrivateMessages.read(event.payload());
            } catch (IllegalArgumentException e) {
                throw new CorruptRecordException(0, "a message of the private stream", String.valueOf(e.getMessage()));
            }
        }
        return record;
    }
}
