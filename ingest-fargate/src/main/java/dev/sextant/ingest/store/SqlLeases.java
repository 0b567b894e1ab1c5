package dev.sextant.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import java.util.function.Supplier;

/** {@link Leases} as functions of the database. A call is not repeated here: an old answer is worth nothing. */
public final class SqlLeases implements Leases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqlClient sql;

    public SqlLeases(SqlClient client) {
        this.sql = client.withoutRetry();
    }

    @Override
    public long nextEpoch(String owner) throws StoreException {
        return answer(
                "the next epoch",
                () -> sql.callOne(Sql.of("select market.next_ingest_epoch(:owner) as epoch")
                                .with("owner", owner))
                        .longValue("epoch"));
    }

    @Override
    public LeaseAnswer hold(String owner, long epoch, long forMs) throws StoreException {
        return held(
                sql,
                Sql.of("select market.hold_ingest_lease(:owner, :epoch, :ms)::text as lease")
                        .with("owner", owner)
                        .with("epoch", epoch)
                        .with("ms", forMs));
    }

    /** What a lease's function answers, as text under the name {@code lease}; for other leases, too. */
    public static LeaseAnswer held(SqlClient sql, Sql call) throws StoreException {
        String text = answer("the lease", () -> sql.callOne(call).text("lease"));
        try {
            JsonNode lease = JSON.readTree(text);
            return new LeaseAnswer(
                    lease.path("held").asBoolean(),
                    lease.path("grant").asLong(),
                    lease.path("holder").asText(""),
                    lease.path("holder_epoch").asLong(),
                    lease.path("left_ms").asLong(),
                    lease.path("superseded").asBoolean());
        } catch (JsonProcessingException e) {
            throw new StoreException("the lease is told as " + text + ", expected a JSON object", e);
        }
    }

    @Override
    public void leave(String owner, long epoch) throws StoreException {
        left(
                sql,
                Sql.of("select market.leave_ingest(:owner, :epoch) as held")
                        .with("owner", owner)
                        .with("epoch", epoch));
    }

    /** Calls the function that gives a lease back. */
    public static void left(SqlClient sql, Sql call) throws StoreException {
        answer("the lease's return", () -> sql.callOne(call));
    }

    private static <T> T answer(String what, Supplier<T> call) throws StoreException {
        try {
            return call.get();
        } catch (SqlException e) {
            throw new StoreException("the database did not answer for " + what + ": " + e.getMessage(), e);
        }
    }
}
