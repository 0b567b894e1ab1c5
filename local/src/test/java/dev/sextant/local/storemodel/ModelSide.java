package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.reconciler.Adoptions;
import dev.sextant.reconciler.Findings;
import dev.sextant.reconciler.Stranger;
import dev.sextant.simulation.store.Answer;
import dev.sextant.simulation.store.Limits;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.Pass;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulation's store, one for each account; what the accounts share is written to each. */
final class ModelSide implements Side {

    private static final long MINUTE_MS = 60_000;

    private final Map<Account, ModelStore> stores = new LinkedHashMap<>();
    private final Set<String> alerted = new HashSet<>();

    ModelSide() {
        for (Account account : World.ACCOUNTS) {
            Limits opened = new Limits(World.settings(account), World.LIMITS, World.START_BALANCE);
            ModelStore store = new ModelStore(opened, Set.of());
            World.STRATEGIES.forEach(name -> store.setStrategy(name, "RUNNING", World.SYMBOLS));
            World.SYMBOLS.forEach(symbol -> store.setInstrument(World.instrument(symbol)));
            World.SYMBOLS.forEach(symbol -> store.surroundings().setMark(symbol, World.PRICE, World.BEGINNING_MS));
            stores.put(account, store);
        }
    }

    ModelStore store(Account account) {
        return Objects.requireNonNull(stores.get(account));
    }

    private Collection<ModelStore> all() {
        return stores.values();
    }

    @Override
    public OrderStore orders(Account account) {
        return store(account);
    }

    @Override
    public String kill(Account account, KillSwitch.Level level, long nowMs) {
        return changed(store(account).commands().kill(level, "operator", nowMs));
    }

    @Override
    public String pause(Account account, int minutes, long nowMs) {
        long untilMs = nowMs + minutes * MINUTE_MS;
        return changed(store(account).commands().pause(untilMs, "paused by operator: test", nowMs));
    }

    private static String changed(boolean changed) {
        return changed ? "changed" : "same";
    }

    @Override
    public String resume(Account account, String by, long nowMs) {
        return word(store(account).commands().resume(by, nowMs));
    }

    @Override
    public String limit(Account account, long seenVersion, RiskLimits limits, long nowMs) {
        return word(store(account).commands().limit(seenVersion, limits, nowMs));
    }

    @Override
    public String run(String strategy, boolean running, long nowMs) {
        return all().stream()
                .map(store -> word(store.commands().run(strategy, running, nowMs)))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    @Override
    public void block(Symbol symbol, String reason) {
        all().forEach(store -> store.surroundings().block(symbol, reason));
    }

    @Override
    public String unblock(Account account, Symbol symbol, long nowMs) {
        Answer answer = store(account).commands().unblock(symbol, nowMs);
        if (answer == Answer.CHANGED) {
            all().forEach(store -> store.surroundings().unblock(symbol, nowMs));
        }
        return word(answer);
    }

    private static String word(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }

    /** The desk keeps one pass: the newest one, of whichever account. */
    @Override
    public void publish(Account account, Findings findings, long nowMs) {
        Set<Symbol> different = Stream.concat(
                        findings.mismatches().stream().map(Findings.Mismatch::symbol),
                        findings.bookErrors().stream().map(Findings.BookError::symbol))
                .collect(Collectors.toSet());
        boolean readAll = findings.unreadable().isEmpty();
        Pass pass = new Pass(findings.clean(), readAll, different, nowMs);
        stores.forEach((owner, store) -> store.surroundings().reconciled(owner.equals(account) ? pass : null));
    }

    @Override
    public String watch(Account account, boolean reached, long nowMs) {
        ModelStore store = store(account);
        store.surroundings().watched(reached, nowMs);
        long longestMs = store.limits().guard().holdAlertMs();
        long alerts = store.openTrades(account).stream()
                .filter(trade -> !trade.open().isZero() && nowMs - trade.firstFillAtMs() > longestMs)
                .map(OpenTrade::tradeId)
                .filter(alerted::add)
                .count();
        return alerts + " alerts, " + store.surroundings().guard(nowMs);
    }

    @Override
    public void expectStream(Account account, long nowMs) {
        store(account).surroundings().streamExpected(nowMs);
    }

    @Override
    public void streamAlive(Account account, long atMs) {
        store(account).surroundings().streamAlive(atMs);
    }

    @Override
    public void deskState(String state) {
        all().forEach(store -> store.setDeskState(state));
    }

    @Override
    public void mark(Symbol symbol, BigDecimal price, long completeToMs) {
        all().forEach(store -> store.surroundings().setMark(symbol, price, completeToMs));
    }

    @Override
    public void filters(Instrument instrument) {
        all().forEach(store -> store.setInstrument(instrument));
    }

    @Override
    public boolean note(Account account, VenueOrder order, Stranger kind) {
        return store(account).adopting().note(order, kind.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String askAdoption(Account account, Symbol symbol, String venueOrderId, long nowMs) {
        boolean asked = store(account).adopting().ask(symbol, venueOrderId, "operator", "test", nowMs);
        return asked ? "asked" : "no_open_trade";
    }

    @Override
    public Adoptions adoptions() {
        return new ModelAdoptions(this::store);
    }

    @Override
    public List<String> lines(Account account) {
        return store(account).account().lines().stream().sorted().toList();
    }
}
