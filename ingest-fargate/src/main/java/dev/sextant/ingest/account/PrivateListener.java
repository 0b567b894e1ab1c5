package dev.sextant.ingest.account;

import dev.sextant.domain.event.Account;

/** Hears a {@link PrivateSocket}. Called from connection threads and from the one that watches. */
public interface PrivateListener {

    /** The stream is there: it was opened, answered a ping, or told something. */
    void onAlive(Account account);

    /** A message as it came. */
    void onMessage(Account account, String text);

    /** The stream is down until the next {@link #onAlive}. */
    void onLost(Account account, String reason);
}
