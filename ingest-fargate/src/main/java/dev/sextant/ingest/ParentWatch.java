package dev.sextant.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** The process that started this one, and when it has ended. */
final class ParentWatch {

    /** Set by a desk on one machine to its own process id, so that a killed desk leaves no ingest behind. */
    private static final String VARIABLE = "SEXTANT_END_WITH_PARENT";

    private ParentWatch() {}

    /**
     * The process to end with, if any.
     *
     * @throws IllegalArgumentException naming the variable, its value and what would be right
     */
    static OptionalLong pid(Map<String, String> environment) {
        String text = environment.getOrDefault(VARIABLE, "").strip();
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException(
                    VARIABLE + " is '" + text + "', expected the id of the process that starts the ingest");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    /**
     * Completes when that process has ended. Whoever is this one's parent now tells whether it has already: an orphan is
     * given to another, and a number may be given to another process.
     */
    static CompletableFuture<?> ended(Optional<ProcessHandle> parentNow, long pid) {
        return parentNow
                .filter(parent -> parent.pid() == pid)
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(pid));
    }
}
