package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.RequestLedger;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.recorder.HistoryUnavailableException;
import dev.sextant.ingest.recorder.RestTradeHistory;
import dev.sextant.ingest.recorder.TradeHistory;
import dev.sextant.platform.orders.SqlRequestLedger;
import dev.sextant.platform.sql.Sql;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.BinanceVenues;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row for all who send from an address: two adapters of two processes over loopback, and the classes of requests. */
class RequestLedgerTest {

    private final OrderDesk desk = new OrderDesk();
    private final SqlRequestLedger ledger = new SqlRequestLedger(desk.sql, "fapi.binance.com", "egress-1", "");

    @AfterEach
    void close() {
        desk.close();
    }

    private boolean mayLeave(String kind, int weight, int orders) {
        return ledger.take(new RequestLedger.Wish(kind, weight, orders, 100)).isEmpty();
    }

    private void venueSays(long usedWeight, Map<String, Long> orders) {
        ledger.tell(new RequestLedger.Said(OptionalLong.of(usedWeight), orders, 0, ""));
    }

    @Test
    void entriesAndReadsLeaveTheLastFifthToWhatLooksAfterOrders() {
        assertTrue(mayLeave("read", 1, 0));
        venueSays(80, Map.of());
        assertEquals(false, mayLeave("entry", 1, 1) || mayLeave("read", 1, 0));
        assertTrue(mayLeave("reconciliation", 10, 0) && mayLeave("cancel", 10, 0));
        assertEquals(false, mayLeave("cancel", 1, 0), "that is all there was");
        assertEquals("100", desk.one(Sql.of("select used_weight::text as x from ops.request_budgets")));
    }

    @ParameterizedTest
    @CsvSource({"10S, 240", "1M, 960"})
    void entriesStopAtFourFifthsOfTheOrdersAndExitsGoOn(String interval, long orders) {
        assertTrue(mayLeave("entry", 0, 1));
        venueSays(0, Map.of(interval, orders));
        assertEquals(false, mayLeave("entry", 0, 1));
        assertTrue(mayLeave("exit", 0, 1));
    }

    @Test
    void anAnswerWithoutCountsBeginsTheNewMinuteAtNothing() {
        assertTrue(mayLeave("entry", 60, 1));
        desk.sql.update(Sql.of("update ops.request_budgets set minute = minute - interval '1 minute'"));
        ledger.tell(new RequestLedger.Said(OptionalLong.empty(), Map.of("10S", 1L), 0, ""));
        assertEquals("0 0", desk.one(Sql.of("select used_weight || ' ' || orders_1m as x from ops.request_budgets")));
    }

    @Test
    void aShorterPauseDoesNotShortenALongerOne() {
        mayLeave("read", 1, 0);
        ledger.tell(new RequestLedger.Said(OptionalLong.empty(), Map.of(), 60_000, "the long one"));
        ledger.tell(new RequestLedger.Said(OptionalLong.empty(), Map.of(), 1_000, "the short one"));
        String reason = ledger.take(new RequestLedger.Wish("exit", 0, 1, 100)).orElseThrow();
        assertTrue(reason.endsWith("the long one"), reason);
    }

    @Test
    void anotherAddressHasItsOwnCount() {
        mayLeave("read", 1, 0);
        ledger.tell(new RequestLedger.Said(OptionalLong.empty(), Map.of(), 60_000, "banned"));
        assertTrue(new SqlRequestLedger(desk.sql, "fapi.binance.com", "egress-2", "")
                .take(new RequestLedger.Wish("read", 1, 0, 100))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"429, 7", "418, 120"})
    void whatOneIsToldToWaitForNobodySendsInside(int status, String retryAfter) throws Exception {
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        HttpServer exchange = scripted(requests, status, retryAfter);
        Map<String, String> environment = Map.of(
                "SEXTANT_VENUE_REST",
                        "http://127.0.0.1:" + exchange.getAddress().getPort(),
                "SEXTANT_VENUE_CLOCK", "offset",
                "SEXTANT_VENUE_API_KEY", "sextant-paper-account-key",
                "SEXTANT_VENUE_API_SECRET", "sextant-paper-account-secret");
        try (BinanceTradingVenue placer = BinanceVenues.fromEnvironment(
                        environment, SqlRequestLedger.fromEnvironment(desk.sql, environment));
                BinanceTradingVenue reconciler = BinanceVenues.fromEnvironment(
                        environment, SqlRequestLedger.fromEnvironment(desk.sql, environment))) {
            assertThrows(VenueUnavailableException.class, reconciler::balances);
            int sent = requests.size();
            OrderRequest entry = new OrderRequest(
                    new Symbol("BTCUSDT"), "sxentry1", Side.BUY, OrderType.MARKET, Quantity.of("0.010"), null, false);
            var refused = assertInstanceOf(Placement.Rejected.class, placer.place(entry, 1));
            assertEquals("NOT_SENT", refused.code());
            assertInstanceOf(
                    Cancellation.Unknown.class, placer.cancel(new Symbol("BTCUSDT"), "sxentry1", OrderType.MARKET));
            assertThrows(VenueUnavailableException.class, placer::mint);
            assertThrows(VenueUnavailableException.class, placer::positions);
            assertEquals(sent, requests.size(), requests::toString);
        } finally {
            exchange.stop(0);
        }
    }

    @Test
    void thePublicReadsOfTheSameAddressWaitWithTheOthers() throws Exception {
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        HttpServer exchange = scripted(requests, 418, "120");
        String rest = "http://127.0.0.1:" + exchange.getAddress().getPort();
        Map<String, String> environment = Map.of(
                "SEXTANT_VENUE_REST", rest,
                "SEXTANT_VENUE_CLOCK", "offset",
                "SEXTANT_EGRESS", "home",
                "SEXTANT_VENUE_API_KEY", "sextant-paper-account-key",
                "SEXTANT_VENUE_API_SECRET", "sextant-paper-account-secret");
        TradeHistory history = RestTradeHistory.of(
                BinanceEndpoints.of(URI.create(rest), URI.create("ws://127.0.0.1:1")),
                SqlRequestLedger.ofReaders(desk.sqlAs("ingest"), URI.create(rest), environment));
        try (BinanceTradingVenue reconciler = BinanceVenues.fromEnvironment(
                environment, SqlRequestLedger.fromEnvironment(desk.sqlAs("reconciler"), environment))) {
            assertThrows(VenueUnavailableException.class, reconciler::balances);
            int sent = requests.size();
            var refused =
                    assertThrows(HistoryUnavailableException.class, () -> history.fetch(new Symbol("BTCUSDT"), 1, 10));
            assertTrue(String.valueOf(refused.getMessage()).startsWith("the rate budget allows"), refused::toString);
            assertEquals(sent, requests.size(), requests::toString);
        } finally {
            exchange.stop(0);
        }
    }

    private static HttpServer scripted(List<String> requests, int status, String retryAfter) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            boolean time = exchange.getRequestURI().getPath().endsWith("/time");
            byte[] body = (time
                            ? "{\"serverTime\":" + System.currentTimeMillis() + "}"
                            : "{\"code\":-1003,\"msg\":\"Too many requests.\"}")
                    .getBytes(StandardCharsets.UTF_8);
            if (!time) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(time ? 200 : status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
