package dev.sextant.local.doctor;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.direct.exam.Clocks;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.ObservedRequest;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.local.venue.kraken.KrakenPrivateSide;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.MadeMarket;
import dev.sextant.local.venue.kraken.account.AccountSetup;
import dev.sextant.local.venue.kraken.account.FeeTable;
import dev.sextant.local.venue.kraken.account.Fees;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.SystemState;
import dev.sextant.local.venue.kraken.account.Tier;
import dev.sextant.local.venue.kraken.rest.KrakenKey;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The doctor in front of a made-up Kraken over loopback: good keys, bad ones, and bad answers. */
@Timeout(60)
class KrakenExaminationTest {

    private static final String SECRET = "c2VjcmV0LW9mLXRoZS1tYWRlLXZlbnVlLTEyMzQ1Ng==";
    private static final String TRADER = "trader-key-of-the-made-venue";
    private static final String READER = "reader-key-of-the-made-venue";
    private static final List<String> ALL = List.of(
            "kraken_place",
            "kraken_reachable",
            "kraken_clock",
            "kraken_status",
            "kraken_pairs",
            "kraken_key",
            "kraken_key_rights",
            "kraken_key_terms",
            "kraken_nonces",
            "kraken_balances",
            "kraken_fees",
            "kraken_orders",
            "kraken_socket",
            "kraken_tier",
            "kraken_reader");

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong(1_767_225_600_250L);
    private final Map<String, RequestFault> faults = new HashMap<>();
    private final Map<Key, String> settings = new EnumMap<>(Key.class);
    private final Map<String, String> environment =
            new HashMap<>(Map.of("SEXTANT_KRAKEN_API_KEY", TRADER, "SEXTANT_KRAKEN_API_SECRET", SECRET));
    private Map<String, BigDecimal> balances = Map.of("USD", new BigDecimal("10000"), "BTC", BigDecimal.ONE);
    private KrakenKey trader = new KrakenKey(TRADER, SECRET, Right.trading());
    private KrakenKey reader = new KrakenKey(READER, SECRET, Right.reading());
    private Fees fees = Fees.lowestVolume();
    private long offsetMs;
    private @Nullable KrakenVenueServer venue;
    private @Nullable KrakenPrivateSide side;

    private void open() throws Exception {
        KrakenVenueServer server = new KrakenVenueServer(new MadeMarket(11, clock.get()), clock::get);
        venue = server;
        KrakenPrivateSide account = new KrakenPrivateSide(
                server,
                new AccountSetup(Tier.PRO, FeeTable.flat(fees), balances),
                List.of(trader, reader),
                () -> clock.get() + offsetMs,
                new Faults() {
                    @Override
                    public RequestFault onRequest(ObservedRequest request) {
                        return faults.getOrDefault(request.path().replaceAll(".*/", ""), new RequestFault.None());
                    }
                });
        side = account;
        settings.putIfAbsent(Key.KRAKEN_REST_URL, account.rest().toString());
        settings.put(Key.KRAKEN_PRIVATE_WS_URL, account.socket().toString());
        settings.putIfAbsent(Key.KRAKEN_TIER, "pro");
    }

    @AfterEach
    void close() {
        if (side != null) {
            side.close();
        }
        if (venue != null) {
            venue.close();
        }
    }

    private List<Finding> examine() throws Exception {
        if (side == null) {
            open();
        }
        return KrakenExamination.of(
                Settings.resolve(settings, Map.of(), folder),
                environment,
                folder,
                new Clocks(clock::get, () -> clock.get() * 1_000_000, clock::addAndGet));
    }

    /** What is not simply well, by check. */
    private Map<String, Verdict> notWell() throws Exception {
        Map<String, Verdict> found = new TreeMap<>();
        examine().stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .forEach(finding -> found.put(finding.check(), finding.verdict()));
        found.remove("kraken_reader", Verdict.NOT_APPLICABLE);
        return found;
    }

    private String detail(String check) throws Exception {
        return examine().stream()
                .filter(finding -> finding.check().equals(check))
                .map(Finding::detail)
                .findFirst()
                .orElseThrow();
    }

    private static Set<Right> with(Set<Right> rights, Right one) {
        EnumSet<Right> more = EnumSet.copyOf(rights);
        more.add(one);
        return more;
    }

