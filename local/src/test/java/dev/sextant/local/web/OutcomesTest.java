package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.domain.order.OrderState;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What users read about a signal and about an order's state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesTest {

    private final TestDesk desk = new TestDesk();
    private final Story story = new Story(desk.sql);

    @BeforeAll
    void aSignalAndItsOrder() {
        story.deskIsUp().marketTraded().signalWasRaised();
    }

    @AfterEach
    void forget() {
        desk.sql.update(Sql.of("UPDATE strategy.signals SET refused_code = NULL, refused_text = NULL"));
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void theDatabaseShowsTheSamePublicStateAsTheCode(OrderState state) {
        Row row = desk.sql.queryOne(Sql.of("""
                        SELECT execution.public_state(:state, false) AS plain, execution.public_state(:state, true) AS canceling""").with("state", state.name())).orElseThrow();
        assertEquals(state.publicName(), row.text("plain"));
        assertEquals(state.isFinal() ? state.publicName() : "CANCELING", row.text("canceling"));
    }

    @Test
    void aSignalIsPendingUntilItExpires() throws JsonProcessingException {
        story.replayStandsAt("2024-08-08T23:55:59.999Z");
        assertEquals("pending", outcome());
        story.replayStandsAt("2024-08-08T23:56:00.001Z");
        assertEquals("expired", outcome());
    }

    @ParameterizedTest
    @CsvSource({"expired, too late, expired", "too_small, below the least quantity, refused: below the least quantity"})
    void aSignalThatDiedBeforeItsOrderSaysWhy(String code, String text, String outcome) throws JsonProcessingException {
        desk.sql.update(Sql.of("UPDATE strategy.signals SET refused_code = :code, refused_text = :text")
                .with("code", code)
                .with("text", text));
        assertEquals(outcome, outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "RISK_REJECTED, max_positions, 2 of 2 positions are open, refused: 2 of 2 positions are open",
        "RISK_REJECTED, expired, expired at 23:56, expired",
        "BLOCKED, killed, kill switch at level entries, refused: kill switch at level entries",
        "EXPIRED_UNSENT, expired, expired at 23:56, expired",
        "APPROVED, , , approved",
        "UNKNOWN, , , approved",
        "FILLED, , , approved",
        "REJECTED, , , approved"
    })
    void aSignalWithAnOrderIsJudgedByTheOrder(String state, String code, String reason, String outcome)
            throws JsonProcessingException {
        story.entryWasApproved();
        desk.sql.update(Sql.of("UPDATE execution.orders SET state = :state, reason_code = :code, reason = :reason")
                .with("state", state)
                .with("code", code)
                .with("reason", reason));
        assertEquals(outcome, outcome());
        desk.sql.update(Sql.of("DELETE FROM execution.order_events"));
        desk.sql.update(Sql.of("DELETE FROM execution.orders"));
    }

    private String outcome() throws JsonProcessingException {
        return new JsonMapper()
                .readTree(desk.http.get("/api/v1/signals").body())
                .path("items")
                .path(0)
                .path("outcome")
                .asText();
    }
}
