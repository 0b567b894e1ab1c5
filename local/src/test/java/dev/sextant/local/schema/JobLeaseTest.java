package dev.sextant.local.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.jobs.SqlJobLease;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of several containers one does the jobs, as the role that the container has. */
class JobLeaseTest {

    private DataApiServer server;
    private DataApi api;
    private SqlJobLease first;
    private SqlJobLease second;

    @BeforeEach
    void migrate() throws IOException {
        server = DataApiServer.start(
                SharedPostgres.newDatabase(), DatabaseAddress.LOCAL.database(), System::currentTimeMillis, Limits.AWS);
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
        SqlClient ingest = new SqlClient(api.to(DatabaseAddress.localAs("ingest")));
        first = new SqlJobLease(ingest, "first");
        second = new SqlJobLease(ingest, "second");
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    private void minutesPass(int minutes) {
        assertEquals(
                1,
                new SqlClient(api)
                        .update(Sql.of("update ops.component_status set as_of = as_of - :m * interval '1 minute'"
                                        + " where component = 'container-jobs'")
                                .with("m", minutes)));
    }

    @Test
    void oneOfTwoHoldsItAndGoesOnHoldingIt() throws StoreException {
        assertTrue(first.hold());
        assertFalse(second.hold());
        assertTrue(first.hold());
    }

    @Test
    void whoeverIsDeadIsReplacedAfterAQuarterOfAnHour() throws StoreException {
        first.hold();
        minutesPass(14);
        assertFalse(second.hold());
        minutesPass(2);
        assertTrue(second.hold());
        assertFalse(first.hold());
    }

    @Test
    void renewingBeginsTheQuarterOfAnHourAnew() throws StoreException {
        first.hold();
        minutesPass(14);
        first.hold();
        minutesPass(14);
        assertFalse(second.hold());
    }

    @Test
    void whoeverStopsGivesItBackAndNobodyElseCan() throws StoreException {
        first.hold();
        second.leave();
        assertFalse(second.hold());
        first.leave();
        assertTrue(second.hold());
    }
}
