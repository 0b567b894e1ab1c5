package dev.sextant.platform.lambda;

import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;

/** Dead letters in {@code ops.dead_letters}, once per record and consumer. */
public final class SqlDeadLetters implements DeadLetters {

    private final SqlClient sql;
    private final String consumer;

    /** @param consumer whose dead letters, for example {@code risk-check} */
    public SqlDeadLetters(SqlClient sql, String consumer) {
        this.sql = sql;
        this.consumer = consumer;
    }

    @Override
    public void keep(String stream, String sequenceNumber, byte[] payload, String reason) {
        sql.update(Sql.of("""
                        insert into ops.dead_letters (stream, sequence_number, consumer, reason, payload)
                        values (:stream, :sequence, :consumer, :reason, :payload) on conflict do nothing""")
                .with("stream", stream)
                .with("sequence", sequenceNumber)
                .with("consumer", consumer)
                .with("reason", reason)
                .with("payload", payload));
    }
}
