package dev.sextant.infra.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.trade.ExpectedSetting;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskSettingsTest {

    @Test
    void withoutAnySettingADeskIsOnTestnet() {
        assertEquals(
                new DeskSettings(
                        Mode.TESTNET,
                        "ap-northeast-1",
                        new Account("testnet-main"),
                        List.of(new Symbol("BTCUSDT")),
                        true,
                        false,
                        KeyKind.ED25519,
                        Optional.empty(),
                        URI.create("https://demo-fapi.binance.com"),
                        new ExpectedSetting(ExpectedSetting.MarginType.CROSSED, 20),
                        limits("5", 2, "500", "1000", "3"),
                        List.of(),
                        Optional.empty(),
                        200,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                DeskSettings.from(Map.of("aws:cdk:enable-path-metadata", true)));
    }

    @Test
    void everySettingCanBeSet() {
        String hash = "0123456789abcdef".repeat(4);
        assertEquals(
                new DeskSettings(
                        Mode.PAPER,
                        "eu-west-1",
                        new Account("paper-2"),
                        List.of(new Symbol("BTCUSDT"), new Symbol("ETHUSDT")),
                        false,
                        true,
                        KeyKind.HMAC,
                        Optional.of("2026-11-21"),
                        URI.create("https://paper.example.com"),
                        new ExpectedSetting(ExpectedSetting.MarginType.ISOLATED, 5),
                        limits("2.5", 3, "300", "600", "4"),
                        List.of(new IpRange("203.0.113.7/32"), new IpRange("198.51.100.0/24")),
                        Optional.of(hash),
                        150,
                        Optional.of("desk@example.com"),
                        Optional.of(new KrakenWatch(List.of("all"), List.of("USDT"), 25, "8.5", "1", 250, 700, "none")),
                        Optional.empty()),
                DeskSettings.from(Map.ofEntries(
                        Map.entry("sextant:mode", "paper"),
                        Map.entry("sextant:region", "eu-west-1"),
                        Map.entry("sextant:account", "paper-2"),
                        Map.entry("sextant:symbols", "BTCUSDT, ETHUSDT"),
                        Map.entry("sextant:running", false),
                        Map.entry("sextant:secureEgress", "true"),
                        Map.entry("sextant:exchangeKey", "hmac"),
                        Map.entry("sextant:keysOf", "2026-11-21"),
                        Map.entry("sextant:venue", "https://paper.example.com"),
                        Map.entry("sextant:marginType", "ISOLATED"),
                        Map.entry("sextant:leverage", 5),
                        Map.entry("sextant:riskPerTrade", "2.5"),
                        Map.entry("sextant:maxPositions", 3),
                        Map.entry("sextant:maxSymbolNotional", "300"),
                        Map.entry("sextant:maxTotalNotional", 600),
                        Map.entry("sextant:maxDailyLossR", "4"),
                        Map.entry("sextant:krakenNews", "none"),
                        Map.entry("sextant:viewers", "203.0.113.7/32,198.51.100.0/24"),
                        Map.entry("sextant:operatorTokenSha256", hash),
                        Map.entry("sextant:budgetUsd", 150),
                        Map.entry("sextant:alarmEmail", "desk@example.com"),
                        Map.entry("sextant:kraken", true),
                        Map.entry("sextant:krakenAssets", "all"),
                        Map.entry("sextant:krakenStarts", "USDT"),
                        Map.entry("sextant:krakenDepth", "25"),
                        Map.entry("sextant:krakenFeeBps", "8.5"),
                        Map.entry("sextant:krakenBufferBps", 1),
                        Map.entry("sextant:krakenMaxNotional", 250),
                        Map.entry("sextant:krakenStaleMs", 700))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mode                | demo        | paper, testnet or live
                    region              | Tokyo       | a region, for example ap-northeast-1
                    account             | My Account  | 1 to 40 of a-z, 0-9 and -
                    symbols             | BTC USDT    | symbols joined by commas, for example BTCUSDT
                    symbols             | ''          | symbols joined by commas, for example BTCUSDT
                    running             | yes         | true or false
                    exchangeKey         | rsa         | ed25519 or hmac
                    keysOf              | a/b         | a word, for example 2026-11-21
                    viewers             | 203.0.113.7 | IPv4 ranges joined by commas, for example 203.0.113.7/32
                    viewers             | 256.0.0.0/8 | IPv4 ranges joined by commas, for example 203.0.113.7/32
                    operatorTokenSha256 | secret      | 64 lower-case hex digits
                    budgetUsd           | 0           | a whole number from 1 to 100000
                    alarmEmail          | nobody      | an address, for example desk@example.com
                    kraken              | maybe       | true or false
                    krakenDepth         | 11          | 10, 25, 100, 500 or 1000
                    krakenFeeBps        | 0.125       | basis points, 0 to 999.99
                    krakenStarts        | GOLD        | some of krakenAssets
                    krakenNews          | spread      | none, trade, ticker, or trade,ticker
                    krakenLane          | both        | direct or stream
                    krakenTier          | gold        | starter, intermediate or pro
                    krakenMaxLoss       | -1          | an amount above 0, for example 5
                    krakenPlanAgeMs     | 0           | a whole number from 1 to 60000
                    riskPerTrade        | 0           | an amount above 0, for example 5
                    maxPositions        | 101         | a whole number from 1 to 100
                    maxSymbolNotional   | 2000        | at most maxTotalNotional, which is 1000
                    krakenAssets        | BTC USD     | assets joined by commas, or all
                    venue               | https://x.y | nothing: mode testnet knows where its orders go
                    """)
    void aWrongValueIsToldInOneLineWithWhatWouldBeRight(String name, String value, String expected) {
        assertEquals(
                List.of("sextant:" + name + " is '" + value + "', expected " + expected),
                problems(Map.of("sextant:" + name, value)));
    }

    @Test
    void aMisspeltNameIsNotIgnored() {
        String problem = problems(Map.of("sextant:secureEgres", "true")).getFirst();
        assertTrue(problem.startsWith("sextant:secureEgres is no setting, expected one of sextant:account, "), problem);
    }

    @Test
    void paperNeedsAVenueForTheStacksBringNone() {
        assertEquals(
                List.of("sextant:venue is '', expected the address of a paper venue, for the stacks bring none yet;"
                        + " or mode testnet"),
                problems(Map.of("sextant:mode", "paper")));
    }

    @Test
    void paperOrdersNeverGoToAnExchangeAndAnAccountIsOfItsMode() {
        assertEquals(
                List.of("sextant:venue is 'https://fapi.binance.com', expected mode paper and the venue"
                        + " https://fapi.binance.com disagree: paper orders never go to an exchange, expected a venue server"
                        + " of your own"),
                problems(Map.of("sextant:mode", "paper", "sextant:venue", "https://fapi.binance.com")));
        assertEquals(
                List.of("sextant:account is 'live-main', expected an account of this mode: account live-main is of mode"
                        + " live, not of testnet: an account belongs to one mode for ever"),
                problems(Map.of("sextant:account", "live-main")));
    }

    @Test
    void liveNeedsSomebodyToHearOfAlarms() {
        assertEquals(
                List.of("sextant:alarmEmail is '', expected who is to hear of alarms while real money is at stake"),
                problems(Map.of("sextant:mode", "live")));
    }

    @Test
    void liveLeavesThroughAFixedAddressAndNobodyCanTurnThatOff() {
        assertTrue(DeskSettings.from(live(Map.of())).secureEgress());
        assertEquals(
                List.of("sextant:secureEgress is 'false', expected true: keys that trade must be tied to one address"),
                problems(live(Map.of("sextant:secureEgress", "false"))));
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1,the United States",
        "us-west-2,the United States",
        "us-gov-west-1,the United States",
        "ca-central-1,Canada",
        "ca-west-1,Canada",
        "ap-southeast-5,Malaysia"
    })
    void liveRefusesRegionsThatBinanceRefuses(String region, String country) {
        assertEquals(
                List.of("sextant:region is '" + region
                        + "', expected a region from which Binance takes orders: it refuses " + country),
                problems(live(Map.of("sextant:region", region))));
    }

    @ParameterizedTest
    @CsvSource({"ap-northeast-1", "eu-west-1", "eu-central-1", "ap-southeast-1", "sa-east-1"})
    void liveTakesTheOthers(String region) {
        assertFalse(DeskSettings.from(live(Map.of("sextant:region", region)))
                .refusedCountry()
                .isPresent());
    }

    private static FirstLimits limits(String risk, int positions, String symbol, String total, String day) {
        return new FirstLimits(
                new BigDecimal(risk), positions, new BigDecimal(symbol), new BigDecimal(total), new BigDecimal(day));
    }

    private static Map<String, Object> live(Map<String, Object> more) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("sextant:mode", "live", "sextant:alarmEmail", "a@b.example"));
        settings.putAll(more);
        return settings;
    }

    private static List<String> problems(Map<String, Object> context) {
        return String.valueOf(assertThrows(SettingsException.class, () -> DeskSettings.from(context))
                        .getMessage())
                .lines()
                .toList();
    }
}
