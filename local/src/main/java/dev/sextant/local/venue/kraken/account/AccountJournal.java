package dev.sextant.local.venue.kraken.account;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the venue knows of an account, in a file, so that it outlives the process: each order, execution and end is written
 * before anybody is told of it. Opened anew it is shortened to what may still be asked for. Within the market's monitor.
 */
public final class AccountJournal implements AccountEvents, AutoCloseable {

    static final long KEPT_MS = 2 * 3_600_000;

    /** So many are kept however old: among them is whatever was on its way when a desk was killed and stayed off for days. */
    private static final int LEAST_KEPT = 20_000;

    private final Map<String, BigDecimal> balances;
    private final List<Remembered> past;
    private final BufferedWriter writer;

    private AccountJournal(Map<String, BigDecimal> balances, List<Remembered> past, BufferedWriter writer) {
        this.balances = balances;
        this.past = past;
        this.writer = writer;
    }

    /**
     * Opens a journal, or begins one where there is none. A last line that a crash has cut short was never told of and is
     * dropped.
     *
     * @param books what the account begins with; later only assets count that it never had
     * @throws IllegalArgumentException when the file is no such journal
     */
    public static AccountJournal open(Path file, Map<String, BigDecimal> books, long nowMs) throws IOException {
        return open(file, books, nowMs, LEAST_KEPT);
    }

    /** @param leastKept orders that are kept however old */
    public static AccountJournal open(Path file, Map<String, BigDecimal> books, long nowMs, int leastKept)
            throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        JournalLines lines = JournalLines.read(
                file, text.substring(0, text.lastIndexOf('\n') + 1).lines().toList());
        List<Remembered> orders = lines.orders();
        Map<String, BigDecimal> begin = begin(lines, orders, books);
        Map<String, BigDecimal> later = new TreeMap<>(begin);
        int old = 0;
        while (orders.size() - old > leastKept && orders.get(old).overMs() < nowMs - KEPT_MS) {
            orders.get(old).moved().forEach((asset, amount) -> later.merge(asset, amount, BigDecimal::add));
            old++;
        }
        boolean shorten = later.values().stream().allMatch(amount -> amount.signum() >= 0);
        Map<String, BigDecimal> kept = shorten ? later : begin;
        List<Remembered> remembered = shorten ? orders.subList(old, orders.size()) : orders;
        List<String> written = new ArrayList<>(List.of(JournalLines.begin(kept)));
        remembered.forEach(order -> written.addAll(JournalLines.of(order)));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, written);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new AccountJournal(
                Collections.unmodifiableMap(kept),
                List.copyOf(remembered),
                Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    }

    private static Map<String, BigDecimal> begin(
            JournalLines lines, List<Remembered> orders, Map<String, BigDecimal> books) {
        Map<String, BigDecimal> begin = new TreeMap<>(lines.balances);
        orders.forEach(order -> order.moved().keySet().forEach(asset -> begin.putIfAbsent(asset, BigDecimal.ZERO)));
        books.forEach(begin::putIfAbsent);
        return begin;
    }

    /** What the account has before the orders that {@link #restore} brings back. */
    public Map<String, BigDecimal> balances() {
        return balances;
    }

    /** Brings an exchange, which began with {@link #balances}, to where the last one stopped, and writes from now on. */
    public void restore(KrakenExchange exchange, long nowMs) {
        exchange.listen(this);
        exchange.restore(past, nowMs);
    }

    @Override
    public void order(Change change, Order order, @Nullable Trade trade, long nowMs) {
        switch (change) {
            case PENDING_NEW -> JournalLines.of(remembered(order)).forEach(this::write);
            case TRADE -> {
                if (trade != null) {
                    write(JournalLines.fill(order.id(), fill(trade)));
                }
            }
            case CANCELED -> write(JournalLines.end(order.id(), order.reason(), nowMs));
            case NEW, FILLED -> {}
        }
    }

    private static Remembered remembered(Order order) {
        OrderWish wish = order.wish();
        return new Remembered(
                order.id(),
                wish.pair().symbol(),
                wish.clientOrderId(),
                wish.side(),
                wish.quantity(),
                wish.limit(),
                wish.immediate(),
                wish.feeInBase(),
                order.openedMs());
    }

    private static Remembered.Fill fill(Trade trade) {
        return new Remembered.Fill(
                trade.id(), trade.number(), trade.price(), trade.quantity(), trade.fee(), trade.maker(), trade.atMs());
    }

    /** Follows from the executions. */
    @Override
    public void balance(Entry entry) {}

    private void write(String line) {
        try {
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the account's journal can't be written, so the venue takes no orders", e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
