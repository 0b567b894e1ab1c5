package dev.sextant.local.contract;

import dev.sextant.platform.stream.KinesisClients;
import dev.sextant.platform.stream.KinesisStreamReader;
import dev.sextant.platform.stream.KinesisStreamWriter;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.StreamPosition;
import dev.sextant.platform.stream.StreamReader;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.stream.StreamUnavailableException;
import dev.sextant.platform.stream.StreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** A stream of one test, with the desk's own writer and reader on it; its records are numbers. */
record ContractStream(KinesisClient client, String name) implements AutoCloseable {

    private static final AtomicInteger STREAMS = new AtomicInteger();

    static ContractStream create(URI endpoint) {
        ContractStream stream =
                new ContractStream(KinesisClients.at(endpoint), "contract-" + STREAMS.incrementAndGet());
        stream.client.createStream(request -> request.streamName(stream.name).shardCount(2));
        stream.client
                .waiter()
                .waitUntilStreamExists(request -> request.streamName(stream.name), ContractStream::briefly);
        return stream;
    }

    private static void briefly(WaiterOverrideConfiguration.Builder wait) {
        wait.waitTimeout(Duration.ofSeconds(20))
                .backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(20)))
                .maxAttempts(1_000);
    }

    StreamWriter writer() {
        return writerOf(name);
    }

    StreamWriter writerOf(String stream) {
        return new KinesisStreamWriter(client, stream);
    }

    StreamReader reader() {
        return new KinesisStreamReader(client, name, System::currentTimeMillis);
    }

    static Outgoing record(String key, int number) {
        return new Outgoing(key, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    static int number(StreamRecord record) {
        return Integer.parseInt(new String(record.data(), StandardCharsets.UTF_8));
    }

    void put(String key, int from, int count) throws StreamUnavailableException {
        writer().put(IntStream.range(from, from + count)
                .mapToObj(i -> record(key, i))
                .toList());
    }

    /** All records, shard by shard. */
    List<StreamRecord> readAll() throws StreamUnavailableException {
        List<StreamRecord> all = new ArrayList<>();
        for (String shard : reader().shardIds()) {
            all.addAll(readAll(shard, new StreamPosition.TrimHorizon()));
        }
        return all;
    }

    /** The numbers in a shard that arrived at a time or later. */
    List<Integer> from(String shard, long arrivedAtMs) throws StreamUnavailableException {
        return readAll(shard, new StreamPosition.AtTime(arrivedAtMs)).stream()
                .map(ContractStream::number)
                .toList();
    }

    private List<StreamRecord> readAll(String shard, StreamPosition from) throws StreamUnavailableException {
        StreamReader.Cursor cursor = reader().open(shard, from);
        List<StreamRecord> all = new ArrayList<>();
        for (StreamReader.Page page = cursor.next(1_000); !page.records().isEmpty(); page = cursor.next(1_000)) {
            all.addAll(page.records());
        }
        return all;
    }

    /** Arrival times are the service's; a test that needs two apart has to let real time pass. */
    static void awaitWallClock(long ms) {
        while (System.currentTimeMillis() < ms) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Small emulators allow few shards, so that each test gives its own back. */
    @Override
    public void close() {
        client.deleteStream(request -> request.streamName(name));
        client.waiter().waitUntilStreamNotExists(request -> request.streamName(name), ContractStream::briefly);
        client.close();
    }
}
