package dev.sextant.ingest.account;

import dev.sextant.domain.event.Account;
import dev.sextant.ingest.store.StoreException;
import java.util.Optional;

/** Where the key of an account's private stream is read; the reconciler gets it from the venue and keeps it fresh. */
@FunctionalInterface
public interface PrivateKeys {

    /** For a desk without private streams. */
    PrivateKeys NONE = account -> Optional.empty();

    /** The key that is valid now, or empty. A secret: never logged. */
    Optional<String> current(Account account) throws StoreException;
}
