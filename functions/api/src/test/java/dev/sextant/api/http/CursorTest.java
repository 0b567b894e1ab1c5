package dev.sextant.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property
    void aCursorComesBackAsItWas(
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999_999L) long major,
            @ForAll @CharRange(from = '!', to = '~') @StringLength(max = 128) String minor) {
        Cursor cursor = new Cursor(major, minor);
        assertEquals(cursor, Cursor.decode("orders", cursor.encode("orders")));
    }

    @Property
    void anythingElseIsRefusedAndNeverFails(@ForAll String word) {
        ApiException refusal = assertThrows(ApiException.class, () -> Cursor.decode("orders", word));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("cursor is '"), refusal::getMessage);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String word = new Cursor(1, "x").encode("orders");
        assertThrows(ApiException.class, () -> Cursor.decode("trades", word));
    }

    @Test
    void aSymbolOutsideAsciiFitsIntoACursor() {
        Cursor cursor = new Cursor(1, "币/7");
        assertEquals(cursor, Cursor.decode("gaps", cursor.encode("gaps")));
    }
}
