package dev.sextant.local.desk;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.platform.lambda.RecordLoop;
import dev.sextant.platform.lambda.SqlDeadLetters;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.MarketCodec;

/** INTERIM: replaced by the ingest's recorder before anything lands. */
final class RecorderFunction {
    private final RecordLoop<MarketRecord> loop;

    RecorderFunction(SqlClient sql) {
        SqlTrades trades = new SqlTrades(sql);
        this.loop = new RecordLoop<>(
                MarketCodec::decode,
                record -> {
                    if (record instanceof Frame frame) {
                        trades.store(frame.symbol(), frame.trades(), frame.watermarkMs(), frame.epoch());
                    }
                },
                new SqlDeadLetters(sql, "recorder"));
    }

    StreamsEventResponse handle(KinesisEvent event) {
        return loop.handle(event);
    }
}
