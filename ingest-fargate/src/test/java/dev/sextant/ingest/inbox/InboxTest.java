package dev.sextant.ingest.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.rig.Await;
import dev.sextant.ingest.rig.Tape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InboxTest {

    private final Inbox inbox = new Inbox(2);

    private static Input.Event event(int chars) {
        return new Input.Event(Tape.mark(Tape.BTC, Tape.START_MS), chars, 0);
    }

    @Test
    void inputsComeOutInTheirOrder() throws InterruptedException {
        inbox.tell(new Input.Connected());
        inbox.put(event(1));
        inbox.tell(new Input.Malformed("x"));
        assertEquals(List.of(new Input.Connected(), event(1)), inbox.take(2, 0));
        assertEquals(List.of(new Input.Malformed("x")), inbox.take(2, 0));
        assertEquals(List.of(), inbox.take(2, 1));
    }

    @Test
    void aFullInboxHoldsTheSenderUntilThereIsRoom() throws InterruptedException {
        inbox.put(event(1));
        inbox.put(event(2));
        Thread sender = Thread.startVirtualThread(() -> inbox.put(event(3)));
        Await.until("the sender waits", () -> sender.getState() == Thread.State.WAITING);
        assertEquals(2, inbox.size());

        assertEquals(List.of(event(1)), inbox.take(1, 0));
        sender.join();
        assertEquals(List.of(event(2), event(3)), inbox.take(9, 0));
    }

    @Test
    void newsOfTheConnectionNeverWaits() throws InterruptedException {
        inbox.put(event(1));
        inbox.put(event(2));
        inbox.tell(new Input.Lost("x"));
        assertEquals(3, inbox.take(9, 0).size());
    }

    @Test
    void closingLetsTheSenderGoAndKeepsWhatWasThere() throws InterruptedException {
        inbox.put(event(1));
        inbox.put(event(2));
        Thread sender = Thread.startVirtualThread(() -> inbox.put(event(3)));
        Await.until("the sender waits", () -> sender.getState() == Thread.State.WAITING);
        inbox.close();
        sender.join();
        assertEquals(List.of(event(1), event(2)), inbox.take(9, 0));
        assertTrue(inbox.take(9, 60_000).isEmpty());
    }
}
