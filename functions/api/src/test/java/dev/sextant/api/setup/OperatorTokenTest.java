package dev.sextant.api.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTokenTest {

    @Test
    void theTokenIsAdmittedWhateverTheSchemesCase() {
        OperatorToken token = OperatorToken.ofHash(OperatorToken.hashOf("t0ken"));
        assertTrue(token.admits("Bearer t0ken"));
        assertTrue(token.admits("bearer  t0ken "));
        assertFalse(token.admits("Bearer T0ken"));
        assertFalse(token.admits("Bearer "));
        assertFalse(token.admits("t0ken"));
        assertFalse(token.admits(null));
    }

    @Test
    void withoutAConfiguredTokenNobodyIsAdmitted() {
        assertFalse(OperatorToken.NONE.admits("Bearer "));
        assertFalse(OperatorToken.NONE.admits("Bearer x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my-secret-token", "ABCDEF", "zz"})
    void whatIsNoHashIsRefusedWithoutBeingRepeated(String hash) {
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> OperatorToken.ofHash(hash))
                .getMessage());
        assertEquals("SEXTANT_OPERATOR_TOKEN_SHA256 is not a SHA-256, expected 64 lower-case hex digits", said);
    }

    @Test
    void aWrongVariableIsNamed() {
        assertNames(OperatorToken.VARIABLE, Map.of(OperatorToken.VARIABLE, "plain-text-token"));
        assertNames("account 'Paper Main'", Map.of("SEXTANT_ACCOUNT", "Paper Main"));
    }

    private static void assertNames(String said, Map<String, String> environment) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> ApiSetup.fromEnvironment(environment));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(said), refusal::getMessage);
    }
}
