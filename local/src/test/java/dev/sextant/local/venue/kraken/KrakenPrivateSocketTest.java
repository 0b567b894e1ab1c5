package dev.sextant.local.venue.kraken;

import static dev.sextant.local.venue.kraken.KrakenDesk.BTC_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.ETH_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.id;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.PrivateMessage;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.local.venue.faults.FrameFault;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.local.venue.kraken.account.SystemState;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import dev.sextant.venues.kraken.trade.SocketToken;
import dev.sextant.venues.kraken.trade.TimeInForce;
import dev.sextant.venues.kraken.trade.socket.ExecutionBook;
import dev.sextant.venues.kraken.trade.socket.PrivateRequests;
import dev.sextant.venues.kraken.trade.socket.PrivateSocketMessage;
import dev.sextant.venues.kraken.trade.socket.PrivateSocketReader;
import dev.sextant.venues.kraken.trade.socket.SocketPlacements;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The desk's own reader and book of executions at the end of the made-up venue's private socket. */
@Timeout(60)
class KrakenPrivateSocketTest {

    private static final BigDecimal SOME = new BigDecimal("0.002");

    private final KrakenDesk desk = new KrakenDesk();
    private final HttpClient client = HttpClient.newHttpClient();
    private final PrivateSocketReader reader = new PrivateSocketReader();
    private final ExecutionBook book = new ExecutionBook();
    private final List<PrivateMessage.OrderUpdate> updates = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final Map<String, BigDecimal> balances = new HashMap<>();

    /** A connection; its end is heard as well. */
    private final class Line implements WebSocket.Listener {
        final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        final WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(desk.side.socket(), this)
                .join();
        final PrivateRequests requests;

        Line(String token) {
            requests = new PrivateRequests(new SocketToken(token, 900));
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, data, last);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            heard.add("the end");
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add("the end");
            return WebSocket.Listener.super.onClose(from, code, reason);
        }

        void send(String text) {
            socket.sendText(text, true).join();
        }

        String next() throws InterruptedException {
            return requireNonNull(heard.poll(20, TimeUnit.SECONDS), "nothing was heard for 20 s");
        }

        /** Everything up to the answer to a request, folded; that answer. */
        PrivateSocketMessage answer(String request) throws InterruptedException {
            send(request);
            while (true) {
                PrivateSocketMessage message = reader.read(next());
                switch (message) {
                    case PrivateSocketMessage.Executions executions -> fold(executions);
                    case PrivateSocketMessage.Balances told ->
                        told.entries().forEach(entry -> balances.put(entry.asset(), entry.balance()));
                    case PrivateSocketMessage.Common _ -> {}
                    default -> {
                        return message;
                    }
                }
            }
        }

