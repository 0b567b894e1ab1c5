package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.doctor.Examination;
import dev.sextant.local.doctor.Finding;
import dev.sextant.local.doctor.Verdict;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.ObservedRequest;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.local.venue.rest.Rights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doctor in front of a venue server whose market is now, over real HTTP: good keys, bad ones, and bad answers. */
@Timeout(60)
class DoctorOverLoopbackTest {

    private static final ApiKey KEY = RestClient.KEY;
    private static final List<String> ALL = List.of(
            "state",
            "strategies",
            "limits",
            "place",
            "reachable",
            "clock",
            "filters",
            "key",
            "key_rights",
            "key_addresses",
            "position_mode",
            "account",
            "margin",
            "orders_and_positions",
            "balance");

    private static final long STARTING_MS = 1_000;
    /** Longer than it takes to listen: rather is this machine behind than ahead, which is suffered less. */
    private static final long NEARLY_MS = 2_000;

    @TempDir
    private Path folder;

    private final List<VenueServer> opened = new ArrayList<>();

    /** @param aheadMs how far its clock is ahead of this machine's; what it takes to listen comes off that */
    private void open(ApiKey key, long aheadMs, Faults faults, UnaryOperator<VenueServerConfig> more) throws Exception {
        Path file = folder.resolve("now.txt");
        long firstMs = System.currentTimeMillis() + STARTING_MS + Math.max(0, aheadMs);
        TinyCapture.write(file, firstMs, 90, 60_000);
        VenueServer venue =
                VenueServer.start(more.apply(VenueServerConfig.of(file, key).withFaults(faults)));
        opened.add(venue);
        // Its time stands still until somebody listens.
        LiveFloor.await(() -> System.currentTimeMillis() >= firstMs - aheadMs);
        StreamClient.listening(venue, Floor.TRADES_AND_MARKS);
    }

    private void open(ApiKey key) throws Exception {
        open(key, NEARLY_MS, Faults.none(), config -> config);
    }

    @AfterEach
    void close() {
        opened.forEach(VenueServer::close);
    }

    private Map<Key, String> settings(String mode) {
        VenueServer venue = opened.getFirst();
        Map<Key, String> settings = new EnumMap<>(Map.of(
                Key.MODE, mode,
                Key.RISK_PER_TRADE, "20",
                Key.MAX_POSITIONS, "4",
                Key.MAX_SYMBOL_NOTIONAL, "50000",
                Key.MAX_TOTAL_NOTIONAL, "100000",
                Key.MAX_DAILY_LOSS_R, "5",
                Key.MARGIN_TYPE, "CROSSED",
                Key.LEVERAGE, "20"));
        settings.put(Key.LIVE_REST_URL, venue.httpUri().toString());
        settings.put(Key.LIVE_WS_URL, venue.wsUri().toString());
        settings.put(Key.LIVE_WALLET_URL, venue.httpUri().toString());
        settings.put(Key.TESTNET_REST_URL, venue.httpUri().toString());
        settings.put(Key.TESTNET_WS_URL, venue.wsUri().toString());
        settings.put(
                Key.STRATEGIES,
                Path.of("..").toAbsolutePath().normalize().resolve("strategies").toString());
        return settings;
    }

    private static Map<String, String> environment(ApiKey key) {
        Map<String, String> environment = new HashMap<>();
        for (String mode : List.of("LIVE", "TESTNET")) {
            environment.put("SEXTANT_" + mode + "_API_KEY", key.key());
            environment.put("SEXTANT_" + mode + "_API_SECRET", key.secret());
        }
        return environment;
    }

