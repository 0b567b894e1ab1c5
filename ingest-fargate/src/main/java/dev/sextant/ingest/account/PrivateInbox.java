package dev.sextant.ingest.account;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.ingest.inbox.Inbox;
import dev.sextant.ingest.inbox.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what the private streams tell into the {@link Inbox}, beside the market's events. They are few and never wait. */
public final class PrivateInbox implements PrivateListener {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateInbox.class);

    private final Inbox inbox;

    public PrivateInbox(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void onAlive(Account account) {
        inbox.tell(new Input.PrivateAlive(account));
    }

    @Override
    public void onMessage(Account account, String text) {
        RawMessage.of(text)
                .ifPresentOrElse(
                        message -> inbox.tell(
                                new Input.Private(new PrivateEvent(account, message.eventTimeMs(), message.payload()))),
                        () -> LOG.error(
                                "a private message of {} with {} characters is dropped, expected an object with an event"
                                        + " time E; REST tells the same",
                                account,
                                text.length()));
    }

    @Override
    public void onLost(Account account, String reason) {
        inbox.tell(new Input.PrivateLost(account));
    }
}
