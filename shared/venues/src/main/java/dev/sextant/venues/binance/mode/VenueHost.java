package dev.sextant.venues.binance.mode;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What stands behind an address, judged by its name alone. */
public enum VenueHost {
    /** Binance's exchange, where money is real. */
    PRODUCTION,
    /** One of Binance's test markets. */
    TESTNET,
    /** This machine: a venue server of ours. */
    LOOPBACK,
    /** Anything else. */
    ELSEWHERE;

    private static final List<String> TESTNETS = List.of("binancefuture.com", "binance.vision");
    private static final String EXCHANGE = "binance.com";

    /** Judges an address. Letter case and the dot that may end a host name make no difference to a resolver, so none here. */
    public static VenueHost of(URI address) {
        String host = address.getHost();
        if (host == null) {
            return ELSEWHERE;
        }
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        if (name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}")) {
            return LOOPBACK;
        }
        if (TESTNETS.stream().anyMatch(domain -> within(name, domain))) {
            return TESTNET;
        }
        if (!within(name, EXCHANGE)) {
            return ELSEWHERE;
        }
        return name.startsWith("demo-") || name.startsWith("testnet") ? TESTNET : PRODUCTION;
    }

    private static boolean within(String name, String domain) {
        return name.equals(domain) || name.endsWith("." + domain);
    }
}
