package dev.sextant.api.command;

import static dev.sextant.fuzz.PropertyBroken.unless;

import dev.sextant.api.http.ApiException;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes of the operator: the first line is the idempotency key, the rest the body. Only {@link ApiException}; a reason
 * that is taken is one line of 1 to 200 characters, a key is visible ASCII.
 */
public final class WriteTarget implements FuzzTarget {

    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_REASON = 200;

    @Override
    public String name() {
        return "api-write";
    }

    @Override
    public Verdict check(byte[] input) {
        int lineEnd = 0;
        while (lineEnd < input.length && input[lineEnd] != '\n') {
            lineEnd++;
        }
        String key = new String(input, 0, lineEnd, StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOfRange(input, Math.min(input.length, lineEnd + 1), input.length);
        Write write = new Write(null, key, "POST /v1/strategies/x/stop", body);
        try {
            String reason = write.content().reason();
            unless(
                    !reason.isBlank() && reason.codePointCount(0, reason.length()) <= LONGEST_REASON,
                    "a reason is 1 to 200 characters");
            unless(reason.lines().count() == 1, "a reason is one line");
            unless(write.key().length() <= LONGEST_KEY, "a key is 1 to 64 characters");
            return new Verdict.Accepted("write " + write.hash().length());
        } catch (ApiException e) {
            return Verdict.refused(e);
        }
    }
}
