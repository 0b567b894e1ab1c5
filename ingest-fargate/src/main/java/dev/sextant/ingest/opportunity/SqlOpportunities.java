package dev.sextant.ingest.opportunity;

import dev.sextant.ingest.store.StoreException;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import dev.sextant.platform.sql.SqlRejectedException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opportunities in the desk's database. Calls are not repeated here: the recorder repeats them at its own pace. */
public final class SqlOpportunities implements OpportunityStore {

    /** The component whose status says how the watch is. */
    public static final String COMPONENT = "kraken";

    private static final Logger LOG = LoggerFactory.getLogger(SqlOpportunities.class);

    /** A text may have 65,536 characters; a record has a few thousand. */
    private static final int MOST_CHARS = 60_000;

    private final SqlClient sql;

    public SqlOpportunities(SqlClient client) {
        this.sql = client.withoutRetry();
    }

    @Override
    public void interrupt(String venue) throws StoreException {
        run(
                "what an earlier watch left open",
                Sql.of("select strategy.interrupt_opportunities(:venue) as x").with("venue", venue));
    }

    @Override
    public void save(List<OpportunityRecord> records) throws StoreException {
        List<String> batch = new ArrayList<>();
        int chars = 0;
        for (OpportunityRecord one : records) {
            String json = RecordJson.of(one).toString();
            if (!batch.isEmpty() && chars + json.length() > MOST_CHARS) {
                saveBatch(batch);
                batch.clear();
                chars = 0;
            }
            batch.add(json);
            chars += json.length() + 2;
        }
        if (!batch.isEmpty()) {
            saveBatch(batch);
        }
    }

    private void saveBatch(List<String> batch) throws StoreException {
        try {
            sql.callOne(Sql.of("select strategy.record_opportunities(:p::jsonb) as x")
                    .withJson("p", batch.toString()));
        } catch (SqlRejectedException e) {
            if (batch.size() == 1) {
                // It would be refused for ever, and all that come after it would wait.
                LOG.error("an opportunity is lost, the database refuses it: {}: {}", e.getMessage(), batch.getFirst());
                return;
            }
            for (String one : batch) {
                saveBatch(List.of(one));
            }
        } catch (SqlException e) {
            throw failure("opportunities", e);
        }
    }

    @Override
    public void taken(String opportunityId, String planId) throws StoreException {
        run(
                "a taken opportunity",
                Sql.of("select strategy.take_opportunity(:id, :plan) as x")
                        .with("id", opportunityId)
                        .with("plan", planId));
    }

    @Override
    public void left(String opportunityId, String reason) throws StoreException {
        run(
                "an opportunity that is left",
                Sql.of("select strategy.leave_opportunity(:id, :reason) as x")
                        .with("id", opportunityId)
                        .with("reason", reason));
    }

    @Override
    public void post(String status) throws StoreException {
        try {
            sql.update(Sql.of("""
                    insert into ops.component_status (component, status) values (:component, :status)
                    on conflict (component) do update set status = excluded.status, as_of = now()""").with("component", COMPONENT).withJson("status", status));
        } catch (SqlException e) {
            throw failure("the status", e);
        }
    }

    private void run(String what, Sql call) throws StoreException {
        try {
            sql.callOne(call);
        } catch (SqlException e) {
            throw failure(what, e);
        }
    }

    private static StoreException failure(String what, SqlException cause) {
        return new StoreException("the database did not take " + what + ": " + cause.getMessage(), cause);
    }
}
