package dev.sextant.direct.exam;

import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketConnector;
import dev.sextant.venues.http.SocketListener;
import dev.sextant.venues.kraken.trade.SocketToken;
import dev.sextant.venues.kraken.trade.socket.PrivateRequests;
import dev.sextant.venues.kraken.trade.socket.PrivateSocketMessage;
import dev.sextant.venues.kraken.trade.socket.PrivateSocketReader;
import java.net.URI;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens the private socket, subscribes to executions, and ends it with the answer. */
final class SocketProbe implements SocketListener {

    private static final long PATIENCE_S = 10;

    private final PrivateSocketReader reader = new PrivateSocketReader();
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
    private final CompletableFuture<PrivateSocketMessage> answer = new CompletableFuture<>();

    private SocketProbe() {}

    /** What the engine's counter may reach, as the venue says with the subscription; empty when it does not. */
    static OptionalInt subscribe(URI address, SocketConnector connector, SocketToken token)
            throws VenueUnavailableException, InterruptedException {
        SocketProbe probe = new SocketProbe();
        SocketConnection connection = connector.open(address, probe);
        try {
            probe.opened.get(PATIENCE_S, TimeUnit.SECONDS);
            connection.send(new PrivateRequests(token).subscribeExecutions(1));
            return switch (probe.answer.get(PATIENCE_S, TimeUnit.SECONDS)) {
                case PrivateSocketMessage.Subscribed granted -> granted.maxRateCount();
                case PrivateSocketMessage.Refused refused ->
                    throw new VenueUnavailableException("executions were refused: " + refused.error());
                default -> throw new IllegalStateException("only answers are kept");
            };
        } catch (TimeoutException e) {
            throw new VenueUnavailableException("no answer on the private socket within " + PATIENCE_S + " s", e);
        } catch (ExecutionException e) {
            throw new VenueUnavailableException(
                    "the private socket: " + String.valueOf(e.getCause()).replaceFirst("^[^:]*: ", ""), e);
        } finally {
            connection.abort();
        }
    }

    @Override
    public void onOpen() {
        opened.complete(true);
    }

    @Override
    public void onText(String text) {
        switch (reader.read(text)) {
            case PrivateSocketMessage.Subscribed granted -> answer.complete(granted);
            case PrivateSocketMessage.Refused refused -> answer.complete(refused);
            case PrivateSocketMessage.Malformed(String reason) -> over("a message can't be read: " + reason);
            default -> {}
        }
    }

    @Override
    public void onOversized(long chars) {
        over("a message of " + chars + " characters");
    }

    @Override
    public void onClosed(String reason) {
        over(reason);
    }

    private void over(String reason) {
        opened.completeExceptionally(new IllegalStateException(reason));
        answer.completeExceptionally(new IllegalStateException(reason));
    }
}
