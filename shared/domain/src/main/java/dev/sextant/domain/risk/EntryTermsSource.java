package dev.sextant.domain.risk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;

/** Where {@link EntryTerms} are read, both at once: each call is on an entry's way. Always the current ones. */
@FunctionalInterface
public interface EntryTermsSource {

    EntryTerms find(Account account, Symbol symbol);
}
