package dev.sextant.domain.risk;

import dev.sextant.domain.event.Account;
import java.util.Optional;

/** Where an account's settings are read; always the current ones. */
@FunctionalInterface
public interface AccountSettingsSource {

    /** The settings, or empty when the account is not configured. */
    Optional<AccountSettings> find(Account account);
}
