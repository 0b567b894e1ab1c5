package dev.sextant.direct;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.ingest.config.ConfigException;
import dev.sextant.ingest.config.KrakenVariables;
import dev.sextant.ingest.config.Variables;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.planning.PlanSettings;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.live.KrakenTrading;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the task finds in its environment.
 *
 * @param mode whose money; anything but live never leaves this machine, for Kraken spot has no test market
 * @param credentials of a key that trades; only this task, the placer and the reconciler have one
 */
record DirectSettings(
        WatchSettings watched,
        PlanSettings lane,
        KrakenTrading.Addresses addresses,
        KrakenCredentials credentials,
        Tier tier,
        LaneMode mode) {

    private static final String PREFIX = "SEXTANT_KRAKEN";
    private static final long GOOD_FOR_MS = 2_000;
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z0-9._-]{1,20}");
    private static final URI NOWHERE = URI.create("about:blank");

    /**
     * Reads and checks everything.
     *
     * @throws ConfigException listing every wrong variable
     * @throws IllegalArgumentException naming a variable of the key that is missing or can't be
     */
    static DirectSettings from(Map<String, String> environment) throws ConfigException {
        Variables in = new Variables(environment, List.of());
        Optional<WatchSettings> watched = KrakenVariables.read(in);
        if (watched.isEmpty()) {
            in.problem(PREFIX + "_WS_URL", "", "the address of the public books, ws://… or wss://…");
        }
        String account = required(in, "SEXTANT_DIRECT_ACCOUNT", ACCOUNT, "the account that trades, of a-z, 0-9 and -");
        String currency = required(in, "SEXTANT_DIRECT_CURRENCY", CURRENCY, "the account's currency, for example USD");
        URI rest = address(in, PREFIX + "_REST_URL", "http");
        URI socket = address(in, PREFIX + "_PRIVATE_WS_URL", "ws");
        List<String> tiers = Arrays.stream(Tier.values())
                .map(tier -> tier.name().toLowerCase(Locale.ROOT))
                .toList();
        LaneMode mode =
                in.choice(LaneMode.VARIABLE, "paper", List.of("paper", "live")).equals("live")
                        ? LaneMode.LIVE
                        : LaneMode.PAPER;
        check(in, mode, PREFIX + "_REST_URL", rest);
        check(in, mode, PREFIX + "_PRIVATE_WS_URL", socket);
        if (!account.isEmpty()) {
            mode.faultOf(new Account(account)).ifPresent(right -> in.problem("SEXTANT_DIRECT_ACCOUNT", account, right));
        }
        String tier = in.choice(PREFIX + "_TIER", "starter", tiers);
        in.check();
        WatchSettings books = watched.orElseThrow();
        return new DirectSettings(
                books,
                new PlanSettings(
                        new Account(account),
                        currency,
                        environment.getOrDefault("SEXTANT_DIRECT_STRATEGY", PlanSettings.STRATEGY),
                        environment.getOrDefault("SEXTANT_DIRECT_STRATEGY_VERSION", PlanSettings.VERSION),
                        CyclePlan.Lane.DIRECT,
                        books.limits().staleMs(),
                        GOOD_FOR_MS),
                new KrakenTrading.Addresses(rest, socket),
                KrakenCredentials.fromEnvironment(environment, PREFIX),
                Tier.valueOf(tier.toUpperCase(Locale.ROOT)),
                mode);
    }

    private static void check(Variables in, LaneMode mode, String name, URI address) {
        if (!address.equals(NOWHERE)) {
            mode.faultOf(address).ifPresent(right -> in.problem(name, address.toString(), right));
        }
    }

    private static String required(Variables in, String name, Pattern form, String expected) {
        return in.optional(name, form, expected).orElseGet(() -> {
            in.problem(name, "", expected);
            return "";
        });
    }

    private static URI address(Variables in, String name, String scheme) {
        return in.optionalAddress(name, "", scheme, scheme + "s").orElseGet(() -> {
            in.problem(name, "", scheme + "://… or " + scheme + "s://…");
            return NOWHERE;
        });
    }
}
