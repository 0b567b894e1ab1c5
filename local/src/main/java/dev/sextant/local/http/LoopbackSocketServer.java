package dev.sextant.local.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.server.WebSocketServer;

/** A WebSocket server on a free port of 127.0.0.1. Every one of the desk is opened here. */
public abstract class LoopbackSocketServer extends WebSocketServer {

    private static final long START_SECONDS = 10;

    private static final long FLUSH_MS = 50;

    private final CountDownLatch started = new CountDownLatch(1);
    private final ScheduledExecutorService flushes = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("loopback-flush").factory());

    /** A server that is not started. */
    @SuppressWarnings("this-escape") // the library's own switches, which reach no subclass
    protected LoopbackSocketServer() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        setDaemon(true);
        setTcpNoDelay(true);
        setReuseAddr(true);
        setConnectionLostTimeout(0);
    }

    /** Starts and waits until the port is known. */
    public final void open() throws InterruptedException {
        start();
        if (!started.await(START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the WebSocket port did not open within " + START_SECONDS + " s");
        }
        var _ = flushes.scheduleWithFixedDelay(this::flush, FLUSH_MS, FLUSH_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * The library can miss a write demand that comes just as its selector finishes an earlier write; what was queued then
     * stays until the next demand, so somebody has to ask now and then.
     */
    private void flush() {
        getConnections().stream().filter(WebSocket::hasBufferedData).forEach(this::onWriteDemand);
    }

    @Override
    public void stop(int timeoutMs, String closeMessage) throws InterruptedException {
        flushes.shutdownNow();
        super.stop(timeoutMs, closeMessage);
    }

    @Override
    public final void onStart() {
        started.countDown();
    }
}
