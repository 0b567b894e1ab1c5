package dev.sextant.local.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests exactly as written, over a socket of their own: what no polite client would send included. */
final class RawHttp {

    private static final int TIMEOUT_MS = 20_000;
    private static final String CRLF = "\r\n";

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** What came back; header names in any case. */
    record Reply(int status, Map<String, String> headers, String body) {}

    Reply get(String target) {
        return send("GET " + target, "");
    }

    Reply post(String target, String body, String... headerLines) {
        return send("POST " + target, body, headerLines);
    }

    /** Method and target as given; Host is ours unless a header line says otherwise. */
    Reply send(String methodAndTarget, String body, String... headerLines) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder request =
                new StringBuilder(methodAndTarget).append(" HTTP/1.1").append(CRLF);
        boolean named = false;
        for (String line : headerLines) {
            named |= line.regionMatches(true, 0, "host:", 0, 5);
            request.append(line).append(CRLF);
        }
        if (!named) {
            request.append("Host: localhost:").append(port).append(CRLF);
        }
        if (bytes.length > 0 || methodAndTarget.startsWith("POST")) {
            request.append("Content-Length: ").append(bytes.length).append(CRLF);
        }
        request.append("Connection: close").append(CRLF).append(CRLF);
        return exchange(request.toString().getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** Whatever comes back for these characters before the server closes or falls silent. */
    String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            writeAsFarAsItIsRead(socket, request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return readAll(socket.getInputStream());
        } catch (IOException _) {
            return "";
        }
    }

    Reply exchange(byte[] head, byte[] body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(head);
            writeAsFarAsItIsRead(socket, body);
            return parse(readAll(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeAsFarAsItIsRead(Socket socket, byte[] body) {
        try {
            socket.getOutputStream().write(body);
        } catch (IOException _) {
            // The server has answered and closed before the end of a body it does not want.
        }
    }

    private static String readAll(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Reply parse(String text) {
        int end = text.indexOf(CRLF + CRLF);
        if (end < 0) {
            throw new IllegalStateException("not an HTTP answer: " + text);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        String statusLine = lines.getFirst();
        int status = Integer.parseInt(statusLine.substring(statusLine.indexOf(' ') + 1, statusLine.indexOf(' ') + 4));
        return new Reply(status, headers, text.substring(end + 4));
    }
}
