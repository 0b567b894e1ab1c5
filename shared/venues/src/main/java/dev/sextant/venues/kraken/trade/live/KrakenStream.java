package dev.sextant.venues.kraken.trade.live;

import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketConnector;
import dev.sextant.venues.http.SocketListener;
import dev.sextant.venues.kraken.feed.KrakenMessage;
import dev.sextant.venues.kraken.feed.KrakenRequests;
import dev.sextant.venues.kraken.feed.PingWatch;
import dev.sextant.venues.kraken.trade.KrakenAccount;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import dev.sextant.venues.kraken.trade.SocketToken;
import dev.sextant.venues.kraken.trade.socket.ExecutionBook;
import dev.sextant.venues.kraken.trade.socket.PrivateRequests;
import dev.sextant.venues.kraken.trade.socket.PrivateSocketMessage;
import dev.sextant.venues.kraken.trade.socket.PrivateSocketReader;
import dev.sextant.venues.kraken.trade.socket.SocketPlacements;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The private connection of a Kraken account, opened again when it ends, when something may have been missed on it, when
 * nothing comes for five seconds, or when a ping, sent each ten, is not answered within five. An answered ping is no news of
 * executions: only what the venue tells unasked ends its silence. Has no thread of its own: the owner calls {@link #check} every quarter of a second or so. Safe for several threads.
 */
public final class KrakenStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KrakenStream.class);

    /** The venue sends a heartbeat each second in which nothing else is sent. */
    static final long SILENCE_MS = 5_000;

    private static final long CONNECT_MS = 10_000;

    /** How long after an order's deadline its answer is waited for. */
    private static final long ANSWER_MS = 2_000;

    private final URI address;
    private final SocketConnector connector;
    private final Tokens tokens;
    private final Backoff backoff;
    private final MonotonicClock clock;
    private final DoubleSupplier random;
    private final Runnable sent;
    private final PrivateSocketReader reader = new PrivateSocketReader();
    private final OrderTracks tracks = new OrderTracks();
    private @Nullable Link link;
    private long connectAtMs;
    private int failures;
    private long requests;
    private boolean closed;

    /** Where a token for one connection comes from: {@link KrakenAccount#token}. */
    @FunctionalInterface
    public interface Tokens {
        SocketToken fresh() throws VenueUnavailableException;
    }

    /**
     * @param random uniform in [0, 1), for back-off
     * @param sent told when an order has been handed to the socket, for measuring
     */
    public KrakenStream(
            URI address,
            SocketConnector connector,
            Tokens tokens,
            Backoff backoff,
            MonotonicClock clock,
            DoubleSupplier random,
            Runnable sent) {
        this.sent = sent;
        this.address = address;
        this.connector = connector;
        this.tokens = tokens;
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
        this.connectAtMs = clock.nowMs();
    }

    /** Does what time demands; asks for a token when a connection is due, and so may take a request's time. */
    public void check() {
        SocketToken token = null;
        if (isDue()) {
            try {
                token = tokens.fresh();
            } catch (VenueUnavailableException e) {
                LOG.warn("no token for the private stream: {}", e.getMessage());
                later();
                return;
            }
        }
        synchronized (this) {
            long nowMs = clock.nowMs();
            Link now = link;
            if (token != null && now == null && !closed) {
                link = new Link(new PrivateRequests(token), nowMs);
                link.connection = connector.open(address, link);
            } else if (now != null && nowMs - now.heardMs > (now.open ? SILENCE_MS : CONNECT_MS)) {
                now.drop("nothing was heard for " + (nowMs - now.heardMs) + " ms");
            } else if (now != null && now.open) {
                now.ping(nowMs);
            }
        }
    }

    private synchronized boolean isDue() {
        return !closed && link == null && clock.nowMs() >= connectAtMs;
    }

    private synchronized void later() {
        connectAtMs = clock.nowMs() + backoff.delayMs(failures, random.getAsDouble());
        failures++;
    }

    /** Whether orders can be sent by it and everything about them is told. */
    public synchronized boolean isLive() {
        return link != null && link.live;
    }

    /** What it has told of an order; only while it is live. */
    synchronized Optional<OrderTracks.Known> known(String clientOrderId) {
        return isLive() ? tracks.known(clientOrderId) : Optional.empty();
    }

    OrderTracks tracks() {
        return tracks;
    }

    /**
     * Sends an order, once, and waits for the venue's answer.
     *
     * @param signedAtMs venue time, from which its life counts
     * @return empty when nothing was sent, because the connection is not live
     */
    Optional<Placement> place(KrakenOrder order, long signedAtMs, long lifeMs) {
        CompletableFuture<PrivateSocketMessage> answer;
        long request;
        synchronized (this) {
            Link now = link;
            SocketConnection to = now == null ? null : now.connection;
            if (now == null || to == null || !now.live) {
                return Optional.empty();
            }
            request = ++requests;
            answer = new CompletableFuture<>();
            now.answers.put(request, answer);
            to.send(now.requests.addOrder(order, signedAtMs, lifeMs, request));
            sent.run();
        }
        try {
            PrivateSocketMessage message = answer.get(lifeMs + ANSWER_MS, TimeUnit.MILLISECONDS);
            return Optional.of(SocketPlacements.ofOne(order, request, signedAtMs, message));
        } catch (TimeoutException e) {
            return Optional.of(new Placement.Unknown("no answer within " + (lifeMs + ANSWER_MS) + " ms"));
        } catch (ExecutionException e) {
            return Optional.of(new Placement.Unknown("no answer: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Placement.Unknown("interrupted while waiting for the answer"));
        }
    }

    private synchronized void over(Link ended, String reason) {
        if (link != ended) {
            return;
        }
        link = null;
        tracks.forget();
        ended.answers
                .values()
                .forEach(answer ->
                        answer.completeExceptionally(new IllegalStateException("connection lost: " + reason)));
        if (!closed) {
            LOG.warn("the private stream ended: {}", reason);
            later();
        }
    }

    @Override
    public void close() {
        Link last;
        synchronized (this) {
            closed = true;
            last = link;
        }
        if (last != null) {
            last.drop("the desk ends");
        }
    }

    /** One connection, from its opening on. */
    private final class Link implements SocketListener {
        private final PrivateRequests requests;
        private final ExecutionBook book = new ExecutionBook();
        private final Map<Long, CompletableFuture<PrivateSocketMessage>> answers = new HashMap<>();
        private @Nullable SocketConnection connection;
        private long heardMs;
        private final PingWatch pings = new PingWatch();
        private boolean open;
        private boolean live;

        Link(PrivateRequests requests, long nowMs) {
            this.requests = requests;
            this.heardMs = nowMs;
        }

        @Override
        public void onOpen() {
            synchronized (KrakenStream.this) {
                open = true;
                heardMs = clock.nowMs();
                pings.reset(heardMs);
                SocketConnection to = connection;
                if (to != null) {
                    to.send(requests.subscribeExecutions(++KrakenStream.this.requests));
                }
            }
        }

        @Override
        public void onText(String text) {
            synchronized (KrakenStream.this) {
                if (link == this) {
                    PrivateSocketMessage message = reader.read(text);
                    if (message instanceof PrivateSocketMessage.Common(KrakenMessage.Pong pong)) {
                        pings.answered(pong.reqId(), clock.nowMs());
                    } else {
                        heardMs = clock.nowMs();
                        take(message);
                    }
                }
            }
        }

        void ping(long nowMs) {
            SocketConnection to = connection;
            if (pings.isLate(nowMs)) {
                drop("a ping was not answered within " + PingWatch.PATIENCE_MS + " ms");
            } else if (to != null && pings.isDue(nowMs)) {
                pings.sent(++KrakenStream.this.requests, nowMs);
                to.send(KrakenRequests.ping(KrakenStream.this.requests));
            }
        }

        private void take(PrivateSocketMessage message) {
            switch (message) {
                case PrivateSocketMessage.Executions executions -> executions(executions);
                case PrivateSocketMessage.Placed placed -> answer(placed.reqId(), message);
                case PrivateSocketMessage.Refused refused -> refused(refused);
                case PrivateSocketMessage.Malformed(String reason) -> drop("a message can't be read: " + reason);
                case PrivateSocketMessage.Balances _,
                        PrivateSocketMessage.BatchPlaced _,
                        PrivateSocketMessage.Cancelled _,
                        PrivateSocketMessage.CancelledAll _,
                        PrivateSocketMessage.SwitchSet _,
                        PrivateSocketMessage.Subscribed _,
                        PrivateSocketMessage.Common _,
                        PrivateSocketMessage.Unknown _ -> {}
            }
        }

        private void executions(PrivateSocketMessage.Executions message) {
            ExecutionBook.Folded folded = book.apply(message);
            folded.updates().stream()
                    .filter(update -> !update.order().clientOrderId().isEmpty())
                    .forEach(tracks::take);
            if (message.snapshot()) {
                // Of what it tells incompletely REST has the rest.
                live = true;
                failures = 0;
            } else if (!folded.doubts().isEmpty()) {
                drop("something was missed: " + String.join("; ", folded.doubts()));
            }
        }

        private void refused(PrivateSocketMessage.Refused refused) {
            if (!answer(refused.reqId(), refused)) {
                drop(refused.method() + " was refused: " + refused.error());
            }
        }

        private boolean answer(OptionalLong request, PrivateSocketMessage message) {
            CompletableFuture<PrivateSocketMessage> waiting =
                    request.isPresent() ? answers.remove(request.getAsLong()) : null;
            return waiting != null && waiting.complete(message);
        }

        @Override
        public void onOversized(long chars) {
            drop("a message of " + chars + " characters");
        }

        @Override
        public void onClosed(String reason) {
            over(this, reason);
        }

        void drop(String reason) {
            over(this, reason);
            SocketConnection to = connection;
            if (to != null) {
                to.abort();
            }
        }
    }
}
