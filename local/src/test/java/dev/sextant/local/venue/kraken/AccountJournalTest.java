package dev.sextant.local.venue.kraken;

import static dev.sextant.local.venue.kraken.KrakenDesk.BTC_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.ETH_USD;
import static dev.sextant.local.venue.kraken.KrakenDesk.START;
import static dev.sextant.local.venue.kraken.KrakenDesk.START_MS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.local.venue.kraken.account.AccountJournal;
import dev.sextant.local.venue.kraken.account.Order;
import dev.sextant.local.venue.kraken.account.OrderWish;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.Refusal;
import dev.sextant.local.venue.kraken.account.Trade;
import dev.sextant.local.venue.kraken.account.VenueAsset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An account that outlives its venue, which is killed at any moment. */
@Timeout(120)
class AccountJournalTest {

    private static final long HOUR_MS = 3_600_000;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("account.jsonl");
    }

    /** A run of the venue, at whose end nothing but the file is left. */
    private void run(Path on, long nowMs, Consumer<KrakenDesk> what) {
        run(on, nowMs, 0, what);
    }

    private void run(Path on, long nowMs, int leastKept, Consumer<KrakenDesk> what) {
        try (AccountJournal journal = AccountJournal.open(on, START, nowMs, leastKept);
                KrakenDesk desk = new KrakenDesk(journal)) {
            what.accept(desk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OrderWish wish(Pair pair, Side side, BigDecimal quantity, BigDecimal limit, boolean immediate) {
        return new OrderWish(
                pair, KrakenDesk.id(), side, quantity, limit, immediate, quantity.scale() > 2, OptionalLong.empty());
    }

    private static void draw(KrakenDesk desk, Random random) {
        for (int i = 0; i < 30; i++) {
            Symbol symbol = random.nextBoolean() ? BTC_USD : ETH_USD;
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            BigDecimal away = BigDecimal.valueOf(random.nextInt(-20, 10));
            BigDecimal limit = desk.best(symbol, side).add(side == Side.BUY ? away : away.negate());
            synchronized (desk.server) {
                try {
                    Order order = desk.side
                            .exchange()
                            .place(
                                    wish(
                                            desk.pair(symbol),
                                            side,
                                            BigDecimal.valueOf(random.nextInt(10, 300), 3),
                                            limit,
                                            random.nextInt(4) != 0),
                                    desk.clock.get());
                    if (order.isOpen() && random.nextBoolean()) {
                        desk.side.exchange().cancelOne(order, desk.clock.get());
                    }
                } catch (Refusal refused) {
                    assertTrue(String.valueOf(refused.getMessage()).startsWith("EOrder"), refused::toString);
                }
            }
            desk.step(50);
        }
    }

    private static String whole(KrakenDesk desk) {
        StringBuilder all = new StringBuilder();
        synchronized (desk.server) {
            for (Order order : desk.side.exchange().history().all()) {
                all.append(order.id() + order.status() + order.filled() + order.cost() + order.fee() + order.reason()
                        + order.openedMs() + order.closedMs() + "\n");
            }
            for (Trade trade : desk.side.exchange().settlement().trades()) {
                all.append(trade.id() + trade.number() + trade.order().id() + trade.price() + trade.quantity()
                        + trade.cost() + trade.fee() + trade.feeAsset() + trade.maker() + trade.atMs() + "\n");
            }
            for (String asset : List.of("USD", "BTC", "ETH")) {
                BigDecimal held = desk.side.exchange().settlement().held(VenueAsset.of(asset));
                all.append(asset
                        + plain(desk.side.exchange().settlement().balances().getOrDefault(asset, BigDecimal.ZERO))
                        + " held " + plain(held) + "\n");
            }
        }
        return all.toString();
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static VenueOrder found(KrakenDesk desk, String id) {
        return assertInstanceOf(Lookup.Found.class, desk.venue.find(BTC_USD, id, OrderType.LIMIT_IOC))
                .order();
    }

    private static List<Fill> fills(KrakenDesk desk) {
        try {
            return desk.venue.fillsSince(BTC_USD, START_MS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverAsksAfterTheCrashFindsTheOrderItsFillsAndTheMoney() {
        String id = KrakenDesk.id();
        run(file(), START_MS, desk -> {
            BigDecimal limit = desk.best(BTC_USD, Side.BUY);
            assertInstanceOf(
                    Placement.Accepted.class, desk.place(BTC_USD, id, Side.BUY, new BigDecimal("0.001"), limit));
        });
        run(file(), START_MS, desk -> {
            assertEquals(VenueOrder.Status.FILLED, found(desk, id).status());
            assertEquals(1, fills(desk).size());
            try {
                assertEquals(desk.ledger(fills(desk)), KrakenDesk.plain(desk.venue.balances()));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            desk.place(BTC_USD, KrakenDesk.id(), Side.SELL, new BigDecimal("0.001"), desk.best(BTC_USD, Side.SELL));
            assertEquals(2, fills(desk).size(), "and it goes on");
        });
    }

    @Test
    void theWholeAccountComesBackAsItWas() {
        for (int seed = 1; seed <= 5; seed++) {
            Path file = folder.resolve("whole-" + seed);
            Random random = new Random(seed);
            String[] before = new String[1];
            run(file, START_MS, desk -> {
                draw(desk, random);
                before[0] = whole(desk);
            });
            run(file, START_MS, desk -> assertEquals(before[0], whole(desk)));
            run(file, START_MS, desk -> assertEquals(before[0], whole(desk), "however often"));
        }
    }

    @Test
    void cutOffAnywhereItIsAnAccountWhoseMoneyIsWhatItsFillsSay() throws IOException {
        run(file(), START_MS, desk -> draw(desk, new Random(3)));
        byte[] all = Files.readAllBytes(file());
        Random random = new Random(4);
        for (int cut = 0; cut < 25; cut++) {
            Path part = folder.resolve("part-" + cut);
            int beyond = new String(all, StandardCharsets.UTF_8).indexOf('\n') + 1;
            Files.write(part, Arrays.copyOf(all, random.nextInt(beyond, all.length + 1)));
            run(part, START_MS, desk -> {
                synchronized (desk.server) {
                    Map<String, BigDecimal> expected = new HashMap<>(START);
                    for (Trade trade : desk.side.exchange().settlement().trades()) {
                        OrderWish wish = trade.order().wish();
                        boolean buys = wish.side() == Side.BUY;
                        expected.merge(
                                wish.pair().base().name(),
                                buys ? trade.quantity() : trade.quantity().negate(),
                                BigDecimal::add);
                        expected.merge("USD", buys ? trade.cost().negate() : trade.cost(), BigDecimal::add);
                        expected.merge(trade.feeAsset().name(), trade.fee().negate(), BigDecimal::add);
                    }
                    assertEquals(
                            KrakenDesk.plain(expected),
                            KrakenDesk.plain(desk.side.exchange().settlement().balances()));
                    assertTrue(
                            desk.side.exchange().history().open().stream()
                                    .noneMatch(order -> order.wish().immediate()),
                            "what trades at once or not at all does not rest");
                }
            });
        }
    }

    @Test
    void afterTwoHoursItIsShortAndHasTheSameMoney() throws IOException {
        String id = KrakenDesk.id();
        Map<String, BigDecimal> before = new HashMap<>();
        run(file(), START_MS, desk -> {
            desk.place(BTC_USD, id, Side.BUY, new BigDecimal("0.001"), desk.best(BTC_USD, Side.BUY));
            before.putAll(desk.side.exchange().settlement().balances());
        });
        run(file(), START_MS + HOUR_MS, desk -> assertEquals(1, fills(desk).size()));
        run(file(), START_MS + 3 * HOUR_MS, desk -> {
            assertEquals(List.of(), fills(desk));
            assertEquals(
                    KrakenDesk.plain(before),
                    KrakenDesk.plain(desk.side.exchange().settlement().balances()));
        });
        assertEquals(1, Files.readAllLines(file()).size());
    }

    @Test
    void whatWasOnItsWayWhenADeskWentOffForDaysIsThereWhenItComesBack() throws IOException {
        String id = KrakenDesk.id();
        run(file(), START_MS, desk -> {
            desk.place(BTC_USD, KrakenDesk.id(), Side.BUY, new BigDecimal("0.001"), desk.best(BTC_USD, Side.BUY));
            desk.place(BTC_USD, id, Side.BUY, new BigDecimal("0.002"), desk.best(BTC_USD, Side.BUY));
        });
        run(file(), START_MS + 7 * 24 * HOUR_MS, 1, desk -> {
            desk.clock.addAndGet(7 * 24 * HOUR_MS);
            Lookup.Found found =
                    assertInstanceOf(Lookup.Found.class, desk.venue.find(BTC_USD, id, OrderType.LIMIT_IOC));
            assertEquals(VenueOrder.Status.FILLED, found.order().status());
            assertEquals(1, fills(desk).size(), "the one before it is forgotten");
        });
    }

    @Test
    void theBooksCountForAssetsItNeverHadAndForNoOthers() throws IOException {
        run(file(), START_MS, desk -> {});
        Map<String, BigDecimal> books = Map.of("USD", BigDecimal.ONE, "EUR", BigDecimal.TEN);
        try (AccountJournal journal = AccountJournal.open(file(), books, START_MS)) {
            Map<String, BigDecimal> expected = new HashMap<>(START);
            expected.put("EUR", BigDecimal.TEN);
            assertEquals(expected, new HashMap<>(journal.balances()));
        }
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        Files.writeString(file(), "{\"do\":\"begin\",\"balances\":{}}\n{\"do\":\"trade\",\"order\":\"O1\"}\n");
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> AccountJournal.open(file(), START, START_MS))
                        .getMessage());
        assertTrue(message.contains("account.jsonl line 2") && message.contains("order is 'O1'"), message);
    }
}
