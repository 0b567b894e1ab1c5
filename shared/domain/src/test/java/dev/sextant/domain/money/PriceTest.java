package dev.sextant.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class PriceTest {

    private static final BigDecimal TICK = new BigDecimal("0.10");

    @Property(tries = 2_000)
    void floorNeverRisesAndCeilNeverFalls(@ForAll @BigRange(min = "0.1", max = "200000") @Scale(4) BigDecimal value) {
        Price price = new Price(value);
        Price floor = price.floorTo(TICK);
        Price ceil = price.ceilTo(TICK);
        assertTrue(floor.compareTo(price) <= 0 && ceil.compareTo(price) >= 0, () -> floor + " " + price + " " + ceil);
        assertEquals(0, floor.value().remainder(TICK).signum());
        assertEquals(0, ceil.value().remainder(TICK).signum());
        boolean onTick = value.remainder(TICK).signum() == 0;
        assertEquals(onTick ? price : floor.plus(TICK), ceil);
    }

    @Property(tries = 2_000)
    void fixedPointAndTextSayTheSame(@ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long priceE8) {
        Price price = Price.ofE8(priceE8);
        assertEquals(price, Price.of(price.toString()));
        assertEquals(priceE8, E8.of(price.value()));
        assertTrue(price.toString().matches("[0-9]+(\\.[0-9]*[1-9])?"), price::toString);
    }

    @Example
    void equalPricesAreEqualHoweverTheyWereWritten() {
        assertEquals(Price.of("61800.30"), Price.of("61800.3"));
        assertEquals(Price.of("1E+3").hashCode(), Price.of("1000").hashCode());
        assertEquals("1000", Price.of("1E+3").toString());
        assertEquals(
                "61790.3", Price.of("61800.3").plus(BigDecimal.TEN.negate()).toString());
    }

    @Example
    void aPriceIsAboveZero() {
        for (String text : new String[] {"0", "-0.1"}) {
            IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Price.of(text));
            assertEquals("price " + text + " is not positive", refusal.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> Price.of("0.05").floorTo(TICK));
    }
}
