package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRefusalsTest {

    @Test
    void whatNeverLeftHadNoRoomOrRefusedItsSenderMayBeAskedForAgain() {
        List<String> codes =
                List.of("NOT_SENT", "-1003", "-1015", "-1016", "-1021", "-4131", "-5028", "-2021", "-2015", "-1111");
        assertEquals(
                List.of("NOT_SENT", "-1003", "-1015", "-1016", "-1021", "-4131", "-5028", "-2015"),
                codes.stream().filter(OrderRefusals::retryable).toList());
    }

    @Test
    void whatTheVenueNeverSaidIsNeither() {
        for (String code : List.of("", "null", "abandoned", "1003", "-99999999999", "-")) {
            assertEquals(false, OrderRefusals.retryable(code), code);
            assertEquals(false, OrderRefusals.levelPassed(code), code);
        }
    }

    @Test
    void twoAnswersSayThatTheLevelHasPassed() {
        assertEquals(
                List.of("-2021", "-4142"),
                List.of("-2021", "-4142", "-2022", "-4141", "NOT_SENT").stream()
                        .filter(OrderRefusals::levelPassed)
                        .toList());
    }
}
