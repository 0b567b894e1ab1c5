package dev.sextant.simulation.spot;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.plan.PairTerms;
import dev.sextant.simulation.kernel.Kernel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Five pairs of dollar, bitcoin, ether and euro, whose books move. */
public final class SpotMarket {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final long STEP_MS = 1_500;
    private static final double USUAL = 0.0004;
    private static final double JUMP = 0.012;
    private static final double CRASH = 0.2;

    private final Kernel kernel;
    private final Map<Symbol, SpotBook> books = new LinkedHashMap<>();
    private long movedAtMs;
    private long stillUntilMs;
    private boolean still;

    public SpotMarket(Kernel kernel) {
        this.kernel = kernel;
        list("BTC", "USD", "0.1", "0.0001", "0.0001", "50000", new SpotBook.Shape(10, 50, 300));
        list("ETH", "USD", "0.01", "0.001", "0.002", "2500", new SpotBook.Shape(5, 25, 6_000));
        list("ETH", "BTC", "0.00001", "0.001", "0.002", "0.05", new SpotBook.Shape(1, 1, 6_000));
        list("BTC", "EUR", "0.1", "0.0001", "0.0001", "46000", new SpotBook.Shape(10, 50, 300));
        list("EUR", "USD", "0.0001", "0.01", "1", "1.0869", new SpotBook.Shape(1, 1, 150_000));
    }

    private void list(
            String base, String quote, String tick, String step, String least, String price, SpotBook.Shape shape) {
        PairTerms terms = new PairTerms(
                new Symbol(base + "/" + quote),
                base,
                quote,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(least),
                new BigDecimal(quote.equals("BTC") ? "0.00002" : "0.5"),
                new BigDecimal("0.001"));
        books.put(terms.pair(), new SpotBook(terms, shape, new BigDecimal(price)));
    }

    /** The pair's terms in the words of the instruments. */
    public static Instrument instrument(PairTerms terms, boolean tradable) {
        return new Instrument(
                terms.pair(),
                terms.base(),
                terms.quote(),
                tradable,
                terms.tick(),
                terms.step(),
                terms.minQuantity(),
                MOST,
                terms.minCost());
    }

    public Collection<SpotBook> books() {
        return books.values();
    }

    public SpotBook book(String base, String quote) {
        return book(new Symbol(base + "/" + quote));
    }

    public SpotBook book(Symbol pair) {
        return Objects.requireNonNull(books.get(pair), pair::name);
    }

    /** When a book last changed by itself. */
    public long movedAtMs() {
        return movedAtMs;
    }

    /** Starts the walk. */
    public void begin() {
        kernel.after(STEP_MS, this::step);
    }

    private void step() {
        if (!still && kernel.nowMs() >= stillUntilMs) {
            move(kernel.pick(List.copyOf(books.values())));
            if (kernel.chance(0.02)) {
                stillUntilMs = kernel.nowMs() + kernel.between(5_000, 40_000);
            }
        }
        kernel.after(kernel.between(STEP_MS / 3, STEP_MS * 2), this::step);
    }

    private void move(SpotBook book) {
        long width = book.share(kernel.chance(0.03) ? JUMP : USUAL);
        book.moveBy(kernel.between(-width, width));
        movedAtMs = kernel.nowMs();
    }

    /** Everything but dollars is worth up to a fifth less. */
    public void crash() {
        double share = CRASH * kernel.between(30, 100) / 100;
        for (SpotBook book : books.values()) {
            if (book.terms().quote().equals("USD")) {
                book.moveBy(-book.share(share));
            }
        }
        movedAtMs = kernel.nowMs();
        kernel.note("the market falls");
    }

    /** Nothing moves for a while. */
    public void hold(long forMs) {
        stillUntilMs = Math.max(stillUntilMs, kernel.nowMs() + forMs);
    }

    /** Nothing moves any more. */
    public void stand() {
        still = true;
    }

    /** The market between two assets agrees with their dollar prices again, off by a share. */
    public void align(String base, String quote, double off) {
        BigDecimal fair = book(base, "USD")
                .middle()
                .value()
                .divide(book(quote, "USD").middle().value(), MathContext.DECIMAL64);
        book(base, quote).moveTo(fair.multiply(BigDecimal.valueOf(1 + off)).setScale(12, RoundingMode.HALF_UP));
        movedAtMs = kernel.nowMs();
    }
}
