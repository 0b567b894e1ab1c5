package dev.sextant.local.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Frame;
import dev.sextant.ingest.IngestComposition;
import dev.sextant.ingest.IngestPorts;
import dev.sextant.ingest.config.IngestConfig;
import dev.sextant.ingest.sink.KinesisSinks;
import dev.sextant.ingest.store.LeaseAnswer;
import dev.sextant.ingest.store.Leases;
import dev.sextant.local.kinesis.EmulatorSettings;
import dev.sextant.local.kinesis.Emulators;
import dev.sextant.local.kinesis.KinesisEmulator;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.KinesisStreamWriter;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.StreamRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Kinesis away while 1,500 trades a second come in: the whole ingest in real time, a venue over real sockets, the real
 * emulator killed and started again. Six seconds here; five minutes with {@code -Dsextant.outage.seconds=300}.
 */
@Timeout(1_200)
class OutageTest {

    private static final int AWAY_S = Integer.getInteger("sextant.outage.seconds", 6);
    private static final int TRADES_A_SECOND = Integer.getInteger("sextant.outage.rate", 1_500);
    private static final int BEFORE_S = 4;
    private static final int AFTER_S = 4;
    private static final long PATIENCE_S = 120;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private long mostRecords;
    private long mostBytes;
    private long oldestMs;
    private long mostHeapMb;

    @Test
    void whatCameInWhileKinesisWasAwayIsStoredOnceAndInOrder() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder.resolve("streams"));
        KinesisEmulator emulator = KinesisEmulator.start(settings);
        EmulatorSettings samePort = settings.onPort(emulator.endpoint().getPort());
        try (OutageVenue venue = new OutageVenue(TRADES_A_SECOND);
                KinesisClient client = emulator.newClient()) {
            IngestComposition ingest = ingest(venue, client);
            ingest.start();
            venue.begin();
            watch(ingest, BEFORE_S);

            ProcessHandle.of(emulator.pid()).orElseThrow().destroyForcibly();
            emulator.onExit().get(10, TimeUnit.SECONDS);
            watch(ingest, AWAY_S);
            assertEquals("STALLED", health(ingest).path("state").asText());

            emulator = KinesisEmulator.start(samePort);
            watch(ingest, AFTER_S);
            long in = venue.end();
            for (long waited = 0; health(ingest).path("buffered").asLong() > 0 && waited < PATIENCE_S; waited++) {
                watch(ingest, 1);
            }
            JsonNode last = health(ingest);
            ingest.stop();
            assertNull(ingest.await());

            Counts counts = trades(Emulators.readAll(client, EmulatorSettings.MARKET_STREAM));
            long ticks = ticks(Emulators.readAll(client, EmulatorSettings.DECISIONS_STREAM));
            System.out.println("away " + AWAY_S + " s at " + TRADES_A_SECOND + " trades/s: in " + in + ", stored "
                    + counts.distinct + ", lost " + (in - counts.distinct) + ", doubled " + counts.again
                    + " (a put that was under way); ticks " + ticks + "; spilled at most " + mostRecords + " records, "
                    + mostBytes + " bytes, oldest " + oldestMs + " ms; heap at most " + mostHeapMb
                    + " MB; reconnects " + last.path("reconnects") + ", gaps "
                    + last.path("feeds").path(0).path("gaps"));
            assertEquals(in, counts.distinct);
            assertTrue(in > (long) TRADES_A_SECOND * AWAY_S);
            assertTrue(mostRecords > 0, "the disk was used");
            assertEquals(0, last.path("spill").path("lost_records").asLong());
            assertEquals(0, last.path("reconnects").asLong());
        } finally {
            emulator.close();
            http.shutdownNow();
        }
    }

    private IngestComposition ingest(OutageVenue venue, KinesisClient client) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SEXTANT_SYMBOLS", "BTCUSDT",
                "SEXTANT_ACCOUNTS", "paper-main",
                "SEXTANT_HEALTH_PORT", "0",
                "SEXTANT_BACKFILL_MINUTES", "0",
                "SEXTANT_CLOCK_PROBE_SECONDS", "0",
                "SEXTANT_OUTBOX_RECORDS", "10",
                "SEXTANT_SPILL_FOLDER", folder.resolve("spill").toString(),
                "SEXTANT_BINANCE_REST_URL", venue.restUri().toString(),
                "SEXTANT_BINANCE_WS_URL", venue.streamUri().toString()));
        // No public streams here, so nothing but the market socket may be watched for silence: the venue never stalls.
        environment.put("SEXTANT_STALL_SECONDS", "0");
        List.of("FUNDING", "OPEN_INTEREST", "STATISTICS", "COINBASE")
                .forEach(poll -> environment.put("SEXTANT_POLL_" + poll + "_SECONDS", "0"));
        return new IngestComposition(
                IngestConfig.from(environment),
                new IngestPorts(
                        KinesisSinks.market(new KinesisStreamWriter(client, EmulatorSettings.MARKET_STREAM)),
                        KinesisSinks.decisions(new KinesisStreamWriter(client, EmulatorSettings.DECISIONS_STREAM)),
                        _ -> OptionalLong.empty(),
                        new NoRival(),
                        _ -> {},
                        _ -> {},
                        (_, _) -> {},
                        _ -> {}));
    }

    private JsonNode health(IngestComposition ingest) throws Exception {
        String body = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.healthPort() + "/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(body);
    }

    private void watch(IngestComposition ingest, long seconds) throws Exception {
        long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < untilNs) {
            JsonNode spill = health(ingest).path("spill");
            mostRecords = Math.max(mostRecords, spill.path("records").asLong());
            mostBytes = Math.max(mostBytes, spill.path("bytes").asLong());
            oldestMs = Math.max(oldestMs, spill.path("oldest_age_ms").asLong());
            Runtime runtime = Runtime.getRuntime();
            mostHeapMb = Math.max(mostHeapMb, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    private record Counts(long distinct, long again) {}

    /** Counts by aggregate id; every id that is new is the next one. */
    private static Counts trades(List<StreamRecord> records) {
        long next = 0;
        long again = 0;
        for (StreamRecord record : records) {
            Frame frame = (Frame) MarketCodec.decode(record.data());
            for (AggTrade trade : frame.trades()) {
                if (trade.aggId() < next) {
                    again++;
                } else {
                    assertEquals(next, trade.aggId(), "a trade is missing or out of its order");
                    next++;
                }
            }
        }
        return new Counts(next, again);
    }

    private static long ticks(List<StreamRecord> records) {
        long lastMs = 0;
        long seconds = 0;
        for (StreamRecord record : records) {
            Tick tick = (Tick) DecisionCodec.decode(record.data());
            if (tick.marketTimeMs() > lastMs) {
                assertTrue(lastMs == 0 || tick.marketTimeMs() == lastMs + 1_000, "a second is missing: " + tick);
                lastMs = tick.marketTimeMs();
                seconds++;
            }
        }
        return seconds;
    }

    /** The lease's other side, when there is one ingest and no database. */
    private static final class NoRival implements Leases {
        @Override
        public long nextEpoch(String owner) {
            return 1;
        }

        @Override
        public LeaseAnswer hold(String owner, long epoch, long forMs) {
            return new LeaseAnswer(true, 1, owner, epoch, forMs, false);
        }

        @Override
        public void leave(String owner, long epoch) {}
    }
}
