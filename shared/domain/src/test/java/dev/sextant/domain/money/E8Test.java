package dev.sextant.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class E8Test {

    /** BigDecimal is the slow twin of the parser. */
    @Property(tries = 5_000)
    void parsesWhatBigDecimalParses(@ForAll long valueE8, @ForAll @IntRange(max = 4) int zeros) {
        if (valueE8 == Long.MIN_VALUE) {
            return;
        }
        String text = E8.toDecimal(valueE8).toPlainString() + "0".repeat(zeros);
        assertEquals(new BigDecimal(text).movePointRight(8).longValueExact(), E8.parse(text));
        assertEquals(valueE8, E8.parse(E8.print(valueE8)));
        assertEquals(valueE8, E8.of(E8.toDecimal(valueE8)));
    }

    @Example
    void theEdgesOfTheRangeAreInside() {
        assertEquals(Long.MAX_VALUE, E8.parse("92233720368.54775807"));
        assertEquals(-Long.MAX_VALUE, E8.parse("-92233720368.54775807"));
        assertEquals(E8.ONE, E8.parse("1"));
        assertEquals(50_000_000L, E8.parse(".5"));
        assertEquals("0", E8.print(0));
    }

    @Example
    void anythingElseIsRefusedWithItsText() {
        for (String text : List.of(
                "",
                "-",
                ".",
                "1e3",
                "NaN",
                " 1",
                "1 ",
                "+1",
                "1.2.3",
                "0.000000001",
                "92233720368.54775808",
                "9".repeat(33))) {
            NumberFormatException refusal = assertThrows(NumberFormatException.class, () -> E8.parse(text), text);
            String shown = text.substring(0, Math.min(32, text.length()));
            assertTrue(String.valueOf(refusal.getMessage()).contains("'" + shown), refusal::getMessage);
        }
    }

    @Example
    void nothingIsRoundedOnTheWayIn() {
        assertThrows(ArithmeticException.class, () -> E8.of(new BigDecimal("0.000000001")));
        assertThrows(ArithmeticException.class, () -> E8.of(new BigDecimal("92233720369")));
    }
}
