package dev.sextant.domain.risk;

import java.util.Optional;

/**
 * Why an order that adds exposure may not go on.
 *
 * @param code stable name of the rule, snake case: {@code max_positions}
 * @param reason a sentence with the figures, for people
 */
public record Refusal(String code, String reason) {

    /** The refusal of a rule that {@code holds}, or empty. */
    static Optional<Refusal> when(boolean holds, String code, String reason) {
        return holds ? Optional.of(new Refusal(code, reason)) : Optional.empty();
    }
}
