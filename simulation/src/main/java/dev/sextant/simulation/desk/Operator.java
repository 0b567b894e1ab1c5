package dev.sextant.simulation.desk;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.simulation.exchange.Other;
import dev.sextant.simulation.exchange.SimExchange;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.feed.Ingests;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.store.Answer;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.Surroundings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** People and accidents: outages, crashes, kill switches, limits, trades made elsewhere; and the way back from them. */
public final class Operator {

    private static final List<KillSwitch.Level> KILLS =
            List.of(KillSwitch.Level.ENTRIES, KillSwitch.Level.CANCEL, KillSwitch.Level.FLATTEN);

    private final Kernel kernel;
    private final Faults faults;
    private final Desk desk;
    private final Market market;
    private final Ingests ingests;
    private final ModelStore store;
    private final SimExchange exchange;
    private final List<Symbol> symbols;
    private final List<String> strategies;
    private final Switches switches;
    private final Owner owner;
    private final Map<Symbol, BigDecimal> byHand = new TreeMap<>();
    private final Map<Symbol, Instrument> original = new TreeMap<>();

    /** Who wants to know of the kill switch. */
    public interface Switches {

        void killed(long atMs);

        void resumed();
    }

    /** @param switches told when the kill switch is thrown and lowered */
    public Operator(
            Kernel kernel,
            Faults faults,
            Desk desk,
            Market market,
            Ingests ingests,
            ModelStore store,
            SimExchange exchange,
            List<Symbol> symbols,
            List<String> strategies,
            Switches switches) {
        this.kernel = kernel;
        this.faults = faults;
        this.desk = desk;
        this.market = market;
        this.ingests = ingests;
        this.store = store;
        this.exchange = exchange;
        this.symbols = symbols;
        this.strategies = strategies;
        this.switches = switches;
        this.owner = new Owner(kernel, faults, store, exchange);
    }

    /** Starts the troubles that come by themselves. */
    public void begin() {
        kernel.after(kernel.between(1_000, 60_000), this::trouble);
        kernel.after(30_000, this::tidy);
    }

    private void trouble() {
        if (!faults.last()) {
            return;
        }
        if (faults.strikes(FaultClass.STORE_OUTAGE, 0.15)) {
            faults.storeAway(kernel.between(1_000, 60_000));
        }
        if (faults.strikes(FaultClass.VENUE_OUTAGE, 0.15)) {
            faults.venueAway(kernel.between(1_000, 90_000));
        }
        if (faults.strikes(FaultClass.VENUE_CLOSED, 0.1)) {
            closeVenue();
        }
        if (faults.strikes(FaultClass.INGEST_AWAY, 0.15)) {
            market.ingestAway(kernel.between(1_000, 90_000));
        }
        if (faults.strikes(FaultClass.DESK_CRASH, 0.1)) {
            desk.crash();
            kernel.after(kernel.between(500, 60_000), this::comeBack);
        }
        if (faults.strikes(FaultClass.OPERATOR, 0.2)) {
            command();
        }
        if (faults.strikes(FaultClass.TRADES_BY_HAND, 0.05)) {
            trade();
        }
        if (faults.strikes(FaultClass.CLOSED_BY_OTHERS, 0.15)) {
            closedByOthers();
        }
        if (faults.strikes(FaultClass.FILTERS, 0.1)) {
            changeFilters();
        }
        ingests.trouble();
        exchange.setHabits(faults.habits());
        kernel.after(kernel.between(5_000, 30_000), this::trouble);
    }

    private void closeVenue() {
        if (kernel.chance(0.5)) {
            exchange.ban(kernel.between(10_000, 180_000));
        } else {
            exchange.close(kernel.between(5_000, 120_000));
        }
    }

    /** The desk is up again, its strategies stopped. */
    private void comeBack() {
        if (!desk.isUp()) {
            strategies.forEach(name -> store.setStrategy(name, "STOPPED", symbols));
            desk.restart();
        }
    }

