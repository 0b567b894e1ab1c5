package dev.sextant.local.web;

import com.sun.net.httpserver.HttpServer;
import dev.sextant.local.http.LoopbackHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One loopback port: {@code /api/…} goes to the API function the way API Gateway would send it, everything else is a
 * file of the dashboard. A page of another site can neither read from it (its name is not localhost, no CORS) nor write
 * to it (the operator token, and the browser's own word about where a request comes from).
 */
public final class WebServer implements AutoCloseable {

    /** Where people expect the desk. */
    public static final int DEFAULT_PORT = 8080;

    private final HttpServer http;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private WebServer(HttpServer http) {
        this.http = http;
    }

    /**
     * Starts the server.
     *
     * @param port 0 for any free one
     * @param dashboard the folder of the built dashboard; where it is missing, the API works and the pages say so
     * @throws PortBusyException when the port is taken
     */
    public static WebServer start(int port, Path dashboard, ApiFunction api) {
        StaticFiles files = new StaticFiles(Assets.load(dashboard));
        WebServer server = new WebServer(bind(port));
        ApiCalls calls = new ApiCalls(api);
        server.http.createContext("/", new Doorman(calls, files));
        server.http.setExecutor(server.workers);
        server.http.start();
        return server;
    }

    private static HttpServer bind(int port) {
        try {
            return LoopbackHttp.create(port);
        } catch (BindException e) {
            throw new PortBusyException(port, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    /** The port in use. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** What to open in a browser. */
    public URI url() {
        return URI.create("http://localhost:" + port() + "/");
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
