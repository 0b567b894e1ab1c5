package dev.sextant.domain.risk;

/**
 * A condition that holds now.
 *
 * @param text a sentence with the figures, for people
 */
public record GuardFinding(GuardCondition condition, String text) {

    /** As the answer to an entry. */
    Refusal refusal() {
        return new Refusal(condition.wireName(), text);
    }
}
