package dev.sextant.simulation.model;

/**
 * One step of a counterexample.
 *
 * @param step what happens
 * @param order the order's state in the store after it
 * @param venue what the venue then has
 * @param time the time then
 */
public record StoryLine(String step, String order, String venue, String time) {

    static StoryLine of(Step step, int who, long after) {
        return new StoryLine(
                step.words(who),
                Field.order(after).name(),
                Field.venueOrder(after).words(),
                Field.epoch(after).words());
    }
}
