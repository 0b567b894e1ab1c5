package dev.sextant.ingest.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.HttpReply;
import dev.sextant.venues.http.VenueReadException;
import dev.sextant.venues.http.VenueReadException.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What a venue server says of itself under {@code /sextant/v1/venue}. A real exchange has no such path and answers with
 * a 4xx; no answer at all is a failure, never "not synthetic".
 */
public final class VenueDescription implements SyntheticInputs {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpGet http;
    private final URI address;

    public VenueDescription(HttpGet http, URI rest) {
        this.http = http;
        this.address = URI.create(rest + "/sextant/v1/venue");
    }

    @Override
    public Set<String> names() throws VenueReadException, InterruptedException {
        HttpReply reply;
        try {
            reply = http.get(address, TIMEOUT);
        } catch (IOException e) {
            throw new VenueReadException(Kind.UNREACHABLE, address + ": " + e);
        }
        if (reply.status() >= 400 && reply.status() < 500) {
            return Set.of();
        }
        if (reply.status() != 200) {
            throw new VenueReadException(Kind.UNREACHABLE, address + " answered HTTP " + reply.status());
        }
        return parse(reply.body());
    }

    private Set<String> parse(String body) throws VenueReadException {
        try {
            Set<String> names = new HashSet<>();
            for (JsonNode name : JSON.readTree(body).path("synthetic_inputs")) {
                names.add(name.asText());
            }
            return names;
        } catch (JsonProcessingException e) {
            throw new VenueReadException(Kind.MALFORMED, address + " answered something that is not JSON");
        }
    }
}
