package dev.sextant.api.backtest;

import dev.sextant.api.http.ApiException;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Gives a repeated write the answer of the first. Runs live no longer than the process, and so do their keys. */
@Singleton
final class StartedOnce {

    private static final int KEPT = 256;

    private record Answered(String hash, String answer) {}

    private final Map<String, Answered> answers = new LinkedHashMap<>();

    synchronized String answer(String key, String hash, Supplier<String> work) {
        Answered before = answers.get(key);
        if (before == null) {
            Answered fresh = new Answered(hash, work.get());
            answers.put(key, fresh);
            if (answers.size() > KEPT) {
                answers.remove(answers.keySet().iterator().next());
            }
            return fresh.answer();
        }
        if (!before.hash().equals(hash)) {
            throw ApiException.refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "idempotency_key_reused",
                    "this Idempotency-Key belongs to another command; use a new one");
        }
        return before.answer();
    }
}
