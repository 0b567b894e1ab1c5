package dev.sextant.local.orders;

import static dev.sextant.local.orders.OrderDesk.ACCOUNT;
import static dev.sextant.local.orders.OrderDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.event.PrivateEvent;
import dev.sextant.domain.event.PrivateStreamAlive;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.reconciler.ReconcilerHandler;
import dev.sextant.venues.binance.trade.BinanceVenues;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the private stream tells, through the reconciler's own entry point into the database. The venue itself is away. */
class PrivateStreamTest {

    private final OrderDesk desk = new OrderDesk();
    private final ApplicationContext context = ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .environments("desk")
            .properties(Map.of("sextant.account", ACCOUNT.name()))
            .singletons(
                    desk.sql,
                    (EpochClock) () -> T0,
                    (MetricLines) _ -> {},
                    BinanceVenues.fromEnvironment(Map.of(
                            "SEXTANT_VENUE_REST", "http://127.0.0.1:1",
                            "SEXTANT_VENUE_API_KEY", "sextant-paper-account-key",
                            "SEXTANT_VENUE_API_SECRET", "sextant-paper-account-secret")))
            .start();
    private final ReconcilerHandler reconciler = new ReconcilerHandler(context);

    @AfterEach
    void close() {
        context.close();
        desk.close();
    }

    /** As Kinesis gives it to Lambda. */
    private StreamsEventResponse tell(DecisionRecord... records) {
        List<Map<String, Object>> list = Arrays.stream(records)
                .map(record -> Map.<String, Object>of(
                        "eventSourceARN",
                        "arn:aws:kinesis:us-east-1:000000000000:stream/decisions",
                        "kinesis",
                        Map.of(
                                "partitionKey", ACCOUNT.name(),
                                "sequenceNumber", "1",
                                "data", Base64.getEncoder().encodeToString(DecisionCodec.encode(record)))))
                .toList();
        return (StreamsEventResponse) reconciler.execute(Map.of("Records", list));
    }

    private static PrivateEvent news(
            OrderIntent intent, String execution, String status, int trade, String last, String total) {
        return new PrivateEvent(ACCOUNT, T0, """
                {"e":"ORDER_TRADE_UPDATE","E":%d,"T":%d,"o":{"s":"BTCUSDT","c":"%s","S":"BUY","x":"%s","X":"%s","i":77,"l":"%s",
                 "z":"%s","L":"61800.0","n":"0.5","N":"USDT","T":%d,"t":%d,"m":false}}""".formatted(
                        T0, T0, intent.request().clientOrderId(), execution, status, last, total, T0, trade));
    }

    private String books(OrderIntent entry) {
        return desk.one(Sql.of("""
                        select concat_ws(' ', o.state, ops.dec(o.filled_qty), ops.dec(o.fees),
                            (select count(*) from execution.fills f where f.intent_id = o.intent_id),
                            (select ops.dec(qty_opened) from execution.trades t where t.trade_id = o.trade_id),
                            (select ops.dec(sum(amount)) from portfolio.balances)) as x
                        from execution.orders o where intent_id = :id""").with("id", entry.id().hex()));
    }

    @Test
    void duplicatesDisorderAndRestTellingTheSameChangeNothing() {
        for (int seed = 0; seed < 12; seed++) {
            OrderIntent entry = desk.entry("0.5");
            desk.sql.update(Sql.of("delete from execution.trades"));
            desk.sql.update(
                    Sql.of("update execution.orders set state = 'CANCELED' where not execution.is_final(state)"));
            desk.sql.update(Sql.of("update portfolio.balances set amount = 10000"));
            desk.sql.update(Sql.of("update portfolio.positions set qty = 0, cost = 0"));
            desk.reserve(entry);
            desk.claim(entry, "token-" + seed);
            int first = 100 * seed + 1;
            List<Runnable> steps = new ArrayList<>(List.of(
                    () -> tell(news(entry, "NEW", "NEW", 0, "0", "0")),
                    () -> tell(news(entry, "TRADE", "PARTIALLY_FILLED", first, "0.2", "0.2")),
                    () -> tell(news(entry, "TRADE", "FILLED", first + 1, "0.3", "0.5")),
                    () -> desk.report(
                            entry,
                            OrderTrigger.VENUE_PARTIAL,
                            "0.2",
                            T0,
                            desk.execution(entry, "" + first, "61800.0", "0.2", "0.5", T0)),
                    () -> desk.report(entry, OrderTrigger.OUTCOME_UNKNOWN, "0", T0)));
            steps.addAll(List.copyOf(steps.subList(0, 4)));
            Collections.shuffle(steps, new Random(seed));
            steps.forEach(Runnable::run);
            assertEquals("FILLED 0.5 1 2 0.5 9999", books(entry), "seed " + seed);
        }
    }

