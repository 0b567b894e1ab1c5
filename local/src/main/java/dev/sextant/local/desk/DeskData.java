package dev.sextant.local.desk;

import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a desk has stored, while it runs or after it was stopped. */
public final class DeskData implements AutoCloseable {

    static final String ARCHIVE = "archive";
    /** Holds the address of the running desk's database. */
    static final String ENDPOINT = "data-api";

    private static final String DATABASE = "postgres.complete";
    private static final int CONNECT_TIMEOUT_MS = 1_000;

    private final Path state;
    private final DataApi api;
    private final Parts parts;

    private DeskData(Path state, DataApi api, Parts parts) {
        this.state = state;
        this.api = api;
        this.parts = parts;
    }

    /**
     * Asks the running desk's database, or starts that of a stopped one.
     *
     * @throws DeskException when no desk has stored anything there, or it can't be reached
     */
    public static DeskData open(Path state) {
        if (!Files.exists(state.resolve(DATABASE))) {
            throw new DeskException("no desk has stored anything in " + state + "; start one with: ./sextant up", null);
        }
        Parts parts = new Parts();
        Optional<URI> running = running(state);
        if (running.isPresent()) {
            return new DeskData(state, parts.add("client", DataApi.local(running.get())), parts);
        }
        StateFolder folder = parts.add("state folder", StateFolder.open(state, false));
        try {
            Storage storage = parts.add("database", Storage.start(folder));
            return new DeskData(state, parts.add("client", DataApi.local(storage.endpoint())), parts);
        } catch (RuntimeException e) {
            // Whatever kept the database from starting, the folder must not stay locked.
            parts.close();
            throw e;
        }
    }

    /** The address that is written, if somebody listens there: after a crash it is still written. */
    private static Optional<URI> running(Path state) {
        try (Socket socket = new Socket()) {
            URI endpoint = URI.create(Files.readString(state.resolve(ENDPOINT)).strip());
            socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), CONNECT_TIMEOUT_MS);
            return Optional.of(endpoint);
        } catch (IOException e) {
            return Optional.empty(); // no such file, or nobody there: the desk doesn't run
        }
    }

    /** As one part of the desk, with that part's rights. */
    public SqlClient sqlAs(String part) {
        return new SqlClient(api.to(DatabaseAddress.localAs(part)));
    }

    /** The folder of archived trades. */
    public Path archive() {
        return state.resolve(ARCHIVE);
    }

    @Override
    public void close() {
        parts.close();
    }
}