    private Examination examine(Map<Key, String> settings, ApiKey key) throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        return Examination.of(
                Settings.resolve(settings, Map.of(), home), environment(key), home, folder.resolve("state"));
    }

    private Examination live() throws Exception {
        return examine(settings("live"), KEY);
    }

    private static Finding finding(Examination seen, String check) {
        return seen.findings().stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + check + " in " + seen.findings()));
    }

    /** What does not pass, by check. */
    private static Map<String, Verdict> bad(Examination seen) {
        Map<String, Verdict> bad = new TreeMap<>();
        seen.findings().stream()
                .filter(finding -> !finding.verdict().passes())
                .forEach(finding -> bad.put(finding.check(), finding.verdict()));
        return bad;
    }

    @Test
    void aGoodKeyPassesEveryCheck() throws Exception {
        open(KEY);
        Examination seen = live();
        assertEquals(Map.of(), bad(seen), seen::objections);
        assertEquals(ALL, seen.findings().stream().map(Finding::check).toList());
        assertTrue(seen.passed());
        assertEquals("100000", seen.money().orElseThrow().stripTrailingZeros().toPlainString());
        assertEquals(
                "reading and futures, and no way to move money out",
                finding(seen, "key_rights").detail());
    }

    @Test
    void aTestnetKeyHasNothingToWithdraw() throws Exception {
        open(KEY.withRights(Rights.careful().withWithdrawals(true)));
        Examination seen = examine(settings("testnet"), KEY);
        assertTrue(seen.passed(), seen::objections);
        Finding rights = finding(seen, "key_rights");
        assertEquals(Verdict.NOT_APPLICABLE, rights.verdict());
        assertEquals("not applicable: a testnet key has nothing to withdraw", rights.detail());
    }

    @ParameterizedTest
    @CsvSource({
        "true,  false, false, enableWithdrawals",
        "false, true,  false, enableInternalTransfer",
        "false, false, true,  permitsUniversalTransfer"
    })
    void aKeyThatCanMoveMoneyOutIsRefused(boolean withdraw, boolean internal, boolean universal, String right)
            throws Exception {
        open(KEY.withRights(Rights.careful()
                .withWithdrawals(withdraw)
                .withInternalTransfers(internal)
                .withUniversalTransfers(universal)));
        Examination seen = live();
        assertEquals(Map.of("key_rights", Verdict.FAIL), bad(seen));
        assertEquals(
                "refused: the key can move money out of the account (" + right + ")",
                finding(seen, "key_rights").detail());
    }

    @Test
    void aKeyThatWorksFromAnywhereOrDoesMoreThanNeededIsWarnedOf() throws Exception {
        open(KEY.withRights(Rights.careful().withTiedToAddresses(false).withSpot(true)));
        Examination seen = live();
        assertTrue(seen.passed(), seen::objections);
        assertEquals(Verdict.WARN, finding(seen, "key_addresses").verdict());
        assertEquals(Verdict.WARN, finding(seen, "key_rights").verdict());
    }

    @Test
    void aKeyWithoutFuturesIsToldBySideAndByRight() throws Exception {
        open(KEY.withRights(Rights.careful().withFutures(false)));
        Examination seen = live();
        assertTrue(finding(seen, "key").detail().contains("-2015"), seen::objections);
        assertEquals(Verdict.FAIL, finding(seen, "key").verdict());
        assertEquals("the key lacks enableFutures", finding(seen, "key_rights").detail());
        assertEquals(Verdict.UNKNOWN, finding(seen, "margin").verdict());
        assertEquals("not asked: the key is refused", finding(seen, "margin").detail());
        assertFalse(seen.passed());
    }

    @ParameterizedTest
    @CsvSource({
        "loopback-desk-api-key, another-secret-entirely, -1022",
        "loopback-desk-api-kez, loopback-desk-secret-0, -2015"
    })
    void aWrongSecretAndAWrongKeyAreFailuresWithTheirCode(String key, String secret, String code) throws Exception {
        open(KEY);
        Examination seen = examine(settings("live"), new ApiKey(key, secret));
        assertEquals(Verdict.FAIL, finding(seen, "key").verdict());
        assertTrue(finding(seen, "key").detail().contains(code), seen::objections);
        assertEquals(Verdict.FAIL, finding(seen, "key_rights").verdict());
        assertFalse(seen.objections().contains(secret), "a secret is in no message");
    }

    @Test
    void aClockThatIsOffFails() throws Exception {
        open(KEY, 9_000, Faults.none(), config -> config);
        assertEquals(Map.of("clock", Verdict.FAIL), bad(live()));
    }

    @Test
    void aClockThatIsAheadFailsSooner() throws Exception {
        open(KEY, -2_000, Faults.none(), config -> config);
        Examination seen = live();
        assertEquals(Map.of("clock", Verdict.FAIL), bad(seen));
        assertTrue(finding(seen, "clock").detail().contains("ahead of the exchange"), seen::objections);
    }

    private static Faults at(String path, RequestFault fault) {
        return new Faults() {
            @Override
            public RequestFault onRequest(ObservedRequest request) {
                return request.path().equals(path) ? fault : new RequestFault.None();
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sapi/v1/account/apiRestrictions | 503 | Service Unavailable                | key_rights",
                "/sapi/v1/account/apiRestrictions | 200 | {\"ipRestrict\":true,\"enableRead  | key_rights",
                "/sapi/v1/account/apiRestrictions | 200 | {\"enableWithdrawals\":false}      | key_rights",
                "/fapi/v3/balance                 | 500 | oops                               | key",
                "/fapi/v3/balance                 | 200 | [{\"asset\":\"USDT\",\"bal         | key",
                "/fapi/v1/symbolConfig            | 504 | ''                                 | margin",
                "/fapi/v1/accountConfig           | 200 | {\"canTrade\":true}                | account",
                "/fapi/v1/positionSide/dual       | 200 | {\"dualSidePosition\":\"false\"}   | position_mode",
                "/fapi/v3/positionRisk            | 200 | {}                                 | orders_and_positions",
                "/fapi/v1/exchangeInfo            | 502 | ''                                 | filters"
            })
    void whatIsNotAnsweredOrNotWhollyIsUnknownAndNoPass(String path, int status, String body, String check)
            throws Exception {
        open(KEY, NEARLY_MS, at(path, new RequestFault.Refuse(status, body)), config -> config);
        Examination seen = live();
        assertEquals(Verdict.UNKNOWN, finding(seen, check).verdict(), seen::objections);
        assertFalse(seen.passed());
    }

    @Test
    void settingsOfTheAccountThatDifferAreNamedAndLeftAlone() throws Exception {
        open(KEY);
        Map<Key, String> settings = settings("live");
        settings.put(Key.LEVERAGE, "3");
        settings.put(Key.MARGIN_TYPE, "ISOLATED");
        Examination seen = examine(settings, KEY);
        assertEquals(Map.of("margin", Verdict.FAIL), bad(seen));
        assertEquals(
                "BTCUSDT has margin type CROSSED, expected ISOLATED; BTCUSDT has leverage 20, expected 3",
                finding(seen, "margin").detail());
    }

    @Test
    void hedgeModeMultiAssetsAndTooLittleMoneyAreEachACheckOfTheirOwn() throws Exception {
        Map<String, String> bodies = Map.of(
                "/fapi/v1/positionSide/dual", "{\"dualSidePosition\":true}",
                "/fapi/v1/accountConfig", "{\"canTrade\":true,\"multiAssetsMargin\":true}",
                "/fapi/v3/balance", "[{\"asset\":\"USDT\",\"balance\":\"39.99\"}]");
        open(
                KEY,
                NEARLY_MS,
                new Faults() {
                    @Override
                    public RequestFault onRequest(ObservedRequest request) {
                        String body = bodies.get(request.path());
                        return body == null ? new RequestFault.None() : new RequestFault.Refuse(200, body);
                    }
                },
                config -> config);
        assertEquals(
                Map.of("position_mode", Verdict.FAIL, "account", Verdict.FAIL, "balance", Verdict.FAIL), bad(live()));
    }

    @Test
    void whatSomebodyElseHasOpenIsShownAndWarnedOf() throws Exception {
        open(KEY);
        RestClient hand = new RestClient(opened.getFirst());
        String order =
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.004&price=58000&newClientOrderId=by-hand";
        assertEquals(200, hand.signed("POST", "/fapi/v1/order", order).status());
        Examination seen = live();
        assertTrue(seen.passed(), seen::objections);
        assertEquals(Verdict.WARN, finding(seen, "orders_and_positions").verdict());
        assertEquals(
                "order by-hand in BTCUSDT",
                finding(seen, "orders_and_positions").detail());
    }

    @Test
    void aSymbolThatIsNotListedFails() throws Exception {
        open(KEY);
        Map<Key, String> settings = settings("live");
        settings.put(Key.SYMBOLS, "BTCUSDT,DOGEUSDT");
        Examination seen = examine(settings, KEY);
        assertEquals(Verdict.FAIL, finding(seen, "filters").verdict());
        assertTrue(finding(seen, "margin").detail().contains("DOGEUSDT"), seen::objections);
    }

    @Test
    void whoCannotBeReachedIsAskedNothingMore() throws Exception {
        open(KEY);
        Map<Key, String> settings = settings("live");
        settings.put(Key.LIVE_REST_URL, "http://127.0.0.1:1");
        Examination seen = examine(settings, KEY);
        assertEquals(Verdict.FAIL, finding(seen, "reachable").verdict());
        assertEquals(
                "not asked: the exchange can't be reached", finding(seen, "key").detail());
    }

    @Test
    void anAddressOfAnotherModeIsRefusedBeforeTheKeyIsUsed() throws Exception {
        open(KEY);
        Map<Key, String> settings = settings("live");
        settings.put(Key.LIVE_REST_URL, "https://demo-fapi.binance.com");
        Examination seen = examine(settings, KEY);
        assertEquals(Map.of("place", Verdict.FAIL), bad(seen));
        settings.put(Key.LIVE_REST_URL, "https://fapi.binance.com");
        settings.put(Key.LIVE_WS_URL, "wss://fstream.binance.com");
        seen = examine(settings, KEY);
        assertTrue(finding(seen, "place").detail().contains("expected both at the exchange"), seen::objections);
        assertTrue(seen.place().isEmpty());
    }
}
