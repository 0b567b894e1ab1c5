package dev.sextant.local.venue;

import dev.sextant.local.venue.play.Speed;
import dev.sextant.local.venue.rest.ApiKey;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A venue server as a process of its own that stands in for the exchange, to try {@code ./sextant up --live} without a
 * network: arguments are a capture and a speed; prints the settings to start the desk with.
 */
final class StandIn {

    private StandIn() {}

    public static void main(String[] args) throws Exception {
        VenueServerConfig config = VenueServerConfig.of(Path.of(args[0]), new ApiKey("nobody", "nothing"))
                .withSpeed(Speed.parse(args[1]));
        try (VenueServer exchange = VenueServer.start(config)) {
            System.out.println(
                    "SEXTANT__LIVE__REST_URL=" + exchange.httpUri() + " SEXTANT__LIVE__WS_URL=" + exchange.wsUri());
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }
}
