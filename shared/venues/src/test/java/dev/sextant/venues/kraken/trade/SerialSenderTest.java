package dev.sextant.venues.kraken.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.kraken.trade.nonce.KeptNonce;
import dev.sextant.venues.kraken.trade.nonce.MonotonicNonces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SerialSenderTest {

    private final KeptNonce memory = new KeptNonce();
    private final List<String> wire = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger drawn = new AtomicInteger();
    private final MonotonicNonces nonces = new MonotonicNonces(drawn::incrementAndGet, memory);

    private SerialSender sender(KrakenTransport transport) {
        return new SerialSender(KrakenSignerTest.CREDENTIALS, nonces, transport);
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void nobodyDrawsANonceWhileAnothersBytesAreNotWritten() throws InterruptedException {
        CountDownLatch writes = new CountDownLatch(1);
        SerialSender sender = sender((request, written) -> {
            if (request.target().endsWith("BalanceEx")) {
                await(writes);
            }
            wire.add(request.body());
            written.run();
            return new TransportOutcome.Answered(200, "");
        });
        Thread first = Thread.ofPlatform().start(() -> sender.send(Calls.balances()));
        awaitWaiting(first);
        Thread second = Thread.ofPlatform().start(() -> sender.send(Calls.openOrders("b1")));
        awaitWaiting(second);
        assertEquals(1, drawn.get(), "the second waits without a nonce");
        assertTrue(wire.isEmpty());
        writes.countDown();
        first.join();
        second.join();
        assertEquals(List.of("nonce=1", "nonce=2&cl_ord_id=b1"), wire);
    }

    @Test
    void theNextIsSentWhileTheFirstStillWaitsForItsAnswer() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch firstWritten = new CountDownLatch(1);
        SerialSender sender = sender((request, written) -> {
            wire.add(request.body());
            written.run();
            if (request.target().endsWith("BalanceEx")) {
                firstWritten.countDown();
                await(answer);
            }
            return new TransportOutcome.Answered(200, "");
        });
        Thread first = Thread.ofPlatform().start(() -> sender.send(Calls.balances()));
        firstWritten.await();
        sender.send(Calls.openOrders("b2"));
        assertTrue(first.isAlive());
        assertEquals(List.of("nonce=1", "nonce=2&cl_ord_id=b2"), wire);
        answer.countDown();
        first.join();
    }

    @Test
    void theTurnIsGivenOnOnceWhateverTheTransportDoes() {
        SerialSender twice = sender((request, written) -> {
            written.run();
            written.run();
            return new TransportOutcome.Lost("");
        });
        twice.send(Calls.balances());
        SerialSender never = sender((request, written) -> new TransportOutcome.Lost("never written"));
        never.send(Calls.balances());
        assertInstanceOf(TransportOutcome.Lost.class, never.send(Calls.balances()));
    }

    @Test
    void withoutANonceNothingIsSent() {
        memory.broken = true;
        SerialSender sender = sender((request, written) -> {
            throw new AssertionError("sent");
        });
        assertInstanceOf(TransportOutcome.NotSent.class, sender.send(Calls.balances()));
        assertInstanceOf(TransportOutcome.NotSent.class, sender.send(Calls.balances()), "the turn was given back");
    }

    @Test
    void manySendersWriteTheirNoncesInOrder() throws InterruptedException {
        SerialSender sender = sender((request, written) -> {
            wire.add(request.body());
            written.run();
            return new TransportOutcome.Answered(200, "");
        });
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < 50; n++) {
                    sender.send(Calls.balances());
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        List<Long> sent =
                wire.stream().map(body -> Long.parseLong(body.substring(6))).toList();
        assertEquals(sent.stream().sorted().distinct().toList(), sent);
        assertEquals(400, sent.size());
    }

    @Test
    void whoIsInterruptedWhileWaitingHasSentNothing() {
        SerialSender sender = sender((request, written) -> new TransportOutcome.Lost("sent"));
        Thread.currentThread().interrupt();
        assertInstanceOf(TransportOutcome.NotSent.class, sender.send(Calls.balances()));
        assertTrue(Thread.interrupted());
        assertEquals(0, drawn.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
