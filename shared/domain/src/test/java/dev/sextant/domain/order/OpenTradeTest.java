package dev.sextant.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTradeTest {

    private static final StoredOrder ENTRY = Sample.stored(Purpose.ENTRY, "3", "3");
    private static final StoredOrder STOP = Sample.stored(Purpose.STOP, "3", "0");

    private static OpenTrade trade(String opened, String openedQuote, String closed, StoredOrder... orders) {
        return new OpenTrade(
                "trade-1",
                Sample.ACCOUNT,
                Sample.BTC,
                EntryPlan.of(Sample.SIGNAL),
                Quantity.of(opened),
                new BigDecimal(openedQuote),
                Quantity.of(closed),
                false,
                "f1",
                0,
                null,
                null,
                List.of(orders));
    }

    @Test
    void whatIsOpenIsWhatWasOpenedLessWhatWasClosedAndNeverLessThanNothing() {
        assertEquals(Quantity.of("3"), trade("3", "300", "0", ENTRY).open());
        assertEquals(Quantity.of("0.5"), trade("3", "300", "2.5", ENTRY).open());
        assertEquals(Quantity.ZERO, trade("3", "300", "3", ENTRY).open());
        assertEquals(Quantity.ZERO, trade("3", "300", "3.001", ENTRY).open());
    }

    @Test
    void theEntryPriceIsTheAverageOfItsFills() {
        assertEquals(Price.of("100.5"), trade("3", "301.5", "0", ENTRY).entryPrice());
        assertEquals(
                Price.of("33.33333333333333"), trade("3", "100", "0", ENTRY).entryPrice());
    }

    @Test
    void theEntryIsFoundWhereverItStands() {
        assertEquals(ENTRY, trade("3", "300", "0", STOP, ENTRY).entry());
        IllegalStateException missing = assertThrows(
                IllegalStateException.class, () -> trade("3", "300", "0", STOP).entry());
        assertEquals("trade trade-1 has no entry order", missing.getMessage());
    }

    @Test
    void anOrderKnowsItsSymbolAndWhatIsNotFilledYet() {
        assertEquals(Sample.BTC, ENTRY.symbol());
        assertEquals(Quantity.of("3"), STOP.remaining());
        assertEquals(Quantity.of("0.5"), Sample.stored(Purpose.STOP, "3", "2.5").remaining());
        assertEquals(Quantity.ZERO, Sample.stored(Purpose.STOP, "3", "3.1").remaining(), "never less than nothing");
    }
}
