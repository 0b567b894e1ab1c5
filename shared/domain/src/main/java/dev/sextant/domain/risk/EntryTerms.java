package dev.sextant.domain.risk;

import dev.sextant.domain.instrument.Instrument;
import java.util.Optional;

/**
 * What an entry is sized with.
 *
 * @param account the account's settings, or empty when it is not configured
 * @param instrument the symbol's filters, or empty when they are not known
 */
public record EntryTerms(Optional<AccountSettings> account, Optional<Instrument> instrument) {}
