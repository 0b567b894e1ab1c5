package dev.sextant.local.whole;

import dev.sextant.local.venue.VenueServer;
import dev.sextant.local.venue.VenueServerConfig;
import dev.sextant.local.venue.rest.ApiKey;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A venue server that stands in for an exchange whose clock is right: it plays the bundled capture with every time moved to
 * now, in real time and from the start, as a market does that waits for nobody.
 */
final class PresentMarket implements AutoCloseable {

    private static final Path CAPTURE = CommandLine.home().resolve("captures/usdm-btcusdt-20240808.gz");
    /** Times of that night, in milliseconds and in nanoseconds, and nothing else in the file. */
    private static final Pattern TIME = Pattern.compile("\\b1723161\\d{6}(\\d{6})?\\b");

    private static final long FIRST_MS = 1_723_161_256_000L;
    /** Time enough to write the file and to start the server. */
    private static final long START_MS = 10_000;
    /** Longer than it takes to listen: rather is this machine behind than ahead, which is suffered less. */
    private static final long LISTEN_MS = 2_000;

    private static final long STEP_NANOS = 10_000_000;

    private final VenueServer venue;
    private final HttpClient http = HttpClient.newHttpClient();

    private PresentMarket(VenueServer venue) {
        this.venue = venue;
    }

    static PresentMarket open(Path folder, ApiKey key) throws IOException, InterruptedException {
        Path moved = folder.resolve("present.gz");
        move(System.currentTimeMillis() + START_MS - FIRST_MS, moved);
        PresentMarket market = new PresentMarket(VenueServer.start(VenueServerConfig.of(moved, key)));
        while (System.currentTimeMillis() < market.venue.marketClock().nowMs() - LISTEN_MS) {
            LockSupport.parkNanos(STEP_NANOS);
        }
        market.listen();
        return market;
    }

    private static void move(long byMs, Path to) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(CAPTURE)), StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(TIME.matcher(line).replaceAll(time -> later(time, byMs)));
                out.newLine();
            }
        }
    }

    private static String later(MatchResult time, long byMs) {
        long unit = time.group(1) == null ? 1 : 1_000_000;
        return Long.toString(Long.parseLong(time.group()) + byMs * unit);
    }

    /** Its market begins when somebody listens. */
    private void listen() {
        http.newWebSocketBuilder()
                .buildAsync(
                        URI.create(venue.wsUri() + "/market/stream?streams=btcusdt@aggTrade/btcusdt@markPrice@1s"),
                        new WebSocket.Listener() {})
                .join();
    }

    /** Where a desk in that mode finds it, and nothing of a key. */
    Map<String, String> addresses(String mode) {
        String prefix = "SEXTANT__" + mode + "__";
        return mode.equals("LIVE")
                ? Map.of(
                        prefix + "REST_URL", venue.httpUri().toString(),
                        prefix + "WALLET_URL", venue.httpUri().toString(),
                        prefix + "WS_URL", venue.wsUri().toString())
                : Map.of(
                        prefix + "REST_URL", venue.httpUri().toString(),
                        prefix + "WS_URL", venue.wsUri().toString());
    }

    @Override
    public void close() {
        http.shutdownNow();
        venue.close();
    }
}
