package dev.sextant.simulation.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Sweep;
import dev.sextant.domain.event.Tier;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.simulation.exchange.SimExchange;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.store.ModelStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What the ingest, the scorer and the schedule bring: ticks, complete trades, signals, sweeps, reconciliations. */
public final class Market {

    private static final long BUCKET_MS = 15_000;
    private static final long MINUTE_MS = 60_000;

    private final Kernel kernel;
    private final Faults faults;
    private final Desk desk;
    private final ModelStore store;
    private final SimExchange exchange;
    private final Account account;
    private final List<Symbol> symbols;
    private final List<String> strategies;
    private final Runnable ingests;
    private long ingestAwayUntilMs;
    private long tickMs = 2_000;
    private boolean signals = true;
    private boolean standing;

    /** @param ingests told of each beat of the market that can be heard */
    public Market(
            Kernel kernel,
            Faults faults,
            Desk desk,
            ModelStore store,
            SimExchange exchange,
            Account account,
            List<Symbol> symbols,
            List<String> strategies,
            Runnable ingests) {
        this.ingests = ingests;
        this.kernel = kernel;
        this.faults = faults;
        this.desk = desk;
        this.store = store;
        this.exchange = exchange;
        this.account = account;
        this.symbols = symbols;
        this.strategies = strategies;
    }

    /** Lets everything begin. */
    public void open() {
        kernel.after(0, this::tick);
        kernel.after(0, desk::reconcile);
        kernel.after(MINUTE_MS, this::minute);
        kernel.after(kernel.between(1_000, 20_000), this::signal);
        kernel.after(300_000, this::filters);
    }

    /** From now on prices stand and nobody raises signals: what is under way comes to its end. */
    public void stand() {
        standing = true;
    }

    /** Prices move again, but without signals and with a tick every few seconds only: what is left is waiting. */
    public void quiet() {
        signals = false;
        standing = false;
        tickMs = 5_000;
    }

    public void ingestAway(long forMs) {
        ingestAwayUntilMs = kernel.nowMs() + forMs;
        faults.count(FaultClass.INGEST_AWAY);
    }

    private void tick() {
        if (!standing) {
            exchange.step();
        }
        if (kernel.nowMs() >= ingestAwayUntilMs || !faults.last()) {
            ingests.run();
        }
        kernel.after(tickMs, this::tick);
    }

    private void minute() {
        if (!faults.strikes(FaultClass.SCHEDULE, 0.2)) {
            desk.append(new Sweep(account));
        }
        if (!faults.strikes(FaultClass.SCHEDULE, 0.2) && desk.isUp()) {
            desk.reconcile();
        }
        if (faults.strikes(FaultClass.SCHEDULE, 0.1) && desk.isUp()) {
            desk.reconcile();
        }
        long lateMs = faults.strikes(FaultClass.SCHEDULE, 0.1) ? kernel.between(0, 30_000) : 0;
        kernel.after(MINUTE_MS + lateMs, this::minute);
    }

    /** Filters as the ingest refreshes them. */
    private void filters() {
        symbols.forEach(symbol -> store.setInstrument(exchange.instrument(symbol)));
        kernel.after(300_000, this::filters);
    }

    private void signal() {
        if (signals && !standing) {
            boolean burst = faults.strikes(FaultClass.BURSTS, 0.3);
            int count = burst ? (int) kernel.between(2, 8) : 1;
            for (int i = 0; i < count; i++) {
                raise(kernel.pick(symbols), kernel.pick(strategies));
            }
            kernel.after(kernel.between(5_000, 60_000), this::signal);
        }
    }

    /** Raises a signal for a symbol now; it may come late, or twice. Answers its id. */
    public String raise(Symbol symbol, String strategy) {
        SignalRaised signal = signal(symbol, strategy);
        long delayMs = faults.strikes(FaultClass.STREAM, 0.1) ? kernel.between(1_000, 30_000) : 0;
        kernel.after(delayMs, () -> desk.append(signal));
        if (faults.strikes(FaultClass.STREAM, 0.1)) {
            kernel.after(kernel.between(0, 40_000), () -> desk.append(signal));
        }
        return signal.signalId();
    }

    private SignalRaised signal(Symbol symbol, String strategy) {
        long nowMs = kernel.nowMs();
        long bucketMs = nowMs / BUCKET_MS * BUCKET_MS;
        Instrument instrument = exchange.instrument(symbol);
        BigDecimal price = exchange.price(symbol).value();
        BigDecimal stop = price.multiply(BigDecimal.valueOf(kernel.between(2, 8)))
                .movePointLeft(3)
                .divide(instrument.tickSize(), 0, RoundingMode.UP)
                .multiply(instrument.tickSize());
        return new SignalRaised(
                strategy + "/" + symbol + "/" + bucketMs,
                "decision",
                account,
                strategy,
                strategy + "@1",
                symbol,
                kernel.chance(0.5) ? Direction.LONG : Direction.SHORT,
                bucketMs,
                90,
                kernel.pick(List.of(Tier.values())),
                price,
                stop,
                stop,
                stop,
                stop.multiply(BigDecimal.TWO),
                new BigDecimal("0.5"),
                nowMs,
                nowMs + 10_000,
                kernel.between(2, 20) * MINUTE_MS);
    }
}
