package dev.sextant.platform.schedule;

import java.util.regex.Pattern;

/** Who does a job. */
public sealed interface Doer {

    /**
     * A function that is called with the job's event.
     *
     * @param module its module's name, for example {@code reconciler}
     */
    record Function(String module) implements Doer {

        private static final Pattern MODULE = Pattern.compile("[a-z][a-z-]{0,39}");

        public Function {
            if (!MODULE.matcher(module).matches()) {
                throw new IllegalArgumentException(
                        "module of a function is '" + module + "', expected 1 to 40 of a-z and -");
            }
        }
    }

    /** Whoever reads the {@code decisions} stream: a {@link dev.sextant.domain.event.Sweep} is put on it. */
    record Sweepers() implements Doer {}

    /** The ingest's container, by its own clock: what takes longer than a function should. */
    record Container() implements Doer {}

    /**
     * Each running ingest for itself, between the market data, from its start on: what keeps its own view of the venue
     * fresh, and what only a process that is alive can say of itself. No timer and no lease stands above it.
     */
    record Ingest() implements Doer {}
}
