package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.lambda.SqlDeadLetters;
import dev.sextant.platform.market.SqlBuckets;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.telemetry.Metrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recorder over the desk's database, behind whoever reads the shards: the pollers on one machine, the KCL on AWS. It
 * stores what comes, then says how far the store is complete. Not thread-safe; a shard that is read apart from the
 * others has one of its own.
 */
public final class MarketRecorder implements BatchHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MarketRecorder.class);
    private static final String NAME = "recorder";

    private final RecorderHandler handler;
    private final SqlTrades trades;
    private final SqlBuckets buckets;
    private final Metrics metrics;
    private final Map<Symbol, Long> epochs = new HashMap<>();

    /**
     * @param sql as the role that may write market data
     * @param history where missing trades are asked for
     * @param stream its name, under which records that can't be read are kept
     * @param metrics counts what somebody must look at; whoever hands out batches flushes them
     */
    public MarketRecorder(SqlClient sql, TradeHistory history, String stream, Metrics metrics) {
        SqlDeadLetters deadLetters = new SqlDeadLetters(sql, NAME);
        this.trades = new SqlTrades(sql);
        this.buckets = new SqlBuckets(sql, NAME);
        this.metrics = metrics;
        this.handler =
                new RecorderHandler(new Recorder(new SqlTradeStore(sql), history, this::onEvent), (record, e) -> {
                    deadLetters.keep(stream, record.sequenceNumber(), record.data(), String.valueOf(e.getMessage()));
                    metrics.count("DeadLetters", 1);
                });
    }

    @Override
    public BatchResult handle(List<StreamRecord> batch) {
        BatchResult result = handler.handle(batch);
        if (result instanceof BatchResult.Done) {
            newestFrames(batch)
                    .forEach((symbol, frame) -> trades.store(symbol, List.of(), frame.watermarkMs(), frame.epoch()));
        }
        return result;
    }

    /** Of the highest epoch seen: the recorder has not stored what an older ingest still sends. */
    private Map<Symbol, Frame> newestFrames(List<StreamRecord> batch) {
        Map<Symbol, Frame> newest = new HashMap<>();
        for (StreamRecord record : batch) {
            try {
                if (MarketCodec.decode(record.data()) instanceof Frame frame
                        && frame.epoch() >= epochs.merge(frame.symbol(), frame.epoch(), Math::max)) {
                    newest.put(frame.symbol(), frame);
                }
            } catch (CorruptRecordException e) {
                LOG.debug("passed over: {}", e.getMessage());
            }
        }
        return newest;
    }

    private void onEvent(RecorderEvent event) {
        switch (event) {
            case RecorderEvent.BucketDiffers differs -> {
                LOG.error("{}", differs);
                metrics.count("BucketsDiffer", 1);
                buckets.block(
                        differs.symbol(),
                        "bucket " + differs.bucket().startMs() + " differs between frames and recorded trades");
            }
            case RecorderEvent.IdsWentBack back -> {
                LOG.error("{}", back);
                metrics.count("IdsWentBack", 1);
            }
            case RecorderEvent.GapOpened opened -> LOG.warn("{}", opened);
            case RecorderEvent.GapFilled filled -> LOG.info("{}", filled);
            case RecorderEvent.BucketUpgraded upgraded -> LOG.info("{}", upgraded);
            case RecorderEvent.EpochRejected rejected -> LOG.debug("{}", rejected);
        }
    }
}
