package dev.sextant.simulation.run;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.risk.AccountSettings;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.simulation.check.Checks;
import dev.sextant.simulation.check.EndChecks;
import dev.sextant.simulation.check.Exits;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.desk.Desk;
import dev.sextant.simulation.desk.Market;
import dev.sextant.simulation.desk.Operator;
import dev.sextant.simulation.exchange.SimExchange;
import dev.sextant.simulation.feed.Ingests;
import dev.sextant.simulation.feed.Site;
import dev.sextant.simulation.store.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run of the functions behind the stream: round trips on futures. */
final class DeskSimulation extends Simulation {

    private static final List<Symbol> SYMBOLS =
            List.of(new Symbol("BTCUSDT"), new Symbol("ETHUSDT"), new Symbol("SOLUSDT"), new Symbol("XRPUSDT"));
    private static final List<String> STRATEGIES = List.of("alpha", "beta");
    private static final long REST_MS = 60_000;
    private static final long PROBE_MS = 30_000;
    private static final int PATIENCE = 8;
    private static final long A_LITTLE_MS = 15_000;
    private static final Account ACCOUNT = new Account("paper");
    private static final Limits LIMITS = new Limits(
            new AccountSettings(ACCOUNT, "paper", "USDT", BigDecimal.valueOf(100)),
            new RiskLimits(
                    4,
                    BigDecimal.valueOf(150_000),
                    BigDecimal.valueOf(250_000),
                    10,
                    R.of("2.5"),
                    3,
                    600_000,
                    30_000,
                    500,
                    5_000),
            BigDecimal.valueOf(100_000));

    private final SimExchange exchange;
    private final Checks checks;
    private final Desk desk;
    private final Ingests ingests;
    private final Market market;

    DeskSimulation(Plan plan) {
        super(plan, LIMITS);
        this.checks = new Checks(kernel, faults, store, seen);
        this.exchange = new SimExchange(kernel, checks.exchange());
        this.desk = new Desk(
                kernel,
                sandboxes,
                faults,
                store,
                exchange,
                LIMITS.settings(),
                plan.mutant().wiring(),
                checks);
        this.ingests =
                new Ingests(new Site(kernel, faults, store, exchange, ACCOUNT, SYMBOLS, desk::append, checks.feed()));
        this.market = new Market(kernel, faults, desk, store, exchange, ACCOUNT, SYMBOLS, STRATEGIES, ingests::tick);
    }

    @Override
    void live() {
        begin();
        sufferTrouble("everything works again");
        pass(LIVENESS_MS);
        comeToRest();
        settle(EndChecks::positionsAreProtected);
        for (int hour = 0; hour < MOST_HOURS && end().unresolved(); hour++) {
            market.quiet();
            pass(QUARANTINE_MS);
            comeToRest();
        }
        settle(EndChecks::all);
        tradesAgain();
    }

    private void begin() {
        list("BTCUSDT", "0.1", "0.001", "60000");
        list("ETHUSDT", "0.01", "0.001", "3000");
        list("SOLUSDT", "0.01", "0.1", "150");
        list("XRPUSDT", "0.0001", "1", "2.5");
        STRATEGIES.forEach(name -> store.setStrategy(name, "RUNNING", SYMBOLS));
        ingests.begin();
        market.open();
        new Operator(kernel, faults, desk, market, ingests, store, exchange, SYMBOLS, STRATEGIES, checks).begin();
    }

    private void list(String symbol, String tick, String step, String price) {
        Instrument instrument = new Instrument(
                new Symbol(symbol),
                symbol.substring(0, 3),
                "USDT",
                true,
                new BigDecimal(tick),
                new BigDecimal(step),
                new BigDecimal(step),
                BigDecimal.valueOf(1_000_000),
                BigDecimal.valueOf(5));
        exchange.list(instrument, new BigDecimal(price));
        store.setInstrument(instrument);
    }

    /** What is under way at this very moment may take a little longer: only what stays wrong counts. */
    private void settle(Consumer<EndChecks> check) {
        for (int i = 0; ; i++) {
            try {
                check.accept(end());
                return;
            } catch (Violation e) {
                if (i == PATIENCE) {
                    throw e;
                }
                pass(A_LITTLE_MS);
            }
        }
    }

    private void comeToRest() {
        market.stand();
        pass(REST_MS);
    }

    private EndChecks end() {
        return new EndChecks(store, exchange, LIMITS, kernel.nowMs());
    }

    /** T1: a signal that every rule lets pass becomes an order, unless a rule has changed its mind meanwhile. */
    private void tradesAgain() {
        Symbol free = SYMBOLS.stream()
                .filter(symbol -> store.surroundings().mayEnter(STRATEGIES.getFirst(), symbol, kernel.nowMs()))
                .findFirst()
                .orElse(null);
        if (free != null) {
            int before = exchange.orders().size();
            String signal = market.raise(free, STRATEGIES.getFirst());
            pass(PROBE_MS);
            @Nullable
            StoredOrder entry = store.orders().stream()
                    .filter(order -> order.sourceId().equals(signal))
                    .findFirst()
                    .orElse(null);
            boolean judged =
                    entry != null && (entry.state() == OrderState.RISK_REJECTED || entry.state() == OrderState.BLOCKED);
            boolean sent = entry != null
                    && entry.claimedAtMs() != null
                    && exchange.orders().size() > before;
            if (!sent && !judged) {
                throw new Violation(
                        "T1", "a signal for " + free + " became " + (entry == null ? "nothing" : entry.state()));
            }
        }
    }

    @Override
    void lookBack() {
        Exits.see(store.account(), seen);
    }

    @Override
    int orders() {
        return exchange.orders().size();
    }
}
