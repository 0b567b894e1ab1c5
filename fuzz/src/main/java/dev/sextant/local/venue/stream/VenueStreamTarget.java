package dev.sextant.local.venue.stream;

import static dev.sextant.fuzz.PropertyBroken.unless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.PropertyBroken;
import dev.sextant.fuzz.Verdict;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.wire.Json;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.WebSocket;

/**
 * What clients of the venue server's streams send: the first line is the address, the rest a message. Never an exception:
 * an address that is none has no target, and every message gets exactly one answer, which is JSON. No connection has more
 * streams than allowed.
 */
public final class VenueStreamTarget implements FuzzTarget {

    private static final int MAX_STREAMS = 20;

    private final List<String> sent = new ArrayList<>();
    private final WebSocket socket = (WebSocket) Proxy.newProxyInstance(
            VenueStreamTarget.class.getClassLoader(), new Class<?>[] {WebSocket.class}, (_, method, arguments) -> {
                if (method.getName().equals("send")) {
                    sent.add(String.valueOf(arguments[0]));
                }
                return null;
            });

    @Override
    public String name() {
        return "venue-stream";
    }

    @Override
    public Verdict check(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int lineEnd = text.indexOf('\n');
        StreamTarget target = StreamTarget.of(lineEnd < 0 ? text : text.substring(0, lineEnd));
        if (target == null) {
            return new Verdict.Refused("no such path");
        }
        StreamHub hub = new StreamHub(() -> {}, Duration.ofSeconds(1));
        StreamConnection connection =
                new StreamConnection(1, socket, () -> {}, target, Faults.none(), new MessageRate(10), 0);
        hub.opened(connection);
        int before = connection.streams().size();
        sent.clear();
        new ControlMessages(hub, MAX_STREAMS).handle(connection, text.substring(lineEnd + 1));
        unless(connection.streams().size() <= Math.max(before, MAX_STREAMS), "no more streams than allowed");
        unless(sent.size() == 1, "a message gets one answer");
        JsonNode answer = read(sent.getFirst());
        String error = answer.path("error").path("msg").asText();
        return error.isEmpty()
                ? new Verdict.Accepted(
                        target.route() + " " + answer.path("result").getNodeType())
                : new Verdict.Refused(error);
    }

    private static JsonNode read(String answer) {
        try {
            return Json.read(answer);
        } catch (JsonProcessingException e) {
            throw new PropertyBroken("an answer is not JSON: " + e.getOriginalMessage());
        }
    }
}
