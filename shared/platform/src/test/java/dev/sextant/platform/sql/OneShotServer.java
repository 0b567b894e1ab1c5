package dev.sextant.platform.sql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A real socket that reads whole requests, counts them and answers each with the same bytes, or with nothing. */
final class OneShotServer implements AutoCloseable {

    private final ServerSocket socket;
    private final byte[] answer;
    private final AtomicInteger requests = new AtomicInteger();

    OneShotServer(String answer) throws IOException {
        this.socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::serve);
    }

    static OneShotServer answering(int status, String json) throws IOException {
        return new OneShotServer(
                "HTTP/1.1 " + status + " Said\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: " + json.length() + "\r\n\r\n" + json);
    }

    static OneShotServer hangingUp() throws IOException {
        return new OneShotServer("");
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                readRequest(new BufferedInputStream(client.getInputStream()));
                requests.incrementAndGet();
                client.getOutputStream().write(answer);
            } catch (IOException e) {
                // The client went away, or the server was closed: both end this exchange.
            }
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        for (String line : head.toString().lines().toList()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                in.readNBytes(Integer.parseInt(line.substring(15).strip()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
