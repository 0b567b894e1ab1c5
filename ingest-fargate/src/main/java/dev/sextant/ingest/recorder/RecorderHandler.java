package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.MarketRecord;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The recorder as the consumer of a stream: whoever polls the shards gives it batches. Corrupt records are handed on as
 * dead letters and don't stop the others; the hole that a corrupt frame leaves is healed like that of a lost one.
 */
public final class RecorderHandler implements BatchHandler {

    private final Recorder recorder;
    private final BiConsumer<StreamRecord, CorruptRecordException> deadLetters;

    public RecorderHandler(Recorder recorder, BiConsumer<StreamRecord, CorruptRecordException> deadLetters) {
        this.recorder = recorder;
        this.deadLetters = deadLetters;
    }

    @Override
    public BatchResult handle(List<StreamRecord> batch) {
        List<MarketRecord> records = new ArrayList<>();
        for (StreamRecord record : batch) {
            try {
                records.add(MarketCodec.decode(record.data()));
            } catch (CorruptRecordException e) {
                deadLetters.accept(record, e);
            }
        }
        recorder.accept(records);
        return new BatchResult.Done();
    }
}
