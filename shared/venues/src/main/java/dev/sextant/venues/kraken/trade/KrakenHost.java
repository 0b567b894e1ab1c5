package dev.sextant.venues.kraken.trade;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** What stands behind an address, judged by its name and scheme alone. Kraken has no test market for spot. */
public enum KrakenHost {
    /** Kraken itself, over TLS. */
    EXCHANGE,
    /** Kraken's name without TLS: a key would travel in the open. */
    EXCHANGE_IN_THE_OPEN,
    /** This machine: a venue server of ours. */
    LOOPBACK,
    /** Anything else. */
    ELSEWHERE;

    private static final String EXCHANGE_NAME = "kraken.com";
    private static final Set<String> SECURE = Set.of("https", "wss");

    /** Judges an address. Letter case and the dot that may end a host name make no difference to a resolver, so none here. */
    public static KrakenHost of(URI address) {
        String name = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        if (name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}")) {
            return LOOPBACK;
        }
        if (!name.equals(EXCHANGE_NAME) && !name.endsWith("." + EXCHANGE_NAME)) {
            return ELSEWHERE;
        }
        return SECURE.contains(String.valueOf(address.getScheme())) ? EXCHANGE : EXCHANGE_IN_THE_OPEN;
    }
}