    @Test
    void aGoodKeyPassesEveryCheckAndNothingIsPlaced() throws Exception {
        environment.put("SEXTANT_KRAKEN_READER_API_KEY", READER);
        environment.put("SEXTANT_KRAKEN_READER_API_SECRET", SECRET);
        List<Finding> findings = examine();
        assertEquals(ALL, findings.stream().map(Finding::check).toList());
        assertTrue(findings.stream().allMatch(finding -> finding.verdict() == Verdict.PASS), findings::toString);
        assertEquals(0, requireNonNull(side).exchange().history().all().size());
        assertTrue(detail("kraken_pairs").startsWith("34 pairs on the configured cycles, "), detail("kraken_pairs"));
        assertTrue(detail("kraken_orders").startsWith("would be taken: "), detail("kraken_orders"));
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAW", "WITHDRAW_ADDRESSES"})
    void aKeyThatCanMoveMoneyOutIsRefused(Right right) throws Exception {
        trader = new KrakenKey(TRADER, SECRET, with(Right.trading(), right));
        assertEquals(Map.of("kraken_key_rights", Verdict.FAIL), notWell());
        assertEquals(
                "refused: the key can move money out of the account (" + right.word() + ")",
                detail("kraken_key_rights"));
    }

    @Test
    void aKeyThatOnlyReadsMustNotTrade() throws Exception {
        reader = new KrakenKey(READER, SECRET, with(Right.reading(), Right.CANCEL));
        environment.put("SEXTANT_KRAKEN_READER_API_KEY", READER);
        environment.put("SEXTANT_KRAKEN_READER_API_SECRET", SECRET);
        assertEquals(Map.of("kraken_reader", Verdict.FAIL), notWell());
        assertEquals("refused: the key that only reads can trade (close-trades)", detail("kraken_reader"));
    }

    @Test
    void aKeyThatLacksARightFailsThereAndWhereItIsUsed() throws Exception {
        Set<Right> rights = EnumSet.copyOf(Right.trading());
        rights.remove(Right.SOCKETS);
        trader = new KrakenKey(TRADER, SECRET, rights);
        assertEquals(Map.of("kraken_key_rights", Verdict.FAIL, "kraken_socket", Verdict.FAIL), notWell());
        assertEquals("the key lacks create-ws-token", detail("kraken_key_rights"));
    }

    @Test
    void whatIsMoreThanNeededOrLooseIsWarnedOf() throws Exception {
        trader = new KrakenKey(
                TRADER,
                SECRET,
                with(Right.trading(), Right.LEDGER),
                new KrakenKey.Terms(5_000, clock.get() / 1_000 + 3_600, List.of()));
        fees = new Fees(new BigDecimal("40"), new BigDecimal("25"));
        settings.put(Key.KRAKEN_TIER, "starter");
        assertEquals(
                Map.of(
                        "kraken_key_rights", Verdict.WARN,
                        "kraken_key_terms", Verdict.WARN,
                        "kraken_nonces", Verdict.WARN,
                        "kraken_fees", Verdict.WARN,
                        "kraken_tier", Verdict.WARN),
                notWell());
        assertEquals("the account takes at 40 to 40 basis points, kraken.fee_bps is 26", detail("kraken_fees"));
    }

    @Test
    void aRightNobodyKnowsIsNoPass() throws Exception {
        faults.put(
                "GetApiKeyInfo",
                new RequestFault.Refuse(
                        200,
                        "{\"error\":[],\"result\":{\"nonce\":\"1\",\"nonceWindow\":0,\"permissions\":[\"query-funds\","
                                + "\"query-open-trades\",\"query-closed-trades\",\"modify-trades\",\"close-trades\",\"create-ws-token\","
                                + "\"teleport-funds\"],\"validUntil\":\"0\",\"queryFrom\":\"0\",\"queryTo\":\"0\",\"ipAllowlist\":[\"::1\"]}}"));
        assertEquals(Map.of("kraken_key_rights", Verdict.UNKNOWN), notWell());
    }

    @Test
    void aVenueThatIsNotOnlineFails() throws Exception {
        open();
        requireNonNull(side).set(SystemState.CANCEL_ONLY);
        assertEquals(Map.of("kraken_status", Verdict.FAIL, "kraken_orders", Verdict.FAIL), notWell());
        assertEquals("the venue is cancel_only", detail("kraken_status"));
    }

    @Test
    void withoutAStartAssetNothingCanBeBegun() throws Exception {
        balances = Map.of("BTC", BigDecimal.ONE);
        assertEquals(Map.of("kraken_balances", Verdict.FAIL), notWell());
        assertEquals("nothing to begin a triangle with: no USD and no EUR", detail("kraken_balances"));
    }

    @Test
    void aClockThatIsFarOffFails() throws Exception {
        offsetMs = 20_000;
        assertEquals(Verdict.FAIL, notWell().get("kraken_clock"));
    }

    @Test
    void assetsWithoutACycleFail() throws Exception {
        settings.put(Key.KRAKEN_ASSETS, "USD,EUR,BTC");
        settings.put(Key.KRAKEN_STARTS, "USD");
        faults.put("AssetPairs", new RequestFault.Refuse(200, "{\"error\":[],\"result\":{}}"));
        assertEquals(Verdict.FAIL, notWell().get("kraken_pairs"));
        assertEquals("not asked: the pairs are not known", detail("kraken_key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TradeVolume        | 503 | oops                                     | kraken_fees     | UNKNOWN",
                "TradeVolume        | 200 | {\"error\":[],\"result\":{\"fees\":{}}}      | kraken_fees     | UNKNOWN",
                "BalanceEx          | 200 | {\"error\":[\"EGeneral:Permission denied\"]} | kraken_balances | FAIL",
                "AddOrder           | 200 | {\"error\":[\"EOrder:Order minimum not met\"]} | kraken_orders | FAIL",
                "AddOrder           | 200 | {\"error\":[\"EOrder:Insufficient funds\"]}  | kraken_orders   | PASS",
                "AddOrder           | 502 | ''                                       | kraken_orders   | UNKNOWN",
                "AddOrder           | 200 | {\"error\":[],\"result\":{\"txid\":[\"O\"]}} | kraken_orders   | UNKNOWN",
                "GetWebSocketsToken | 200 | {\"error\":[\"EGeneral:Internal error\"]}    | kraken_socket   | UNKNOWN",
                "GetApiKeyInfo      | 200 | {\"error\":[\"EAPI:Invalid nonce\"]}         | kraken_key      | FAIL",
                "GetApiKeyInfo      | 200 | {\"error\":[],\"result\":{}}                 | kraken_key      | UNKNOWN",
                "SystemStatus       | 200 | {\"error\":[],\"result\":{\"status\":\"odd\"}} | kraken_status | FAIL",
                "subscribe          | 200 | {\"error\":\"EAccount:Invalid permissions\",\"method\":\"subscribe\",\"success\":false,\"req_id\":1} | kraken_socket | UNKNOWN"
            })
    void eachAnswerHasItsVerdict(String method, int status, String body, String check, Verdict verdict)
            throws Exception {
        faults.put(method, new RequestFault.Refuse(status, body));
        List<Finding> findings = examine();
        assertEquals(
                verdict,
                findings.stream()
                        .filter(finding -> finding.check().equals(check))
                        .findFirst()
                        .orElseThrow()
                        .verdict(),
                findings::toString);
    }

    @Test
    void aWrongSecretIsAFailureAndNotShown() throws Exception {
        String other = "YW5vdGhlci1zZWNyZXQtZW50aXJlbHktMTIzNDU2Nzg=";
        environment.put("SEXTANT_KRAKEN_API_SECRET", other);
        List<Finding> findings = examine();
        assertTrue(findings.toString().contains("EAPI:Invalid signature"), findings::toString);
        assertFalse(findings.toString().contains(other));
    }

    @Test
    void whoCannotBeReachedIsAskedNothingMore() throws Exception {
        settings.put(Key.KRAKEN_REST_URL, "http://127.0.0.1:1");
        assertEquals("not asked: Kraken can't be reached", detail("kraken_key"));
    }

    @Test
    void anAddressThatIsNotKrakensIsRefusedBeforeTheKeyIsUsed() throws Exception {
        settings.put(Key.KRAKEN_REST_URL, "https://api.kraken.com.example.org");
        assertEquals(Map.of("kraken_place", Verdict.FAIL), notWell());
        environment.clear();
        settings.put(Key.KRAKEN_REST_URL, "https://api.kraken.com");
        assertTrue(detail("kraken_place").startsWith("Kraken needs a key: set SEXTANT_KRAKEN_API_KEY"));
    }
}
