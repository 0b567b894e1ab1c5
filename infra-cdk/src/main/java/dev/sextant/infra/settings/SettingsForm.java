package dev.sextant.infra.settings;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.mode.ModeCheck;
import dev.sextant.venues.binance.trade.ExpectedSetting;
import dev.sextant.venues.binance.trade.ExpectedSetting.MarginType;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Reads each setting, and judges those that hang together. */
final class SettingsForm {

    private static final URI NO_VENUE = URI.create("https://venue.invalid");
    private static final String NOBODY = "";
    private static final int USUAL_LEVERAGE = 20;
    private static final int MOST_LEVERAGE = 125;
    private static final int MOST_DOLLARS = 100_000;

    private SettingsForm() {}

    static DeskSettings read(Context in) {
        Mode mode = in.one("mode", "testnet", "paper, testnet or live", SettingsForm::mode, Mode.TESTNET);
        Optional<KrakenWatch> kraken = KrakenWatch.read(in);
        DeskSettings settings = new DeskSettings(
                mode,
                in.one("region", "ap-northeast-1", "a region, for example ap-northeast-1", SettingsForm::region, ""),
                in.one(
                        "account",
                        mode.word() + "-main",
                        "1 to 40 of a-z, 0-9 and -",
                        Account::new,
                        new Account("none")),
                in.list("symbols", "BTCUSDT", "symbols joined by commas, for example BTCUSDT", Symbol::new),
                in.flag("running", true),
                in.flag("secureEgress", mode == Mode.LIVE),
                in.one("exchangeKey", "ed25519", "ed25519 or hmac", SettingsForm::keyKind, KeyKind.ED25519),
                in.optional("keysOf", "[A-Za-z0-9-]{1,40}", "a word, for example 2026-11-21"),
                venue(in, mode),
                new ExpectedSetting(
                        in.one("marginType", "CROSSED", "CROSSED or ISOLATED", MarginType::valueOf, MarginType.CROSSED),
                        in.number("leverage", USUAL_LEVERAGE, 1, MOST_LEVERAGE)),
                FirstLimits.read(in),
                in.list("viewers", NOBODY, "IPv4 ranges joined by commas, for example 203.0.113.7/32", IpRange::new),
                in.optional("operatorTokenSha256", "[0-9a-f]{64}", "64 lower-case hex digits"),
                in.number("budgetUsd", 200, 1, MOST_DOLLARS),
                in.optional("alarmEmail", "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "an address, for example desk@example.com"),
                kraken,
                KrakenTrade.read(in, mode, kraken));
        ModeCheck.ofAccount(mode.trading(), settings.account())
                .ifPresent(why -> in.problem("account", settings.account().name(), "an account of this mode: " + why));
        if (mode == Mode.LIVE) {
            checkLive(in, settings);
        }
        in.check();
        return settings;
    }

    private static Mode mode(String text) {
        return switch (text) {
            case "paper" -> Mode.PAPER;
            case "testnet" -> Mode.TESTNET;
            case "live" -> Mode.LIVE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static KeyKind keyKind(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "ed25519" -> KeyKind.ED25519;
            case "hmac" -> KeyKind.HMAC;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String region(String text) {
        if (!text.matches("[a-z]{2}(-[a-z]+)+-\\d")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** Testnet and live know theirs; who trades on paper must name the venue server. */
    private static URI venue(Context in, Mode mode) {
        Optional<String> named =
                in.optional("venue", "https?://[^/\\s]+", "https://host[:port] without a slash at the end");
        if (mode == Mode.PAPER) {
            if (named.isEmpty()) {
                in.problem("venue", "", "the address of a paper venue, for the stacks bring none yet; or mode testnet");
            }
            URI venue = named.map(URI::create).orElse(NO_VENUE);
            ModeCheck.ofAddress(mode.trading(), venue).ifPresent(why -> in.problem("venue", venue.toString(), why));
            return venue;
        }
        if (named.isPresent()) {
            in.problem("venue", named.get(), "nothing: mode " + mode.word() + " knows where its orders go");
        }
        return mode.venue().orElse(NO_VENUE);
    }

    private static void checkLive(Context in, DeskSettings settings) {
        settings.refusedCountry()
                .ifPresent(country -> in.problem(
                        "region",
                        settings.region(),
                        "a region from which Binance takes orders: it refuses " + country));
        if (!settings.secureEgress()) {
            in.problem("secureEgress", "false", "true: keys that trade must be tied to one address");
        }
        if (settings.alarmEmail().isEmpty()) {
            in.problem("alarmEmail", "", "who is to hear of alarms while real money is at stake");
        }
    }
}