    private void command() {
        long nowMs = kernel.nowMs();
        switch ((int) kernel.between(0, 4)) {
            case 0 -> {
                KillSwitch.Level level = kernel.pick(KILLS);
                if (store.commands().kill(level, "operator", nowMs)) {
                    kernel.note("killed " + level);
                    switches.killed(nowMs);
                }
            }
            case 1 -> store.commands().pause(nowMs + kernel.between(10_000, 120_000), "by the operator", nowMs);
            case 2 -> store.setStrategy(strategies.getFirst(), "STOPPED", symbols);
            case 3 -> tighten();
            default -> resume();
        }
    }

    private void tighten() {
        RiskLimits limits = store.limits();
        store.setLimits(new RiskLimits(
                (int) kernel.between(1, 4),
                limits.maxSymbolNotional(),
                limits.maxTotalNotional(),
                (int) kernel.between(1, 10),
                limits.maxDailyLoss(),
                limits.maxConsecutiveLosses(),
                limits.lossPauseMs(),
                limits.maxDataAgeMs(),
                limits.maxClockAheadMs(),
                limits.maxClockOffsetMs()));
    }

    /** Where nobody trades by hand, for of both together nobody could say whose part is left. */
    private void closedByOthers() {
        List<Symbol> held = symbols.stream()
                .filter(symbol -> exchange.position(symbol).signum() != 0 && !exchange.wasTradedByHand(symbol))
                .toList();
        if (!held.isEmpty()) {
            Symbol symbol = kernel.pick(held);
            BigDecimal all = exchange.position(symbol).abs();
            BigDecimal step = exchange.instrument(symbol).stepSize();
            long steps = all.divideToIntegralValue(step).longValueExact();
            BigDecimal some = step.multiply(BigDecimal.valueOf(kernel.between(1, steps)));
            exchange.others().close(symbol, kernel.pick(List.of(Other.values())), kernel.chance(0.5) ? all : some);
        }
    }

    private void trade() {
        Symbol symbol = kernel.pick(symbols);
        if (exchange.others().touched(symbol)) {
            return;
        }
        BigDecimal quantity = exchange.instrument(symbol)
                .stepSize()
                .multiply(BigDecimal.valueOf(kernel.chance(0.5) ? kernel.between(1, 20) : -kernel.between(1, 20)));
        exchange.tradeByHand(symbol, quantity);
        byHand.merge(symbol, quantity, BigDecimal::add);
    }

    private void changeFilters() {
        Symbol symbol = kernel.pick(symbols);
        Instrument old = exchange.instrument(symbol);
        original.putIfAbsent(symbol, old);
        exchange.change(new Instrument(
                symbol,
                old.baseAsset(),
                old.quoteAsset(),
                kernel.chance(0.5),
                old.tickSize(),
                old.stepSize(),
                old.minQty(),
                old.maxQty().multiply(new BigDecimal(kernel.chance(0.5) ? "0.5" : "1")),
                old.minNotional()));
        // The ingest refreshes what the desk knows of it a little later.
        kernel.after(kernel.between(1_000, 20_000), () -> store.setInstrument(exchange.instrument(symbol)));
    }

    /** What a careful operator does each half minute, once things work again. */
    private void tidy() {
        if (!faults.last()) {
            exchange.setHabits(faults.habits());
            comeBack();
            ingests.heal();
            putBack();
            resume();
            if (store.deskState().equals("HEALTHY")) {
                strategies.forEach(name -> store.setStrategy(name, "RUNNING", symbols));
            }
            unblock();
            owner.askForWhatIsMissing();
        } else if (kernel.chance(0.3)) {
            strategies.forEach(name -> store.setStrategy(name, "RUNNING", symbols));
            unblock();
            owner.askForWhatIsMissing();
            owner.mistakesAnOrder();
        }
        kernel.after(30_000, this::tidy);
    }

    private void unblock() {
        Surroundings surroundings = store.surroundings();
        surroundings.blocked().forEach(symbol -> surroundings.unblock(symbol, kernel.nowMs()));
    }

    private void putBack() {
        byHand.forEach((symbol, quantity) -> exchange.tradeByHand(symbol, quantity.negate()));
        byHand.clear();
        original.values().forEach(instrument -> {
            exchange.change(instrument);
            store.setInstrument(instrument);
        });
    }

    private void resume() {
        if (store.commands().resume("operator", kernel.nowMs()) == Answer.CHANGED) {
            kernel.note("resumed");
            switches.resumed();
        }
    }
}
