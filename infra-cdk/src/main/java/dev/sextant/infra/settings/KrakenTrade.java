package dev.sextant.infra.settings;

import dev.sextant.domain.event.Account;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * That triangles are traded at Kraken, and how.
 *
 * @param lane who carries plans out
 * @param currency of the account, in which its limits are
 * @param tier of the account at Kraken: how fast its counter of calls falls
 * @param maxLoss what one plan may lose, in the account's currency
 * @param maxDailyLossR closed loss of a day that halts, in multiples of {@code maxLoss}
 * @param planAgeMs how old a leg's book may be when the functions reserve a plan
 */
public record KrakenTrade(
        Lane lane, String currency, String tier, BigDecimal maxLoss, BigDecimal maxDailyLossR, int planAgeMs) {

    /** Who carries a plan out: one task with the books, or the functions that also trade the desk's own account. */
    public enum Lane {
        DIRECT,
        STREAM;

        /** As in settings and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String REST = "https://api.kraken.com";
    private static final String SOCKET = "wss://ws-auth.kraken.com/v2";
    private static final List<String> TIERS = List.of("starter", "intermediate", "pro");
    private static final int LONGEST_ACCOUNT = 40;

    /** Off unless {@code krakenTrade} is true; only with real money, for there is nowhere else to send an order to. */
    static Optional<KrakenTrade> read(Context in, Mode mode, Optional<KrakenWatch> watch) {
        boolean on = in.flag("krakenTrade", false);
        KrakenTrade trade = new KrakenTrade(
                in.one("krakenLane", "direct", "direct or stream", KrakenTrade::lane, Lane.DIRECT),
                watch.map(books -> books.starts().getFirst()).orElse("USD"),
                in.one("krakenTier", "starter", "starter, intermediate or pro", KrakenTrade::tier, "starter"),
                in.amount("krakenMaxLoss", "5"),
                in.amount("krakenMaxDailyLossR", "3"),
                in.number("krakenPlanAgeMs", 3_000, 1, 60_000));
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
        return on && watch.isPresent() ? Optional.of(trade) : Optional.empty();
    }

    private static Lane lane(String text) {
        return switch (text) {
            case "direct" -> Lane.DIRECT;
            case "stream" -> Lane.STREAM;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String tier(String text) {
        if (!TIERS.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** The account that trades, beside the desk's own. */
    public static Account account(Account desk) {
        String name = desk.name() + "-kraken";
        return new Account(name.substring(0, Math.min(LONGEST_ACCOUNT, name.length())));
    }

    /** As the direct lane is told, beside the books; its key is not among it. */
    public Map<String, String> ofDirect(Mode mode, Account desk) {
        Map<String, String> environment = new TreeMap<>(venue());
        environment.put("SEXTANT_MODE", mode.word());
        environment.put("SEXTANT_DIRECT_ACCOUNT", account(desk).name());
        environment.put("SEXTANT_DIRECT_CURRENCY", currency);
        environment.put("SEXTANT_KRAKEN_PRIVATE_WS_URL", SOCKET);
        return environment;
    }

    /** Where a function asks, and for whom; its key is not among it. */
    public Map<String, String> ofFunction(Account desk) {
        Map<String, String> environment = new TreeMap<>(venue());
        environment.put("SEXTANT_TRIANGLES_ACCOUNT", account(desk).name());
        return environment;
    }

    /** For whom opportunities are framed and confirmed. */
    public Map<String, String> ofFramesFor(Account desk) {
        return Map.of("SEXTANT_TRIANGLES_ACCOUNT", account(desk).name(), "SEXTANT_TRIANGLES_CURRENCY", currency);
    }

    private Map<String, String> venue() {
        return Map.of("SEXTANT_KRAKEN_REST_URL", REST, "SEXTANT_KRAKEN_TIER", tier);
    }
}
