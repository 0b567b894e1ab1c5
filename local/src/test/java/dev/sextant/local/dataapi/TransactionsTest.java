package dev.sextant.local.dataapi;

import static dev.sextant.local.dataapi.TestDatabase.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.rdsdata.model.TransactionNotFoundException;

/** Transactions over several calls, and every way they end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransactionsTest {

    private TestDatabase db;

    @BeforeAll
    void start() {
        db = new TestDatabase();
        db.execute("create table t (n bigint primary key)");
    }

    @BeforeEach
    void empty() {
        db.execute("delete from t");
    }

    @AfterAll
    void stop() {
        db.close();
    }

    @Test
    void committedRowsAreSeenAndRolledBackOnesAreNot() {
        String kept = db.begin();
        db.within(kept, "insert into t values (1)");
        assertEquals(0L, count());
        db.commit(kept);
        String dropped = db.begin();
        db.within(dropped, "insert into t values (2)");
        db.rollback(dropped);
        assertEquals(1L, count());
    }

    @Test
    void anEndedTransactionIsNotFound() {
        String id = db.begin();
        db.commit(id);
        TransactionNotFoundException gone =
                assertThrows(TransactionNotFoundException.class, () -> db.within(id, "select 1"));
        assertEquals(404, gone.statusCode());
        assertEquals(
                "Transaction " + id + " is not found. One previous call resulted in a termination of your transaction.",
                gone.awsErrorDetails().errorMessage());
        assertTrue(failure(() -> db.commit("never-begun")).startsWith("TransactionNotFoundException"));
    }

    @Test
    void threeIdleMinutesRollBackAndFreeTheLocks() {
        db.execute("insert into t values (1)");
        String id = db.begin();
        db.within(id, "update t set n = 2");
        db.clock().advanceMs(180_000);
        db.within(id, "select 1 from t");
        db.clock().advanceMs(180_001);
        assertEquals(
                "TransactionNotFoundException: Transaction " + id + " is not found. Transaction may be expired.",
                failure(() -> db.commit(id)));
        db.execute("update t set n = 3");
        assertEquals(3L, db.one("select n from t").longValue());
    }

    @Test
    void aDayIsTheLongestATransactionLives() {
        String id = db.begin();
        for (int steps = 0; steps < 500; steps++) {
            db.clock().advanceMs(24 * 3_600_000L / 500);
            db.within(id, "select 1");
        }
        db.clock().advanceMs(1);
        assertTrue(failure(() -> db.within(id, "select 1")).endsWith("Transaction may be expired."));
    }

    @Test
    void anErrorInsideEndsIt() {
        String id = db.begin();
        db.within(id, "insert into t values (1)");
        assertTrue(failure(() -> db.within(id, "insert into t values (1)")).endsWith("SQLState: 23505"));
        assertTrue(failure(() -> db.commit(id))
                .endsWith("Transaction has been aborted due to an error from a previous call."));
        assertEquals(0L, count());
    }

    @Test
    void aSecondCallWhileOneRunsIsRefusedAtOnce() {
        db.execute("insert into t values (1)");
        String holder = db.begin();
        db.within(holder, "update t set n = 5");
        String waiter = db.begin();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> db.within(waiter, "update t set n = 6"));
        awaitBlocked();
        assertEquals(
                "DatabaseErrorException: Transaction is still running a query",
                failure(() -> db.within(waiter, "select 1")));
        db.rollback(holder);
        waiting.join();
        db.commit(waiter);
        assertEquals(6L, db.one("select n from t").longValue());
    }

    @Test
    void settingsInsideATransactionEndWithIt() {
        String id = db.begin();
        db.within(id, "set application_name to 'inside'");
        db.commit(id);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    "data-api",
                    db.one("select current_setting('application_name')").stringValue());
        }
    }

    private void awaitBlocked() {
        long deadlineNs = System.nanoTime() + 5_000_000_000L;
        while (db.one("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .longValue()
                == 0) {
            assertTrue(System.nanoTime() < deadlineNs, "no call got blocked");
        }
    }

    private long count() {
        return db.one("select count(*) from t").longValue();
    }
}
