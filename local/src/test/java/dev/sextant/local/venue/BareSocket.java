package dev.sextant.local.venue;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket client that is nothing but a socket, for what happens below the protocol. The JDK's client can fail to
 * tell that the other side is gone.
 */
final class BareSocket implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;
    private static final int OPCODE = 0x0F;
    private static final int LENGTH = 0x7F;
    private static final int SHORT_FOLLOWS = 126;
    private static final int LONG_FOLLOWS = 127;
    private static final int CLOSE = 8;

    private final Socket socket;
    private final DataInputStream in;

    private BareSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects and gets through the handshake. */
    static BareSocket open(VenueServer server, String path) throws IOException {
        URI uri = server.wsUri();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
        socket.setSoTimeout(PATIENCE_MS);
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        BareSocket open = new BareSocket(socket);
        open.skipHeaders();
        return open;
    }

    private void skipHeaders() throws IOException {
        StringBuilder seen = new StringBuilder();
        while (!seen.toString().endsWith("\r\n\r\n")) {
            seen.append((char) in.readUnsignedByte());
        }
        if (!seen.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IOException("no upgrade: " + seen);
        }
    }

    /** Reads to the end; true when a close frame came before it. */
    boolean saysGoodbye() throws IOException {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & OPCODE;
                int length = in.readUnsignedByte() & LENGTH;
                if (opcode == CLOSE) {
                    return true;
                }
                long payload = switch (length) {
                    case SHORT_FOLLOWS -> in.readUnsignedShort();
                    case LONG_FOLLOWS -> in.readLong();
                    default -> length;
                };
                in.skipNBytes(payload);
            }
        } catch (EOFException | SocketException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
