package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.NonceUnavailableException;
import dev.sextant.platform.orders.SqlNonces;
import dev.sextant.platform.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonces of a key against the real database, through the Data API. */
class NoncesTest {

    private static final String KEY = "a-key-of-the-made-venue";

    private final OrderDesk desk = new OrderDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private String last() {
        return desk.one(Sql.of("select last::text as x from ops.nonces"));
    }

    @Test
    void manyProcessesAtOnceGetRisingNumbersAndNoneTwice() throws Exception {
        List<Long> all = Collections.synchronizedList(new ArrayList<>());
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (String part : List.of("placer", "reconciler", "placer", "reconciler", "placer", "reconciler")) {
            threads.add(Thread.startVirtualThread(() -> {
                SqlNonces nonces = SqlNonces.of(desk.sqlAs(part), KEY);
                long before = 0;
                for (int i = 0; i < 25; i++) {
                    try {
                        long nonce = nonces.next();
                        if (nonce <= before) {
                            failures.add(nonce + " after " + before);
                        }
                        before = nonce;
                        all.add(nonce);
                    } catch (NonceUnavailableException e) {
                        failures.add(e.getMessage());
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), failures);
        assertEquals(150, new HashSet<>(all).size());
        assertEquals(Long.toString(Collections.max(all)), last());
    }

    @Test
    void aClockThatStandsStillOrIsBehindGoesOnByOnes() throws Exception {
        SqlNonces nonces = SqlNonces.of(desk.sql, KEY);
        long first = nonces.next();
        assertTrue(first > 1_700_000_000_000_000L, "microseconds of a real clock");
        desk.sql.update(Sql.of("update ops.nonces set last = 9000000000000000"));
        assertEquals(9_000_000_000_000_001L, nonces.next());
        assertEquals(9_000_000_000_000_002L, SqlNonces.of(desk.sql, KEY).next());
    }

    @Test
    void aLostAnswerSkipsNumbersOnly() throws Exception {
        long before = SqlNonces.of(desk.sql, KEY).next();
        desk.sql.call(Sql.of("select ops.next_nonces(key_hash, 50) as x from ops.nonces"));
        assertTrue(SqlNonces.of(desk.sql, KEY).next() > before + 50);
    }

    @Test
    void aBlockIsDrawnOnceAndSpentInOrder() throws Exception {
        SqlNonces nonces = SqlNonces.inBlocks(desk.sql, KEY, 3);
        long first = nonces.next();
        assertEquals(first + 1, nonces.next());
        assertEquals(first + 2, nonces.next());
        assertEquals(Long.toString(first + 2), last());
        assertTrue(nonces.next() > first + 2);
    }

    @Test
    void theKeyItselfIsNotKept() throws Exception {
        SqlNonces.of(desk.sql, KEY).next();
        assertEquals(
                "64 0",
                desk.one(
                        Sql.of("select length(key_hash) || ' ' || position('made' in key_hash) as x from ops.nonces")));
    }

    @Test
    void aDatabaseThatCannotAnswerMeansNothingMayBeSent() {
        SqlNonces nonces = SqlNonces.of(desk.sqlAs("scorer"), KEY);
        NonceUnavailableException refusal = assertThrows(NonceUnavailableException.class, nonces::next);
        assertTrue(String.valueOf(refusal.getMessage()).contains("permission denied"), refusal::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void aBlockOutsideItsBoundsIsRefused(int block) {
        assertThrows(IllegalArgumentException.class, () -> SqlNonces.inBlocks(desk.sql, KEY, block));
    }
}
