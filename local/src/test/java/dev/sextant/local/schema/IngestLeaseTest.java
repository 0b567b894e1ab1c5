package dev.sextant.local.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.store.LeaseAnswer;
import dev.sextant.ingest.store.SqlLeases;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lease's functions on a real database, as the role that may use them. */
class IngestLeaseTest {

    private static final long TEN_SECONDS_MS = 10_000;

    private DataApiServer server;
    private DataApi api;
    private SqlClient sql;
    private SqlLeases leases;

    @BeforeEach
    void migrate() throws IOException {
        server = DataApiServer.start(
                SharedPostgres.newDatabase(), DatabaseAddress.LOCAL.database(), () -> 0, Limits.AWS);
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
        sql = new SqlClient(api);
        leases = new SqlLeases(new SqlClient(api.to(DatabaseAddress.localAs("ingest"))));
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    /** As if so much time had passed. */
    private void pass(long seconds) {
        sql.update(Sql.of("update market.ingest_lease set expires_at = expires_at - :s * interval '1 second'")
                .with("s", seconds));
        sql.update(Sql.of("update market.ingests set seen_at = seen_at - :s * interval '1 second'")
                .with("s", seconds));
    }

    @Test
    void epochsRiseAndAreGivenOnceHoweverManyAskAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Long>> given = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String owner = "run-" + i;
                given.add(threads.submit(() -> leases.nextEpoch(owner)));
            }
            List<Long> epochs = new ArrayList<>();
            for (Future<Long> one : given) {
                epochs.add(one.get());
            }
            assertEquals(40, epochs.stream().distinct().count());
            assertTrue(epochs.stream().allMatch(epoch -> epoch > 1_700_000_000));
        }
    }

    @Test
    void anEpochIsAboveThoseOfStoredTradesToo() throws StoreException {
        sql.call(Sql.of("""
                select market.store_trades('BTCUSDT', '[{"a":1,"t":1750000005000,"p":"1","q":"1","m":true,"f":1,"l":1}]',
                    1750000005000, 9000000000)"""));
        assertEquals(9_000_000_001L, leases.nextEpoch("a"));
    }

    @Test
    void oneHoldsItOthersWaitUntilItLeavesOrItsTimeIsOver() throws StoreException {
        long first = leases.nextEpoch("a");
        long second = leases.nextEpoch("b");
        LeaseAnswer held = leases.hold("a", first, TEN_SECONDS_MS);
        assertTrue(held.held());
        assertTrue(held.leftMs() > 9_000 && held.leftMs() <= TEN_SECONDS_MS, "" + held);
        LeaseAnswer waiting = leases.hold("b", second, TEN_SECONDS_MS);
        assertFalse(waiting.held());
        assertEquals("a", waiting.holder());
        assertEquals(first, waiting.holderEpoch());
        assertEquals(held.grant(), leases.hold("a", first, TEN_SECONDS_MS).grant(), "a renewal is no new grant");

        leases.leave("a", first);
        LeaseAnswer handed = leases.hold("b", second, TEN_SECONDS_MS);
        assertTrue(handed.held());
        assertEquals(held.grant() + 1, handed.grant());

        long third = leases.nextEpoch("c");
        pass(9);
        assertFalse(leases.hold("c", third, TEN_SECONDS_MS).held());
        pass(1);
        assertTrue(leases.hold("c", third, TEN_SECONDS_MS).held());
        assertFalse(leases.hold("b", second, TEN_SECONDS_MS).held(), "what was lost is not taken back");
    }

    @Test
    void theSameOwnersYoungerRunTakesOverAtOnceAndTheOlderOneNeverBack() throws StoreException {
        long killed = leases.nextEpoch("desk");
        leases.hold("desk", killed, TEN_SECONDS_MS);
        long restarted = leases.nextEpoch("desk");
        assertTrue(leases.hold("desk", restarted, TEN_SECONDS_MS).held());
        assertFalse(leases.hold("desk", killed, TEN_SECONDS_MS).held());
    }

    @Test
    void anOlderRunLearnsThatAYoungerOneHasGone() throws StoreException {
        long old = leases.nextEpoch("a");
        long young = leases.nextEpoch("b");
        assertFalse(leases.hold("a", old, TEN_SECONDS_MS).superseded());
        leases.leave("b", young);
        assertTrue(leases.hold("a", old, TEN_SECONDS_MS).superseded());
        long another = leases.nextEpoch("c");
        assertFalse(leases.hold("a", old, TEN_SECONDS_MS).superseded());
        pass(16);
        assertTrue(leases.hold("a", old, TEN_SECONDS_MS).superseded());
        assertFalse(leases.hold("c", another, TEN_SECONDS_MS).superseded());
    }

    @Test
    void anEpochThatWasNotGivenOrHasLeftGetsNothing() throws StoreException {
        assertThrows(StoreException.class, () -> leases.hold("a", 5, TEN_SECONDS_MS));
        long epoch = leases.nextEpoch("a");
        leases.hold("a", epoch, TEN_SECONDS_MS);
        leases.leave("a", epoch);
        leases.leave("a", epoch);
        assertThrows(StoreException.class, () -> leases.hold("a", epoch, TEN_SECONDS_MS));
    }

    @Test
    void nobodyButTheIngestMayHaveItAndItCannotWriteTheTables() {
        SqlClient scorer = new SqlClient(api.to(DatabaseAddress.localAs("scorer")));
        assertThrows(SqlException.class, () -> scorer.callOne(Sql.of("select market.next_ingest_epoch('x') as epoch")));
        SqlClient ingest = new SqlClient(api.to(DatabaseAddress.localAs("ingest")));
        assertThrows(SqlException.class, () -> ingest.update(Sql.of("update market.ingest_lease set holder = 'x'")));
        assertEquals(
                1, scorer.query(Sql.of("select * from market.ingest_lease")).size());
    }
}
