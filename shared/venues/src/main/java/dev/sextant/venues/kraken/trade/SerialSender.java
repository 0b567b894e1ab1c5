package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.order.NonceUnavailableException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends the private requests of one key. From drawing its nonce until its bytes are written a request is alone; requests
 * that wait go in the order they came. So the order of nonces is the order of writing. Answers are waited for side by
 * side.
 */
final class SerialSender {

    private final KrakenCredentials credentials;
    private final KrakenSigner signer;
    private final NonceSource nonces;
    private final KrakenTransport transport;
    private final Semaphore turn = new Semaphore(1, true);

    SerialSender(KrakenCredentials credentials, NonceSource nonces, KrakenTransport transport) {
        this.credentials = credentials;
        this.signer = credentials.signer();
        this.nonces = nonces;
        this.transport = transport;
    }

    TransportOutcome send(KrakenCall call) {
        try {
            turn.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TransportOutcome.NotSent("interrupted while waiting for its turn, nothing was sent");
        }
        AtomicBoolean done = new AtomicBoolean();
        Runnable next = () -> {
            if (done.compareAndSet(false, true)) {
                turn.release();
            }
        };
        try {
            KrakenRequest request = KrakenRequest.post(call, credentials.apiKey(), signer, nonces.next());
            return transport.send(request, next);
        } catch (NonceUnavailableException e) {
            return new TransportOutcome.NotSent("no nonce, nothing was sent: " + e.getMessage());
        } finally {
            next.run();
        }
    }
}
