package dev.sextant.direct;

import dev.sextant.domain.event.Account;
import dev.sextant.venues.kraken.trade.KrakenHost;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whose money a lane trades. Kraken spot has no test market, so there are two. */
enum LaneMode {
    /** Orders go to a venue server on this machine; money is made up. */
    PAPER,
    /** Real orders, real money. */
    LIVE;

    /** Where it is read, as by the functions; without it a lane is of {@link #PAPER}. */
    static final String VARIABLE = "SEXTANT_MODE";

    private static final List<String> ALL_WORDS = List.of("paper", "testnet", "live");

    /** As it stands in settings and in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an address should be instead; empty when orders may go there. Loopback fits both: nothing of value is there. */
    Optional<String> faultOf(URI address) {
        KrakenHost host = KrakenHost.of(address);
        if (host == KrakenHost.LOOPBACK || (this == LIVE && host == KrakenHost.EXCHANGE)) {
            return Optional.empty();
        }
        return Optional.of(
                this == LIVE
                        ? "https:// or wss:// at kraken.com, or loopback"
                        : "loopback: in mode " + word() + " nothing goes to an exchange");
    }

    /** The same of an account: a name that begins with another mode's word is of that mode. */
    Optional<String> faultOf(Account account) {
        return ALL_WORDS.stream()
                .filter(other -> !other.equals(word()) && account.name().startsWith(other + "-"))
                .map(other -> "an account of mode " + word() + ", not of " + other)
                .findFirst();
    }
}
