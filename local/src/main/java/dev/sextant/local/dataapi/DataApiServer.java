package dev.sextant.local.dataapi;

import com.sun.net.httpserver.HttpServer;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.http.LoopbackHttp;
import dev.sextant.platform.sql.DataApi;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The RDS Data API on a free port of 127.0.0.1, in front of one PostgreSQL database. The real SDK client works with it
 * through {@code endpointOverride} or {@code AWS_ENDPOINT_URL_RDS_DATA}. Clusters and secrets are not checked (a
 * secret's name may choose a role, see {@link DatabaseRole}); a request must be signed, though by whom does not matter, so that no web page can make the browser send one.
 */
public final class DataApiServer implements AutoCloseable {

    private static final long SWEEP_MS = 1_000;

    private final HttpServer http;
    private final ExecutorService workers = LoopbackHttp.threads("data-api");
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("data-api-sweeper").factory());
    private final Future<?> sweeping;
    private final Calls calls;
    private final Faults faults;
    private final Protocol protocol;

    private DataApiServer(HttpServer http, Calls calls, Limits limits, EpochClock clock) {
        this.http = http;
        this.calls = calls;
        this.faults = new Faults(clock);
        this.protocol = new Protocol(calls, faults, limits);
        this.sweeping = sweeper.scheduleWithFixedDelay(calls::sweep, SWEEP_MS, SWEEP_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts the endpoint.
     *
     * @param jdbcUrl the database behind it, user included
     * @param database the name that requests give it
     * @param clock the wall clock, for the life of transactions
     * @param limits {@link Limits#AWS}, or tighter ones for a test
     */
    public static DataApiServer start(String jdbcUrl, String database, EpochClock clock, Limits limits)
            throws IOException {
        HttpServer http = LoopbackHttp.create(0);
        Calls calls = new Calls(jdbcUrl, database, clock, limits);
        DataApiServer server = new DataApiServer(http, calls, limits, clock);
        http.createContext("/", new HttpCalls(server.protocol));
        http.setExecutor(server.workers);
        http.start();
        return server;
    }

    /** Where the SDK is to be pointed. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The SDK's client for this process: what it is asked is done on the asking thread, without a socket. */
    public DataApi client() {
        return DataApi.local(endpoint(), new InProcessHttp(protocol));
    }

    /** Faults on demand. */
    public Faults faults() {
        return faults;
    }

    /** Stops taking calls, rolls back open transactions and closes all connections. */
    @Override
    public void close() {
        sweeping.cancel(true);
        sweeper.shutdownNow();
        http.stop(0);
        workers.shutdownNow();
        calls.close();
    }
}
