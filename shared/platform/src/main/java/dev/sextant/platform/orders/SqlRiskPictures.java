package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.risk.RiskPicture;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.Optional;

/** Reads what the rules look at, in one statement and so at one moment. Used where a rule is explained. */
public final class SqlRiskPictures {

    private final SqlClient sql;

    public SqlRiskPictures(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * A reading and the market time it was taken for.
     *
     * @param atMs market time, epoch milliseconds
     */
    public record Reading(RiskPicture picture, long atMs) {}

    /** The picture at the market's now, or empty when the account is not configured. */
    public Optional<Reading> now(Account account) {
        return read(Sql.of("""
                select (risk.picture(:account, at) || jsonb_build_object('stream_seen_ms', ops.ms(risk.stream_seen(:account))))::text
                           as picture,
                       ops.ms(at) as at_ms
                from (select ops.market_time() as at) market""").with("account", account.name()));
    }

    /** The picture at a market time. */
    public Optional<Reading> at(Account account, long nowMs) {
        return read(Sql.of("""
                        select (risk.picture(:account, ops.ts(:now))
                                || jsonb_build_object('stream_seen_ms', ops.ms(risk.stream_seen(:account))))::text as picture,
                               :now as at_ms""").with("account", account.name()).with("now", nowMs));
    }

    private Optional<Reading> read(Sql query) {
        return sql.queryOne(query).flatMap(SqlRiskPictures::reading);
    }

    private static Optional<Reading> reading(Row row) {
        String json = row.textOrNull("picture");
        if (json == null) {
            return Optional.empty();
        }
        JsonNode picture = OrderJson.parse(json);
        return Optional.of(new Reading(RiskJson.picture(picture), row.longValue("at_ms")));
    }
}
