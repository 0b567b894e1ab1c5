package dev.sextant.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.platform.sql.SqlUnavailableException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryTest {

    private final Throwable cause = new IllegalStateException("test");

    private final SteppedPace pace = new SteppedPace();
    private final Retry retry = new Retry(30_000, pace);
    private int attempts;

    @ParameterizedTest
    @CsvSource({
        "rejected,    NONE, 1", "rejected,    SOME, 1",
        "unknown,     NONE, 2", "unknown,     SOME, 1",
        "RESUMING,    NONE, 2", "RESUMING,    SOME, 2",
        "UNREACHABLE, NONE, 2", "UNREACHABLE, SOME, 1",
        "THROTTLED,   NONE, 2", "THROTTLED,   SOME, 1",
        "REFUSED,     NONE, 1", "REFUSED,     SOME, 1",
    })
    void onlyTheHarmlessIsTriedAgain(String failure, Effect effect, int expected) {
        try {
            retry.run(effect, () -> {
                if (++attempts == 1) {
                    throw failure(failure);
                }
                return attempts;
            });
        } catch (SqlException e) {
            assertEquals(1, expected);
        }
        assertEquals(expected, attempts);
    }

    @Test
    void waitsDoubleUpToTwoSecondsAndEndWithTheBudget() {
        assertThrows(
                SqlUnavailableException.class,
                () -> retry.run(Effect.SOME, () -> {
                    attempts++;
                    throw failure("RESUMING");
                }));
        assertEquals(List.of(100L, 200L, 400L, 800L, 1_600L, 2_000L), pace.waits.subList(0, 6));
        assertEquals(29_100, pace.nowMs());
        assertEquals(pace.waits.size() + 1, attempts);
    }

    @Test
    void noTryStartsAfterTheBudget() {
        assertThrows(
                SqlUnknownException.class,
                () -> retry.run(Effect.NONE, () -> {
                    attempts++;
                    pace.nowMs += 29_950; // a call that took its full time
                    throw failure("unknown");
                }));
        assertEquals(1, attempts);
    }

    @Test
    void withoutRetryTheFirstFailureIsTheLast() {
        assertThrows(
                SqlUnavailableException.class,
                () -> Retry.NONE.run(Effect.NONE, () -> {
                    attempts++;
                    throw failure("RESUMING");
                }));
        assertEquals(1, attempts);
    }

    private SqlException failure(String kind) {
        return switch (kind) {
            case "rejected" -> new SqlRejectedException("no", "23505", cause);
            case "unknown" -> new SqlUnknownException("?", cause);
            default -> new SqlUnavailableException("later", Reason.valueOf(kind), cause);
        };
    }

    private static final class SteppedPace implements Retry.Pace {
        private final List<Long> waits = new ArrayList<>();
        private long nowMs;

        @Override
        public long nowMs() {
            return nowMs;
        }

        @Override
        public void waitMs(long ms) {
            waits.add(ms);
            nowMs += ms;
        }
    }
}
