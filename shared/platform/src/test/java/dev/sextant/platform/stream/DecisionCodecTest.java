package dev.sextant.platform.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.IntentApproved;
import dev.sextant.domain.event.OrderChanged;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionCodecTest {

    private static final String CHANGED =
            "{\"type\":\"order_changed\",\"v\":1,\"account\":\"paper-main\",\"intent_id\":\"ab\",\"state\":\"OPEN\",\"version\":3,\"at_ms\":5}";

    @Provide
    Arbitrary<DecisionRecord> records() {
        return DecisionRecords.any();
    }

    @Property(tries = 3_000)
    void everyDecisionComesBackEqual(@ForAll("records") DecisionRecord record) {
        assertEquals(record, DecisionCodec.decode(DecisionCodec.encode(record)));
    }

    @Property(tries = 5_000)
    void randomBytesAreCorrupt(@ForAll @Size(max = 200) byte[] bytes) {
        assertThrows(CorruptRecordException.class, () -> DecisionCodec.decode(bytes));
    }

    @Property(tries = 2_000)
    void everyTruncationIsCorrupt(@ForAll("records") DecisionRecord record, @ForAll @IntRange(max = 10_000) int at) {
        byte[] bytes = DecisionCodec.encode(record);

        assertThrows(CorruptRecordException.class, () -> DecisionCodec.decode(Arrays.copyOf(bytes, at % bytes.length)));
    }

    @Property(tries = 10_000)
    void anyOtherByteAnywhereIsARecordOrCorrupt(
            @ForAll("records") DecisionRecord record, @ForAll @IntRange(max = 10_000) int at, @ForAll byte value) {
        byte[] bytes = DecisionCodec.encode(record);
        bytes[at % bytes.length] = value;
        try {
            DecisionCodec.decode(bytes);
        } catch (CorruptRecordException expected) {
            // Either outcome is right; any other exception fails the property.
        }
    }

    @Test
    void theTypeStandsOnTopForTheFilters() {
        OrderChanged changed = new OrderChanged(new Account("paper-main"), "ab", "OPEN", 3, 5);

        assertEquals(CHANGED, new String(DecisionCodec.encode(changed), StandardCharsets.UTF_8));
        assertEquals("order_changed", DecisionCodec.typeOf(changed));
    }

    @Test
    void fieldsOfANewerWriterArePassedOver() {
        String newer = CHANGED.replace("\"v\":1", "\"v\":1,\"trace\":{\"a\":[1,2,{\"b\":null}]},\"note\":\"x\"");

        assertEquals(decode(CHANGED), decode(newer));
    }

    @Test
    void anEndlessDecimalIsRefusedBeforeItIsWritten() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DecisionJson().decimal("price", new java.math.BigDecimal("1E+2000000000")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "v":1               | "v":2                | record is corrupt at byte 0: expected version 1, found 2
                    "v":1               | "v":"1"              | record is corrupt at byte 28: expected field 'v' to be a whole number of 64 bits, found "1"
                    order_changed       | order_chased         | record is corrupt at byte 0: expected type tick, sweep, signal, intent_approved, order_changed, private_event, private_stream_alive or cycle_planned, found 'order_chased'
                    "version":3         | "version":3.0        | record is corrupt at byte 95: expected field 'version' to be a whole number of 64 bits, found 3.0
                    "version":3,        | ''                   | record is corrupt at byte 95: expected a field 'version', found the end of the record
                    "ab"                | ""                   | record is corrupt at byte 65: expected field 'intent_id' to be a text of 1 to 256 characters, found ""
                    "ab"                | null                 | record is corrupt at byte 65: expected field 'intent_id' to be a text of 1 to 256 characters, found null
                    paper-main          | PAPER                | record is corrupt at byte 40: expected field 'account' to be an account's name, found "PAPER"
                    "at_ms":5}          | "at_ms":5} 1         | record is corrupt at byte 108: expected the end of the record, found more JSON
                    "at_ms":5           | "at_ms":5,"at_ms":6  | record is corrupt at byte 114: expected JSON, found Duplicate field 'at_ms'
                    """)
    void aWrongFieldIsNamedWithItsPlace(String right, String wrong, String message) {
        CorruptRecordException corrupt =
                assertThrows(CorruptRecordException.class, () -> decode(CHANGED.replace(right, wrong)));

        assertEquals(message, corrupt.getMessage());
    }

    @Test
    void anApprovalIsOnlyAnAddress() {
        assertEquals(
                new IntentApproved(new Account("paper-main"), "cd", 9),
                decode(
                        "{\"type\":\"intent_approved\",\"v\":1,\"account\":\"paper-main\",\"intent_id\":\"cd\",\"approved_at_ms\":9}"));
    }

    private static DecisionRecord decode(String json) {
        return DecisionCodec.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