        /** Hears all that was sent before now. */
        void hearAll() throws InterruptedException {
            assertInstanceOf(PrivateSocketMessage.Refused.class, answer("{\"method\":\"nothing\"}"));
        }
    }

    private void fold(PrivateSocketMessage.Executions executions) {
        ExecutionBook.Folded folded = book.apply(executions);
        updates.addAll(folded.updates());
        doubts.addAll(folded.doubts());
    }

    private Line subscribed() throws Exception {
        Line line = new Line(desk.venue.account().token().token());
        assertInstanceOf(PrivateSocketMessage.Subscribed.class, line.answer(line.requests.subscribeExecutions(1)));
        assertInstanceOf(PrivateSocketMessage.Subscribed.class, line.answer(line.requests.subscribeBalances(2)));
        return line;
    }

    @AfterEach
    void close() {
        client.shutdownNow();
        desk.close();
    }

    private KrakenOrder order(Symbol symbol, Side side, BigDecimal quantity, BigDecimal limit, TimeInForce how) {
        return new KrakenOrder(symbol, id(), side, new Quantity(quantity), new Price(limit), how);
    }

    private String add(Line line, KrakenOrder order, long reqId) {
        return line.requests.addOrder(order, desk.clock.get(), 2_000, reqId);
    }

    private List<Fill> fills() {
        return updates.stream().flatMap(update -> update.execution().stream()).toList();
    }

    private Map<String, BigDecimal> told() {
        return KrakenDesk.plain(balances);
    }

    @Test
    void anOrderOverTheSocketIsToldFromItsBeginningToItsEnd() throws Exception {
        Line line = subscribed();
        KrakenOrder order = order(BTC_USD, Side.BUY, SOME, desk.best(BTC_USD, Side.BUY), TimeInForce.IOC);
        PrivateSocketMessage ack = line.answer(add(line, order, 3));
        assertInstanceOf(Placement.Accepted.class, SocketPlacements.ofOne(order, 3, desk.clock.get(), ack));
        line.hearAll();
        assertEquals(
                List.of(Status.OPEN, Status.OPEN, Status.PARTIALLY_FILLED, Status.FILLED),
                updates.stream().map(update -> update.order().status()).toList());
        assertEquals(List.of(), doubts);
        assertEquals(order.clientOrderId(), updates.getLast().order().clientOrderId());
        assertEquals(desk.venue.fillsSince(BTC_USD, KrakenDesk.START_MS), fills());
        assertEquals(desk.ledger(fills()), told());
    }

    @Test
    void whatRestAndSocketDoIsToldToBothInOneCount() throws Exception {
        Line line = subscribed();
        BigDecimal[] best = desk.levels(ETH_USD, Side.SELL).getFirst();
        desk.place(ETH_USD, id(), Side.SELL, best[1].add(new BigDecimal("0.1")), best[0]);
        KrakenOrder rests =
                order(BTC_USD, Side.BUY, SOME, desk.best(BTC_USD, Side.BUY).subtract(BigDecimal.TEN), TimeInForce.GTC);
        assertInstanceOf(PrivateSocketMessage.Placed.class, line.answer(add(line, rests, 3)));
        line.hearAll();
        assertEquals(1, book.open().size());
        assertInstanceOf(
                PrivateSocketMessage.Cancelled.class,
                line.answer(line.requests.cancel(List.of(rests.clientOrderId()), 4)));
        assertInstanceOf(
                PrivateSocketMessage.Refused.class,
                line.answer(line.requests.cancel(List.of(rests.clientOrderId()), 5)));
        assertEquals(List.of(), doubts);
        assertEquals(0, book.open().size());
        assertEquals(1, fills().size());
        assertEquals(Status.CANCELED, updates.getLast().order().status());
        assertEquals(desk.ledger(fills()), told());
    }

    @Test
    void whoComesLaterSeesWhatIsOpenAndWhatTradedBefore() throws Exception {
        desk.place(BTC_USD, id(), Side.BUY, SOME, desk.best(BTC_USD, Side.BUY));
        Line first = subscribed();
        KrakenOrder rests =
                order(BTC_USD, Side.BUY, SOME, desk.best(BTC_USD, Side.BUY).subtract(BigDecimal.TEN), TimeInForce.GTC);
        first.answer(add(first, rests, 3));
        updates.clear();
        book.resubscribed();
        Line second = subscribed();
        second.hearAll();
        assertEquals(
                List.of(rests.clientOrderId()),
                updates.stream()
                        .map(update -> update.order())
                        .filter(order -> order.status() == Status.OPEN)
                        .map(order -> order.clientOrderId())
                        .toList());
        assertEquals(1, book.open().size());
        assertEquals(List.of(), doubts);
        assertEquals(
                new PrivateSocketMessage.CancelledAll(OptionalLong.of(9), 1),
                second.answer(second.requests.cancelAll(9)));
    }

    @Test
    void anAnswerThatIsLostWithItsConnectionIsFoundInTheNextSnapshot() throws Exception {
        Line line = subscribed();
        KrakenOrder rests =
                order(BTC_USD, Side.BUY, SOME, desk.best(BTC_USD, Side.BUY).subtract(BigDecimal.TEN), TimeInForce.GTC);
        CountDownLatch arrived = new CountDownLatch(1);
        desk.fault = request -> {
            if (!request.is("SOCKET", "/v2/add_order")) {
                return new RequestFault.None();
            }
            arrived.countDown();
            return new RequestFault.DropReply();
        };
        line.send(add(line, rests, 3));
        // Not its end: java.net.http forgets to tell one that comes just as it is about to wait for more.
        assertTrue(arrived.await(20, TimeUnit.SECONDS));
        book.resubscribed();
        subscribed().hearAll();
        assertEquals(
                List.of(),
                line.heard.stream().filter(text -> text.contains("add_order")).toList());
        assertEquals(rests.clientOrderId(), updates.getLast().order().clientOrderId());
        assertEquals(Status.OPEN, updates.getLast().order().status());
    }

    @Test
    void aFrameThatIsMissingOrComesTwiceIsNoticedAndNoFillCountsTwice() throws Exception {
        Line line = subscribed();
        desk.frameFault = frame -> frame.json().contains("\"exec_type\":\"new\"") ? FrameFault.DROP : FrameFault.NONE;
        desk.place(BTC_USD, id(), Side.BUY, SOME, desk.best(BTC_USD, Side.BUY));
        line.hearAll();
        assertEquals(List.of("sequence 4 follows 2, expected 3"), doubts);
        desk.frameFault =
                frame -> frame.json().contains("\"exec_type\":\"trade\"") ? FrameFault.DUPLICATE : FrameFault.NONE;
        desk.place(BTC_USD, id(), Side.BUY, SOME, desk.best(BTC_USD, Side.BUY));
        line.hearAll();
        assertEquals(desk.venue.fillsSince(BTC_USD, KrakenDesk.START_MS).size(), fills().size());
        assertEquals(desk.ledger(fills()), told());
    }

    @Test
    void whatThisVenueDoesNotKnowItDoesNotIgnore() throws Exception {
        Line line = subscribed();
        KrakenOrder order = order(BTC_USD, Side.BUY, SOME, desk.best(BTC_USD, Side.BUY), TimeInForce.IOC);
        String text = add(line, order, 3).replace("\"symbol\"", "\"post_only\":true,\"symbol\"");
        assertEquals("EGeneral:Invalid arguments:post_only", refusal(line.answer(text)));
    }

    @Test
    void withoutATokenOrTheRightsOfItsKeyNothingIsDone() throws Exception {
        Line stranger = new Line("a-token-of-nobody");
        assertEquals("ESession:Invalid session", refusal(stranger.answer(stranger.requests.subscribeExecutions(1))));
        assertEquals("ESession:Invalid session", refusal(stranger.answer(stranger.requests.cancelAll(2))));
        Line reading = new Line(desk.reader().account().token().token());
        assertInstanceOf(
                PrivateSocketMessage.Subscribed.class, reading.answer(reading.requests.subscribeExecutions(1)));
        KrakenOrder order = order(BTC_USD, Side.BUY, SOME, desk.best(BTC_USD, Side.BUY), TimeInForce.IOC);
        assertEquals("EGeneral:Permission denied", refusal(reading.answer(add(reading, order, 2))));
        assertEquals("EGeneral:Permission denied", refusal(reading.answer(reading.requests.cancelAll(3))));
    }

    @Test
    void aTokenOpensForAQuarterOfAnHourAndLivesOnWithItsSubscription() throws Exception {
        Line early = subscribed();
        String token = desk.venue.account().token().token();
        desk.clock.addAndGet(901_000);
        Line late = new Line(token);
        assertEquals("ESession:Invalid session", refusal(late.answer(late.requests.subscribeExecutions(1))));
        assertInstanceOf(PrivateSocketMessage.CancelledAll.class, early.answer(early.requests.cancelAll(3)));
    }

    private static String refusal(PrivateSocketMessage message) {
        return assertInstanceOf(PrivateSocketMessage.Refused.class, message).error();
    }

    @Test
    void ordersAreRefusedInTheVenuesWordsAndTheSwitchAndTheStateAreTold() throws Exception {
        Line line = subscribed();
        BigDecimal best = desk.best(BTC_USD, Side.BUY);
        KrakenOrder much = order(BTC_USD, Side.BUY, new BigDecimal("50"), best, TimeInForce.IOC);
        assertEquals("EOrder:Insufficient funds", refusal(line.answer(add(line, much, 3))));
        KrakenOrder late = order(BTC_USD, Side.BUY, SOME, best, TimeInForce.IOC);
        assertEquals(
                "EService:Deadline elapsed",
                refusal(line.answer(line.requests.addOrder(late, desk.clock.get() - 600, 500, 4))));
        PrivateSocketMessage.SwitchSet armed = assertInstanceOf(
                PrivateSocketMessage.SwitchSet.class, line.answer(line.requests.cancelAllAfter(60, 5)));
        assertTrue(armed.triggersAtMs().isPresent());
        desk.side.set(SystemState.CANCEL_ONLY);
        assertEquals("EService:Market in cancel_only mode", refusal(line.answer(add(line, late, 6))));
        assertEquals(List.of(), doubts);
    }
}
