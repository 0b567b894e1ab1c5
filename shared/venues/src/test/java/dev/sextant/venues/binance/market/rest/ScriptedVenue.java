package dev.sextant.venues.binance.market.rest;

import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Answers GETs from a list and writes down when each was sent, on a clock that only sleeping moves. */
final class ScriptedVenue implements HttpGet {

    private interface Answer {
        HttpReply give() throws IOException;
    }

    private final Deque<Answer> answers = new ArrayDeque<>();
    final List<String> log = new ArrayList<>();
    long nowMs = 1_750_000_040_000L;

    ScriptedVenue answer(int status, String body, String... headers) {
        Map<String, List<String>> map = headers.length == 0 ? Map.of() : Map.of(headers[0], List.of(headers[1]));
        answers.add(() -> new HttpReply(status, HttpHeaders.of(map, (name, value) -> true), body));
        return this;
    }

    ScriptedVenue hangUp() {
        answers.add(() -> {
            throw new IOException("connection reset");
        });
        return this;
    }

    @Override
    public HttpReply get(URI uri, Duration timeout) throws IOException {
        log.add("+" + (nowMs - 1_750_000_040_000L) + " " + uri.getPath());
        Answer answer = answers.poll();
        if (answer == null) {
            throw new AssertionError("nobody expected " + uri);
        }
        return answer.give();
    }

    void sleep(long durationMs) {
        nowMs += durationMs;
    }
}
