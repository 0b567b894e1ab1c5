package dev.sextant.simulation.desk;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.simulation.kernel.Sandbox;
import dev.sextant.simulation.store.Surroundings;

/** Asks every few seconds whether the venue's private API is there, and writes it down. */
public final class VenueWatch {

    private static final long EVERY_MS = 10_000;

    private long askedAtMs;

    /** A private question. */
    @FunctionalInterface
    public interface Question {

        void ask() throws VenueUnavailableException;
    }

    /** Asks, when it is time. */
    public void look(Sandbox self, StorePort port, Surroundings surroundings, Question question) {
        if (self.clockMs() - askedAtMs < EVERY_MS) {
            return;
        }
        askedAtMs = self.clockMs();
        boolean reached = isAnswered(question);
        port.step("watch", () -> {
            surroundings.watched(reached, self.clockMs());
            return true;
        });
    }

    private static boolean isAnswered(Question question) {
        try {
            question.ask();
            return true;
        } catch (VenueUnavailableException e) {
            return false;
        }
    }
}
