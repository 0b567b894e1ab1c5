package dev.sextant.venues.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** One GET, sent once. Retrying is the caller's decision, because only the caller knows its rate budget. */
@FunctionalInterface
public interface HttpGet {

    /**
     * The venue's answer, whatever its status.
     *
     * @param timeout bounds the whole exchange
     * @throws IOException when there was none: refused, reset, timed out, or longer than the client's limit
     */
    HttpReply get(URI uri, Duration timeout) throws IOException, InterruptedException;
}
