package dev.sextant.venues.kraken.trade.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.order.Fill;
import dev.sextant.domain.venue.PrivateMessage;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.venues.binance.market.ReferenceData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExecutionBookTest {

    private static final String ID = "OK4GJX-KSTLS-7DZZO5";
    private final PrivateSocketReader reader = new PrivateSocketReader();
    private final ExecutionBook book = new ExecutionBook();
    private long sequence = 7;

    private static String entry(String type, String status, int second, String more) {
        return "{\"order_id\":\"" + ID + "\",\"exec_type\":\"" + type + "\",\"order_status\":\"" + status
                + "\",\"timestamp\":\"2023-09-22T10:33:" + (10 + second) + ".709950Z\"" + more + "}";
    }

    private static String born() {
        return entry(
                "pending_new",
                "pending_new",
                0,
                ",\"symbol\":\"BTC/USD\",\"side\":\"sell\",\"order_qty\":0.005,\"cum_cost\":0.0,\"cl_ord_id\":\"b1\"");
    }

    private static String trade(String execId, String qty, String cum, int second) {
        return entry(
                "trade",
                "partially_filled",
                second,
                ",\"exec_id\":\"" + execId + "\",\"trade_id\":62887576,\"last_qty\":" + qty + ",\"last_price\":26599.9,"
                        + "\"liquidity_ind\":\"t\",\"cum_qty\":" + cum
                        + ",\"fees\":[{\"asset\":\"USD\",\"qty\":0.3458}]");
    }

    private static String filled() {
        return entry("filled", "filled", 9, "");
    }

    private ExecutionBook.Folded fold(String... entries) {
        return apply("update", ++sequence, entries);
    }

    private ExecutionBook.Folded apply(String type, long number, String... entries) {
        String message = "{\"channel\":\"executions\",\"type\":\"" + type + "\",\"data\":[" + String.join(",", entries)
                + "],\"sequence\":" + number + "}";
        return book.apply(assertInstanceOf(PrivateSocketMessage.Executions.class, reader.read(message)));
    }

    private static Status status(ExecutionBook.Folded folded) {
        return folded.updates().getLast().order().status();
    }

    @Test
    void aLifeIsFoldedFromItsPartialMessages() {
        assertEquals(Status.OPEN, status(fold(born())));
        assertEquals(Status.OPEN, status(fold(entry("new", "new", 1, ""))));
        ExecutionBook.Folded traded = fold(trade("TGBB7L-HT5LX-J3BZ4A", "0.005", "0.005", 2));
        assertEquals(Status.PARTIALLY_FILLED, status(traded), "all of it executed is not yet the end");
        Fill fill = traded.updates().getFirst().execution().orElseThrow();
        assertEquals("TGBB7L-HT5LX-J3BZ4A", fill.tradeId());
        assertEquals(new BigDecimal("0.3458"), fill.fee());
        assertEquals("USD", fill.feeAsset());
        assertEquals("b1", traded.updates().getFirst().order().clientOrderId());
        ExecutionBook.Folded ended = fold(filled());
        assertEquals(Status.FILLED, status(ended));
        assertEquals(List.of(), ended.doubts());
        assertTrue(ended.updates().getFirst().execution().isEmpty(), "the end is no fill of its own");
        assertEquals(Set.of(), book.open());
    }

    @Test
    void aFillToldTwiceIsBookedOnce() {
        fold(born(), trade("T-1", "0.002", "0.002", 2));
        ExecutionBook.Folded again = fold(trade("T-1", "0.002", "0.002", 2));
        assertTrue(again.updates().getFirst().execution().isEmpty());
        assertEquals(List.of(), again.doubts());
    }

    @Test
    void aCancelKeepsWhatWasFilled() {
        fold(born(), trade("T-1", "0.002", "0.002", 2));
        PrivateMessage.OrderUpdate end = fold(entry("canceled", "canceled", 3, ",\"reason\":\"User requested\""))
                .updates()
                .getFirst();
        assertEquals(Status.CANCELED, end.order().status());
        assertEquals(new BigDecimal("0.002"), end.order().filled().value());
        assertEquals("User requested", end.order().reason());
        assertEquals(Status.CANCELED, status(fold(entry("new", "new", 1, ""))), "an end is never taken back");
    }

    @Test
    void gapsAndRepeatsOfTheSequenceAreDoubted() {
        fold(born());
        sequence++;
        assertEquals(
                List.of("sequence 10 follows 8, expected 9"),
                fold(entry("new", "new", 1, "")).doubts());
        assertEquals(1, apply("update", 10, entry("new", "new", 1, "")).doubts().size());
        book.resubscribed();
        assertEquals(List.of(), apply("update", 1, entry("new", "new", 1, "")).doubts());
    }

    @Test
    void missingFillsAndBeginningsAreDoubtedOnce() {
        ExecutionBook.Folded stranger = fold(entry("new", "new", 1, ""));
        assertEquals(List.of(), stranger.updates());
        assertEquals(List.of("order " + ID + " is told of without its beginning"), stranger.doubts());
        ExecutionBook.Folded behind = fold(born(), trade("T-2", "0.001", "0.004", 3));
        assertEquals(List.of("order " + ID + " has 0.003 executed that no fill tells of"), behind.doubts());
        assertEquals(List.of(), fold(entry("status", "partially_filled", 4, "")).doubts());
        ExecutionBook.Folded early = fold(filled());
        assertEquals(Status.PARTIALLY_FILLED, status(early), "an end that disagrees with the quantities is none yet");
        assertEquals(1, early.doubts().size());
    }

    @Test
    void aTradeWithoutItsDetailsSaysSo() {
        fold(born());
        PrivateMessage.OrderUpdate update = fold(entry("trade", "partially_filled", 2, ",\"cum_qty\":0.001"))
                .updates()
                .getFirst();
        assertTrue(update.lacksDetail() && update.execution().isEmpty());
    }

    @Test
    void whatIsNotInASnapshotHasEndedUnseen() {
        fold(born());
        book.resubscribed();
        assertEquals(
                List.of("order " + ID + " was open and is not in the snapshot"),
                apply("snapshot", 1).doubts());
    }

    @Test
    void endedOrdersAreForgottenBeyondABound() {
        for (int i = 0; i < ExecutionBook.ENDED_KEPT + 50; i++) {
            fold((born() + "," + entry("canceled", "canceled", 1, "")).replace(ID, "O-" + i));
        }
        assertEquals(Set.of(), book.open());
        assertEquals(
                List.of("order O-0 is told of without its beginning"),
                fold(entry("new", "new", 1, "").replace(ID, "O-0")).doubts());
    }

    /** However messages are doubled and put out of order after the first, every fill comes once and the end is the same. */
    @Test
    void doubledAndShuffledMessagesComeToTheSame() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ExecutionBook shuffled = new ExecutionBook();
            List<String> later = new ArrayList<>(List.of(
                    entry("new", "new", 1, ""),
                    trade("T-1", "0.001", "0.001", 2),
                    trade("T-2", "0.003", "0.004", 3),
                    trade("T-3", "0.001", "0.005", 4),
                    filled()));
            later.addAll(List.copyOf(later));
            Collections.shuffle(later, random);
            later.addFirst(born());
            Set<String> fills = new HashSet<>();
            PrivateMessage.OrderUpdate last = null;
            for (String entry : later) {
                var message = (PrivateSocketMessage.Executions) reader.read(
                        "{\"channel\":\"executions\",\"type\":\"update\",\"data\":[" + entry + "],\"sequence\":1}");
                for (PrivateMessage.OrderUpdate update : shuffled.apply(message).updates()) {
                    update.execution().ifPresent(fill -> assertTrue(fills.add(fill.tradeId()), "booked twice"));
                    last = update;
                }
            }
            assertEquals(Set.of("T-1", "T-2", "T-3"), allFills(later, fills));
            assertEquals(Status.FILLED, last == null ? null : last.order().status());
            assertEquals(
                    new BigDecimal("0.005"),
                    last == null ? null : last.order().filled().value());
        }
    }

    private static Set<String> allFills(List<String> entries, Set<String> fills) {
        assertEquals(11, entries.size());
        return fills;
    }

    @Test
    void theOfficialLifeIsFolded() throws IOException {
        for (String part : List.of("1-pending_new", "2-new", "3-trade")) {
            String text =
                    Files.readString(ReferenceData.find("protocols/samples/kraken/ws-executions-" + part + ".json"));
            ExecutionBook.Folded folded =
                    book.apply(assertInstanceOf(PrivateSocketMessage.Executions.class, reader.read(text)));
            assertEquals(List.of(), folded.doubts());
        }
        sequence = 10;
        ExecutionBook.Folded ended = fold(filled());
        assertEquals(Status.FILLED, status(ended));
        assertEquals(List.of(), ended.doubts());
    }
}
