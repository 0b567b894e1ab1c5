package dev.sextant.simulation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateSetTest {

    @Test
    void indexesAreThoseOfAnOrdinaryMap() {
        Random random = new Random(7);
        StateSet states = new StateSet();
        Map<Long, Integer> twin = new HashMap<>();
        for (int i = 0; i < 500_000; i++) {
            long state = random.nextInt(250_000) * 0x1_0000_0001L;
            Integer known = twin.putIfAbsent(state, twin.size());
            assertEquals(known == null ? twin.size() - 1 : known, states.add(state, i));
        }
        assertEquals(twin.size(), states.size());
        twin.forEach((state, index) -> assertEquals(state, states.get(index)));
    }

    @Test
    void fieldsKeepOutOfEachOthersBits() {
        Random random = new Random(11);
        Field[] fields = Field.values();
        int[] twin = new int[fields.length];
        long state = 0;
        for (int i = 0; i < 100_000; i++) {
            int at = random.nextInt(fields.length);
            twin[at] = random.nextInt(2);
            state = fields[at].set(state, twin[at]);
            for (int each = 0; each < fields.length; each++) {
                assertEquals(twin[each], fields[each].of(state), fields[each].name());
            }
        }
    }

    @Test
    void aFieldRefusesWhatItCannotHold() {
        assertThrows(IllegalArgumentException.class, () -> Field.KILLED.set(0, 2));
    }

    /** From 2 only 3 can be reached, and 3 is not good. */
    @Test
    void aStateThatCannotEndWellIsLost() {
        FairSteps steps = new FairSteps();
        steps.add(0, 1);
        steps.add(0, 2);
        steps.add(2, 3);
        assertEquals(2, steps.firstLost(4, index -> index == 1));
        steps.add(3, 0);
        assertEquals(-1, steps.firstLost(4, index -> index == 1));
    }
}
