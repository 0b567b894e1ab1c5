package dev.sextant.placer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.event.IntentApproved;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.stream.DecisionCodec;
import org.junit.jupiter.api.Test;

class PoisonTest {

    @Test
    void anApprovalWithAnImpossibleIdIsUnreadableAndDoesNotStopTheShard() {
        byte[] poison = DecisionCodec.encode(new IntentApproved(Rig.ACCOUNT, "not-an-id", Rig.T0));
        CorruptRecordException corrupt =
                assertThrows(CorruptRecordException.class, () -> OrderPlacerFactory.decode(poison));
        assertEquals(
                "record is corrupt at byte 0: expected intent_id of 64 hex digits, found 'not-an-id'",
                corrupt.getMessage());
    }

    @Test
    void aRealApprovalIsReadAsItIs() {
        IntentApproved approved = new IntentApproved(Rig.ACCOUNT, "ab".repeat(32), Rig.T0);
        assertEquals(approved, OrderPlacerFactory.decode(DecisionCodec.encode(approved)));
    }
}
