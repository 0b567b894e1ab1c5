package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** Synthesis itself. */
class SynthesisTest {

    @Test
    void theSameSettingsGiveTheSameTemplates() {
        SynthesizedDesk again = SynthesizedDesk.with(Map.of());
        assertEquals(
                SynthesizedDesk.TESTNET.resources().toString(),
                again.resources().toString());
    }

    @Test
    void paperOnRealDataFromARefusedRegionIsSynthesisedWithAWarning() {
        SynthesizedDesk desk = SynthesizedDesk.with(Map.of(
                "sextant:mode", "paper", "sextant:region", "us-east-1", "sextant:venue", "https://paper.example.com"));
        Annotations.fromStack(desk.stacks().state())
                .hasWarning("*", Match.stringLikeRegexp("us-east-1 is in the United States: Binance answers 451.*"));
    }

    @Test
    void testnetAsksNoHostThatRefusesCountries() {
        SynthesizedDesk desk = SynthesizedDesk.with(Map.of("sextant:region", "us-east-1"));
        Annotations.fromStack(desk.stacks().state()).hasNoWarning("*", Match.stringLikeRegexp(".*451.*"));
    }

    @Test
    void desksOfTwoModesShareNoName() {
        String testnet = SynthesizedDesk.TESTNET.resources().toString();
        assertTrue(testnet.contains("\"sextant-testnet"));
        assertTrue(!testnet.contains("\"sextant-live") && !testnet.contains("\"sextant-paper"));
    }
}
