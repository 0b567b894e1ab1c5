package dev.sextant.ingest.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** What is asked of the database and what its answers mean; that the SQL is right is shown against the real one. */
class SqlStoreTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");

    private final Database database = new Database();
    private final SqlStore store = new SqlStore(new SqlClient(new DataApi(database, DatabaseAddress.LOCAL)));

    @Test
    void theLastStoredTradeIsWhereTheNextRunGoesOn() throws StoreException {
        database.answer("last_agg_id", 41);
        assertEquals(OptionalLong.of(41), store.lastDurableAggId(BTC));
        database.answerNothing();
        assertEquals(OptionalLong.empty(), store.lastDurableAggId(BTC));
    }

    @Test
    void gapsOffsetsAndTheStatusAreWritten() throws StoreException {
        store.record(new Gap(BTC, 5, 9, 1_750_000_000_000L, false));
        store.publish(new ClockOffset(-40, 10, 1_750_000_000_000L));
        store.post("{}");
        assertEquals(
                List.of(
                        "insert into market.gaps",
                        "insert into market.clock_offsets",
                        "insert into ops.component_status"),
                database.asked.stream()
                        .map(sql -> sql.strip().replaceAll("(?s) \\(.*", ""))
                        .toList());
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAskedOnceAndTold() {
        database.down = true;
        StoreException failure = assertThrows(StoreException.class, () -> store.lastDurableAggId(BTC));
        assertTrue(String.valueOf(failure.getMessage()).contains("the last stored trade of BTCUSDT"));
        assertEquals(1, database.asked.size());
    }

    private static final class Database implements RdsDataClient {
        private final List<String> asked = new ArrayList<>();
        private ExecuteStatementResponse answer =
                ExecuteStatementResponse.builder().build();
        private boolean down;

        void answer(String column, long value) {
            answer = ExecuteStatementResponse.builder()
                    .columnMetadata(ColumnMetadata.builder()
                            .name(column)
                            .typeName("int8")
                            .label(column)
                            .build())
                    .records(List.of(List.of(Field.fromLongValue(value))))
                    .build();
        }

        void answerNothing() {
            answer = ExecuteStatementResponse.builder()
                    .records(List.of())
                    .columnMetadata(List.of())
                    .build();
        }

        @Override
        public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
            asked.add(request.sql());
            if (down) {
                throw SdkClientException.create("no route");
            }
            return answer;
        }

        @Override
        public String serviceName() {
            return "rds-data";
        }

        @Override
        public void close() {}
    }
}
