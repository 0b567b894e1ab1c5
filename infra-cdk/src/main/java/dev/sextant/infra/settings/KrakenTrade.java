package dev.sextant.infra.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * That a direct lane trades triangles at Kraken, and how.
 *
 * @param currency of the account, in which its limits are
 * @param tier of the account at Kraken: how fast its counter of calls falls
 */
public record KrakenTrade(String currency, String tier) {

    private static final String REST = "https://api.kraken.com";
    private static final String SOCKET = "wss://ws-auth.kraken.com/v2";
    private static final List<String> TIERS = List.of("starter", "intermediate", "pro");
    private static final int LONGEST_ACCOUNT = 40;

    /** Off unless {@code krakenTrade} is true; only with real money, for there is nowhere else to send an order to. */
    static Optional<KrakenTrade> read(Context in, Mode mode, Optional<KrakenWatch> watch) {
        boolean on = in.flag("krakenTrade", false);
        String tier = in.one(
                "krakenTier",
                "starter",
                "starter, intermediate or pro",
                text -> {
                    if (!TIERS.contains(text)) {
                        throw new IllegalArgumentException(text);
                    }
                    return text;
                },
                "starter");
        if (on && mode != Mode.LIVE) {
            in.problem(
                    "krakenTrade",
                    "true",
                    "false in mode " + mode.word()
                            + ": Kraken spot has no test market, and no paper venue of it runs on AWS; or mode live");
        }
        if (on && watch.isEmpty()) {
            in.problem("krakenTrade", "true", "false, or kraken true: whoever trades triangles watches the books");
        }
        return on && watch.isPresent()
                ? Optional.of(new KrakenTrade(watch.get().starts().getFirst(), tier))
                : Optional.empty();
    }

    /** The account that trades, beside the desk's own. */
    public static String account(String desk) {
        String name = desk + "-kraken";
        return name.substring(0, Math.min(LONGEST_ACCOUNT, name.length()));
    }

    /** As the direct lane is told, beside the books; its key is not among it. */
    public Map<String, String> environment(Mode mode, String deskAccount) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SEXTANT_MODE", mode.word());
        environment.put("SEXTANT_DIRECT_ACCOUNT", account(deskAccount));
        environment.put("SEXTANT_DIRECT_CURRENCY", currency);
        environment.put("SEXTANT_KRAKEN_REST_URL", REST);
        environment.put("SEXTANT_KRAKEN_PRIVATE_WS_URL", SOCKET);
        environment.put("SEXTANT_KRAKEN_TIER", tier);
        return environment;
    }
}
