package dev.sextant.local.doctor;

import dev.sextant.direct.exam.Subject;
import dev.sextant.domain.order.NonceSource;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.KrakenHost;
import dev.sextant.venues.kraken.trade.live.KrakenTrading;
import dev.sextant.venues.kraken.trade.nonce.MonotonicNonces;
import dev.sextant.venues.kraken.trade.nonce.NonceMemory;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Where Kraken is, whose keys are looked at, and what would be traded: out of settings, environment and key files. */
final class KrakenPlace {

    private static final String PREFIX = "SEXTANT_KRAKEN";
    private static final String ALL = "all";

    private KrakenPlace() {}

    /**
     * Reads settings and keys. Refuses addresses that are not Kraken's before it looks for a key.
     *
     * @param home where relative paths begin
     * @throws IllegalArgumentException in one line, when something is missing, readable by others or no address of Kraken
     */
    static Subject of(Settings settings, Map<String, String> environment, Path home) {
        URI rest = address(settings, Key.KRAKEN_REST_URL, "https");
        URI socket = address(settings, Key.KRAKEN_PRIVATE_WS_URL, "wss");
        Path file = settings.path(Key.KRAKEN_KEY_FILE, home);
        KrakenCredentials trader = key(PREFIX, environment, file)
                .orElseThrow(() -> new IllegalArgumentException("Kraken needs a key: set " + PREFIX + "_API_KEY and "
                        + PREFIX + "_API_SECRET, or write {\"api_key\":\"…\",\"api_secret\":\"…\"} to " + file
                        + " and chmod 600 it"));
        Optional<KrakenCredentials> reader =
                key(PREFIX + "_READER", environment, settings.path(Key.KRAKEN_READER_KEY_FILE, home));
        return new Subject(
                new KrakenTrading.Addresses(rest, socket),
                trader,
                nonces(),
                reader.map(key -> new Subject.Reader(key, nonces())),
                Tier.valueOf(settings.text(Key.KRAKEN_TIER).toUpperCase(Locale.ROOT)),
                feed(settings));
    }

    private static URI address(Settings settings, Key key, String secure) {
        URI address = URI.create(settings.text(key));
        KrakenHost host = KrakenHost.of(address);
        boolean kraken = host == KrakenHost.EXCHANGE && secure.equals(address.getScheme());
        if (host != KrakenHost.LOOPBACK && !kraken) {
            throw new IllegalArgumentException(key.path() + " is '" + address
                    + "', expected an address of Kraken's over " + secure + ", or one of this machine");
        }
        return address;
    }

    private static Optional<KrakenCredentials> key(String prefix, Map<String, String> environment, Path file) {
        return KeyFile.variables(prefix, environment, file)
                .map(variables -> KrakenCredentials.fromEnvironment(variables, prefix));
    }

    /** Later than what any desk that has stopped drew for the key. */
    private static NonceSource nonces() {
        return new MonotonicNonces(() -> System.currentTimeMillis() * 1_000, new NonceMemory() {
            @Override
            public OptionalLong last() {
                return OptionalLong.empty();
            }

            @Override
            public void keep(long nonce) {}
        });
    }

    private static FeedSettings feed(Settings settings) {
        List<String> assets = list(settings, Key.KRAKEN_ASSETS);
        return new FeedSettings(
                settings.number(Key.KRAKEN_DEPTH),
                list(settings, Key.KRAKEN_STARTS),
                assets.equals(List.of(ALL)) ? Set.of() : Set.copyOf(assets),
                settings.number(Key.KRAKEN_LEGS),
                new BigDecimal(settings.text(Key.KRAKEN_FEE_BPS))
                        .movePointRight(2)
                        .intValueExact());
    }

    private static List<String> list(Settings settings, Key key) {
        return Arrays.asList(settings.text(key).split(",", -1));
    }
}
