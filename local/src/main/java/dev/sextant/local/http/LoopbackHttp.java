package dev.sextant.local.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Opens the JDK's HTTP server on 127.0.0.1. Every server of the desk is opened here: the JDK reads its settings once, when
 * the first one is made, so whoever came first without them would decide for all.
 */
public final class LoopbackHttp {

    static {
        // Without it Nagle's algorithm holds back the second half of each longer answer for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private LoopbackHttp() {}

    /**
     * A server that is bound and not started.
     *
     * @param port 0 takes a free one
     * @throws IOException when the port can't be opened
     */
    public static HttpServer create(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    /**
     * Threads for the calls of a server on an order's way, kept a minute when they are idle. They are the system's: a
     * virtual one that waits for a socket is woken by way of two others.
     *
     * @param name of the threads
     */
    public static ExecutorService threads(String name) {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }
}
