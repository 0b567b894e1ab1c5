package dev.sextant.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateTest {

    @ParameterizedTest
    @CsvSource({
        "NEW, NEW",
        "RISK_REJECTED, REJECTED",
        "APPROVED, NEW",
        "BLOCKED, REJECTED",
        "EXPIRED_UNSENT, EXPIRED",
        "SENDING, SUBMITTED",
        "OPEN, SUBMITTED",
        "PARTIALLY_FILLED, PARTIALLY_FILLED",
        "FILLED, FILLED",
        "REJECTED, REJECTED",
        "CANCELED, CANCELED",
        "EXPIRED, EXPIRED",
        "UNKNOWN, SUBMITTED",
        "QUARANTINED, SUBMITTED",
        "NOT_PLACED, REJECTED"
    })
    void usersSeeTheNamesOfTheSeed(OrderState state, String shown) {
        assertEquals(shown, state.publicName());
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void riskIsHeldFromApprovalToTheEnd(OrderState state) {
        Set<OrderState> holding = Set.of(
                OrderState.APPROVED,
                OrderState.SENDING,
                OrderState.OPEN,
                OrderState.PARTIALLY_FILLED,
                OrderState.UNKNOWN,
                OrderState.QUARANTINED);
        assertEquals(holding.contains(state), state.holdsRisk());
    }

    @Test
    void onlyAnEntryAddsExposure() {
        assertTrue(Purpose.ENTRY.addsExposure());
        for (Purpose purpose : Set.of(Purpose.STOP, Purpose.TAKE_PROFIT_1, Purpose.TAKE_PROFIT_2, Purpose.CLOSE)) {
            assertFalse(purpose.addsExposure(), purpose::name);
        }
    }

    @ParameterizedTest
    @EnumSource(OrderTrigger.class)
    void storedNamesAreLowerCaseWhateverTheMachinesLanguage(OrderTrigger trigger) {
        assertTrue(trigger.wireName().matches("[a-z_]+"), trigger.wireName());
    }
}
