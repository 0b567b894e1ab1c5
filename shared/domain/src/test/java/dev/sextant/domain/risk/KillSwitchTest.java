package dev.sextant.domain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillSwitchTest {

    @Test
    void theKillSwitchHasFourLevelsAndIsOffAtTheFirst() {
        assertEquals(
                List.of("none true", "entries false", "cancel false", "flatten false"),
                Arrays.stream(KillSwitch.Level.values())
                        .map(level -> level.wireName() + " " + new KillSwitch(level, "ann").isOff())
                        .toList());
    }
}
