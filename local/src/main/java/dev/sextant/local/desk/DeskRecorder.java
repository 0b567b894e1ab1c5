package dev.sextant.local.desk;

import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.recorder.Recorder;
import dev.sextant.ingest.recorder.RecorderEvent;
import dev.sextant.ingest.recorder.RecorderHandler;
import dev.sextant.ingest.recorder.RestTradeHistory;
import dev.sextant.ingest.recorder.SqlTradeStore;
import dev.sextant.platform.lambda.SqlDeadLetters;
import dev.sextant.platform.market.SqlBuckets;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.binance.market.rest.RateBudget;
import dev.sextant.venues.binance.market.rest.ReadPatience;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.Sleeper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ingest's recorder behind the market stream: stores what comes, then says how far the store is complete. */
final class DeskRecorder implements BatchHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeskRecorder.class);
    private static final long MAX_BODY_BYTES = 4L * 1024 * 1024;

    private final RecorderHandler handler;
    private final SqlTrades trades;
    private final SqlBuckets buckets;
    private final Map<Symbol, Long> epochs = new HashMap<>();

    DeskRecorder(SqlClient sql, BinanceEndpoints data) {
        SqlDeadLetters deadLetters = new SqlDeadLetters(sql, "recorder");
        this.trades = new SqlTrades(sql);
        this.buckets = new SqlBuckets(sql, "recorder");
        this.handler = new RecorderHandler(
                new Recorder(new SqlTradeStore(sql), history(data), this::onEvent),
                (record, e) -> deadLetters.keep(
                        Streams.MARKET, record.sequenceNumber(), record.data(), String.valueOf(e.getMessage())));
    }

    private static RestTradeHistory history(BinanceEndpoints data) {
        return new RestTradeHistory(new BinanceMarketRest(
                data,
                new JdkHttpGet(JdkHttpGet.newClient(Duration.ofSeconds(2)), MAX_BODY_BYTES),
                new RateBudget(System::currentTimeMillis),
                ReadPatience.brisk(),
                Sleeper.real(),
                () -> ThreadLocalRandom.current().nextDouble()));
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
                buckets.block(
                        differs.symbol(),
                        "bucket " + differs.bucket().startMs() + " differs between frames and recorded trades");
            }
            case RecorderEvent.IdsWentBack back -> LOG.error("{}", back);
            case RecorderEvent.GapOpened opened -> LOG.warn("{}", opened);
            case RecorderEvent.GapFilled filled -> LOG.info("{}", filled);
            case RecorderEvent.BucketUpgraded upgraded -> LOG.info("{}", upgraded);
            case RecorderEvent.EpochRejected rejected -> LOG.debug("{}", rejected);
        }
    }
}