    @Test
    void aMessageNobodyCanReadIsKeptAsideAndTheRestApplied() {
        OrderIntent entry = desk.entry("0.5");
        desk.reserve(entry);
        desk.claim(entry, "token");
        StreamsEventResponse answer = tell(
                new PrivateEvent(ACCOUNT, T0, "{\"e\":\"ORDER_TRADE_UPDATE\",\"E\":1}"),
                news(entry, "TRADE", "FILLED", 1, "0.5", "0.5"));
        assertEquals(List.of(), answer.getBatchItemFailures());
        assertEquals("FILLED", desk.state(entry));
        assertEquals("reconciler", desk.one(Sql.of("select min(consumer) as x from ops.dead_letters")));
    }

    @Test
    void aLiquidationIsShownAndBlocksItsSymbol() {
        tell(
                new PrivateEvent(
                        ACCOUNT,
                        T0,
                        "{\"e\":\"ORDER_TRADE_UPDATE\",\"E\":1,\"T\":1,\"o\":{\"s\":\"BTCUSDT\",\"c\":\"autoclose-1\",\"x\":\"CALCULATED\",\"X\":\"FILLED\",\"i\":5,\"z\":\"0.5\",\"T\":1}}"));
        assertEquals("liquidation", desk.one(Sql.of("select kind as x from ops.external_orders")));
        assertTrue(desk.one(Sql.of("select reason as x from market.blocked_symbols"))
                .contains("LIQUIDATION"));
        assertEquals("0", desk.one(Sql.of("select count(*)::text as x from execution.orders")));
    }

    @Test
    void entriesWaitForAStreamThatIsSilentAndGoOnWhenItSpeaks() {
        reconciler.run("reconcile");
        desk.freshData(T0 + 120_000);
        assertEquals("null", refusal(30_000), "the venue gave no key, and the stream has half a minute to appear");
        assertEquals("stream_stale", refusal(30_001));
        tell(new PrivateStreamAlive(ACCOUNT, T0 + 20_000));
        tell(new PrivateStreamAlive(ACCOUNT, T0 + 10_000));
        assertEquals("null", refusal(50_000));
        assertEquals("stream_stale", refusal(50_001));
    }

    private String requests() {
        return desk.one(Sql.of("""
                        select string_agg(ops.reconcile_request_json(q)->>'state', ', ' order by request_id) as x
                        from ops.reconcile_requests q"""));
    }

    /** Another one for each pass that was published. */
    private String pass() {
        return desk.one(Sql.of("select xmin::text as x from ops.component_status where component = 'reconciler'"));
    }

    private void ask(String key) {
        desk.sql.call(Sql.of("select ops.ask_reconcile_once(:key, 'hash', 'paper-main', 'odd', 'operator')::text as x")
                .with("key", key));
    }

    /** On AWS nobody but the stream comes by before the minute is over. */
    @Test
    void aReconciliationThatAPersonAskedForIsDoneWithTheNextSignOfLife() {
        ask("first");
        assertEquals("PENDING", requests());
        tell(new PrivateStreamAlive(ACCOUNT, T0 + 5_000));
        assertEquals("DONE", requests());
        String before = pass();
        tell(new PrivateStreamAlive(ACCOUNT, T0 + 10_000));
        assertEquals(before, pass(), "nobody has asked again");
        ask("second");
        tell(new PrivateStreamAlive(ACCOUNT, T0 + 15_000));
        assertEquals("DONE, DONE", requests());
    }

    @Test
    void anAccountWithoutAStreamTradesOnWhatRestSays() {
        assertEquals("null", refusal(3_600_000));
    }

    private String refusal(long afterMs) {
        return desk.one(Sql.of("""
                        select execution.entry_refusal('paper-main', 'demo', 'BTCUSDT', ops.ts(:now), ops.ts(:now))->>'code' as x""").with("now", T0 + afterMs));
    }
}
