package dev.sextant.local.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.orders.SqlRequestLedger;
import dev.sextant.platform.sql.Sql;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.BinanceVenues;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A venue that refuses the account, its key or its address: one process hears it, all stop, a person resumes. */
class VenueHaltTest {

    private static final String REFUSAL =
            "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}";

    private final OrderDesk desk = new OrderDesk();
    private volatile int status = 401;
    private volatile String answer = REFUSAL;

    @BeforeEach
    void theMarketsTimeIsTheTestDesks() {
        desk.sql.update(Sql.of("""
                        insert into ops.component_status (component, status)
                        values ('replay', jsonb_build_object('position_at', ops.iso(ops.ts(:at))))""").with("at", OrderDesk.T0));
        desk.sql.update(
                Sql.of("update risk.control set changed_at = ops.ts(:at)").with("at", OrderDesk.T0 - 1));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String code(Claim claim) {
        return claim instanceof Claim.Denied denied ? denied.code() : "granted";
    }

    private String refusal(Reservation reservation) {
        return reservation instanceof Reservation.Refused refused ? refused.code() : "approved";
    }

    private String resume(long nowMs) {
        return desk.one(Sql.of("""
                        select risk.command('paper-main', '{"do": "resume", "by": "Ada", "reason": "a new key"}', 'operator',
                            ops.ts(:now))->>'result' as x""").with("now", nowMs));
    }

    private void reconciledAt(long atMs) {
        desk.sql.update(Sql.of("""
                        insert into ops.component_status (component, status) values ('reconciler', jsonb_build_object(
                            'account', 'paper-main', 'market_time_ms', :at::bigint, 'clean', true, 'unreadable', jsonb_build_array()))
                        on conflict (component) do update set status = excluded.status, as_of = now()""").with("at", atMs));
    }

    private BinanceTradingVenue process(HttpServer exchange) {
        Map<String, String> environment = Map.of(
                "SEXTANT_VENUE_REST",
                        "http://127.0.0.1:" + exchange.getAddress().getPort(),
                "SEXTANT_VENUE_CLOCK", "offset",
                "SEXTANT_ACCOUNT", OrderDesk.ACCOUNT.name(),
                "SEXTANT_VENUE_API_KEY", "sextant-paper-account-key",
                "SEXTANT_VENUE_API_SECRET", "sextant-paper-account-secret");
        return BinanceVenues.fromEnvironment(environment, SqlRequestLedger.fromEnvironment(desk.sql, environment));
    }

    private HttpServer exchange() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            boolean time = request.getRequestURI().getPath().endsWith("/time");
            byte[] body = (time ? "{\"serverTime\":" + System.currentTimeMillis() + "}" : answer)
                    .getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(time ? 200 : status, body.length);
            request.getResponseBody().write(body);
            request.close();
        });
        server.start();
        return server;
    }

    @Test
    void whatOneProcessHearsStopsTheEntriesOfAllUntilAPersonResumes() throws Exception {
        OrderIntent waiting = desk.entry("0.010");
        desk.reserve(waiting);
        HttpServer exchange = exchange();
        try (BinanceTradingVenue placer = process(exchange);
                BinanceTradingVenue reconciler = process(exchange)) {
            assertThrows(VenueUnavailableException.class, reconciler::balances);
            assertEquals("venue_halted", code(desk.claim(waiting, "token-1")));
            assertEquals("venue_halted", refusal(desk.reserve(desk.entry("0.010"))));
            assertEquals("not_reconciled", resume(OrderDesk.T0 + 1_000));

            status = 200;
            answer = "[]";
            assertEquals(Map.of(), reconciler.balances());
            reconciledAt(OrderDesk.T0 + 2_000);
            assertEquals("changed", resume(OrderDesk.T0 + 3_000));
            assertEquals("approved", refusal(desk.reserve(desk.entry("0.010"))));
            answer = REFUSAL;
            status = 400;
            assertInstanceOf(
                    Placement.Rejected.class,
                    placer.place(waiting.request(), System.currentTimeMillis()),
                    "neither process keeps a halt of its own: the order was asked for at the venue");
        } finally {
            exchange.stop(0);
        }
    }

    @Test
    void aPlacementThatIsRefusedForItsSenderHaltsWithItsReportAndExitsGoOn() {
        OrderIntent held = desk.entry("0.010");
        desk.fill(held, "t1", "61800", "0.1", OrderDesk.T0);
        OrderIntent refused = desk.entry("0.010");
        desk.reserve(refused);
        desk.claim(refused, "token-2");
        OrderReport report = OrderReport.of(
                refused.id(),
                "order-placer",
                OrderTrigger.VENUE_REJECTED,
                "EAPI:Invalid key",
                "EAPI:Invalid key",
                OrderDesk.T0 + 5);
        desk.orders.report(report.halting());
        desk.orders.report(report.halting());
        assertEquals(
                "the venue refused: EAPI:Invalid key EAPI:Invalid key",
                desk.one(Sql.of("select told as x from risk.guard('paper-main', null, null, ops.ts(:now))"
                                + " where condition = 'venue_halted'")
                        .with("now", OrderDesk.T0)));
        assertEquals("1", desk.one(Sql.of("select count(*)::text as x from ops.audit where action = 'venue_halted'")));

        OrderIntent exit = desk.exit(held, Purpose.CLOSE, "operator:1", "0.010", null);
        desk.reserve(exit);
        assertEquals("granted", code(desk.claim(exit, "token-3")));
        assertEquals(Quantity.of("0.010"), exit.request().quantity());
    }
}
