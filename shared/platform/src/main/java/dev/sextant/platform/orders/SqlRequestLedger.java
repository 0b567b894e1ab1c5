package dev.sextant.platform.orders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.order.RequestLedger;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@link RequestLedger} in Postgres: a row for each venue and address that the desk sends from. */
public final class SqlRequestLedger implements RequestLedger {

    /** Names the address that a process's requests leave from; the same for all who share one. */
    public static final String EGRESS_VARIABLE = "SEXTANT_EGRESS";

    /** What an address is called that nobody has named. */
    public static final String EGRESS = "desk";

    /** Orders of an account in production; the venue's headers correct the counts as it answers. */
    private static final long ORDERS_10S = 300;

    private static final long ORDERS_1M = 1_200;

    private final SqlClient sql;
    private final String venue;
    private final String egress;
    private final String account;

    /**
     * @param venue by its host
     * @param egress names the address requests leave from, the same for all who share it
     * @param account whose key signs what is sent, or blank for public reads, which halt nobody
     */
    public SqlRequestLedger(SqlClient sql, String venue, String egress, String account) {
        this.sql = sql.withoutRetry();
        this.venue = venue;
        this.egress = egress;
        this.account = account;
    }

    /**
     * The row of {@code SEXTANT_VENUE_REST}'s host and {@code SEXTANT_EGRESS}, the address's name: on AWS all who trade
     * leave through one. What halts is told of {@code SEXTANT_ACCOUNT}.
     */
    public static SqlRequestLedger fromEnvironment(SqlClient sql, Map<String, String> environment) {
        String rest = environment.getOrDefault("SEXTANT_VENUE_REST", "");
        String host = URI.create(rest.isBlank() ? "venue" : rest).getAuthority();
        return new SqlRequestLedger(
                sql,
                host == null ? "venue" : host,
                environment.getOrDefault(EGRESS_VARIABLE, EGRESS),
                environment.getOrDefault("SEXTANT_ACCOUNT", ""));
    }

    /**
     * The row for public reads of {@code exchange}, when {@code SEXTANT_EGRESS} says that the address is shared with those
     * who trade; without it a reader counts for itself. Called by the ingest and the recorder.
     */
    public static RequestLedger ofReaders(SqlClient sql, URI exchange, Map<String, String> environment) {
        String egress = environment.getOrDefault(EGRESS_VARIABLE, "");
        return egress.isBlank() ? NONE : new SqlRequestLedger(sql, exchange.getAuthority(), egress, "");
    }

    @Override
    public Optional<String> take(Wish wish) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("class", wish.kind())
                .put("weight", wish.weight())
                .put("orders", wish.orders())
                .put("weight_limit", wish.weightLimit())
                .put("orders_10s_limit", ORDERS_10S)
                .put("orders_1m_limit", ORDERS_1M);
        try {
            return Optional.ofNullable(
                    sql.callOne(on(Sql.of("select ops.take_request(:venue, :egress, :p::jsonb) as x"), document))
                            .textOrNull("x"));
        } catch (SqlException e) {
            throw new IllegalStateException("the request budget can't be asked: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean keepsHalts() {
        return !account.isBlank();
    }

    @Override
    public void tell(Said said) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        said.usedWeight().ifPresent(weight -> document.put("used_weight", weight));
        said.orders().forEach((interval, count) -> {
            if (interval.equals("10S") || interval.equals("1M")) {
                document.put("orders_" + interval.toLowerCase(Locale.ROOT), count);
            }
        });
        if (said.pauseMs() > 0) {
            document.put("pause_ms", said.pauseMs()).put("reason", said.reason());
        }
        if (said.halt() != null && keepsHalts()) {
            document.put("halt", said.halt()).put("account", account);
        }
        try {
            sql.call(on(Sql.of("select ops.tell_requests(:venue, :egress, :p::jsonb)::text as x"), document));
        } catch (SqlException e) {
            throw new IllegalStateException("the request budget can't be told: " + e.getMessage(), e);
        }
    }

    private Sql on(Sql statement, ObjectNode document) {
        return statement.with("venue", venue).with("egress", egress).withJson("p", document.toString());
    }
}
