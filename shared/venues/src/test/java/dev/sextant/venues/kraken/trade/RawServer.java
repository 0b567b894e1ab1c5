package dev.sextant.venues.kraken.trade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that does to each connection what it is told, and keeps what it read. */
final class RawServer implements AutoCloseable {

    /** What to do with a connection. */
    @FunctionalInterface
    interface Act {
        void on(Socket peer, RawServer server) throws IOException;
    }

    final List<String> read = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;

    RawServer(Act act) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> accept(act));
    }

    private void accept(Act act) {
        try {
            while (true) {
                Socket peer = socket.accept();
                Thread.startVirtualThread(() -> serve(peer, act));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket peer, Act act) {
        try (peer) {
            act.on(peer, this);
        } catch (IOException e) {
            // The client is free to hang up first.
        }
    }

    /** Reads one request; its first line and its body. */
    String request(Socket peer) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8));
        String first = String.valueOf(in.readLine());
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
        }
        char[] body = new char[length];
        for (int at = 0; at < length; ) {
            at += Math.max(1, in.read(body, at, length - at));
        }
        String whole = first + "|" + new String(body);
        read.add(whole);
        return whole;
    }

    /** A whole answer. */
    static void answer(Socket peer, String status, String headers, String body) throws IOException {
        send(peer, status, headers + "Content-Length: " + body.length() + "\r\n", body);
    }

    /** Whatever bytes these are. */
    static void send(Socket peer, String status, String headers, String body) throws IOException {
        peer.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
        peer.getOutputStream().flush();
    }

    /** Ends a connection with a reset. */
    static void reset(Socket peer) throws IOException {
        peer.setSoLinger(true, 0);
        peer.close();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
