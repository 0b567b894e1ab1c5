package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.domain.risk.GuardLimits;
import dev.sextant.domain.risk.GuardState;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.R;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.reconciler.Findings;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.Surroundings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What happens around the orders, for better and for worse. */
final class DeskDraws {

    private static final List<KillSwitch.Level> LEVELS =
            List.of(KillSwitch.Level.ENTRIES, KillSwitch.Level.CANCEL, KillSwitch.Level.FLATTEN);

    private final Situation now;

    DeskDraws(Situation now) {
        this.now = now;
    }

    /** Trouble, or an order of a person. */
    DeskOperation trouble() {
        Account account = now.account();
        return switch ((int) now.between(0, 11)) {
            case 0 -> kill(account);
            case 1 -> new DeskOperation.Pause(account, now.pick(List.of(1, 5, 30)), now.nowMs);
            case 2, 3 -> new DeskOperation.SetLimits(account, version(account), limits(account), now.nowMs);
            case 4 -> new DeskOperation.RunStrategy(strategy(), false, now.nowMs);
            case 5 -> new DeskOperation.DeskState(now.pick(List.of("RECOVERING", "ENDED")));
            case 6 -> new DeskOperation.Block(now.pick(World.SYMBOLS), now.pick(List.of("position 1 here", "by hand")));
            case 7 -> new DeskOperation.Filters(filters(now.pick(World.SYMBOLS)));
            case 8 -> new DeskOperation.Watch(account, false, now.nowMs);
            case 9 -> reconciled(account, now.chance(50), now.chance(50));
            case 10 ->
                now.chance(20)
                        ? new DeskOperation.ExpectStream(account, now.nowMs)
                        : new DeskOperation.StreamAlive(account, now.nowMs - now.between(0, 5_000));
            default -> mark(now.pick(World.SYMBOLS), now.steps("0.1", 600, 1_400));
        };
    }

    DeskOperation kill(Account account) {
        return new DeskOperation.Kill(account, now.pick(LEVELS), now.nowMs);
    }

    /** A way back, not always a way that is open. */
    DeskOperation remedy() {
        Account account = now.account();
        List<DeskOperation> needed = needed(account);
        return needed.isEmpty() || now.chance(25) ? anyRemedy(account) : now.pick(needed);
    }

    private List<DeskOperation> needed(Account account) {
        ModelStore store = now.model.store(account);
        Surroundings around = store.surroundings();
        List<DeskOperation> needed = new ArrayList<>();
        World.SYMBOLS.stream()
                .filter(symbol -> now.nowMs - around.completeToMs(symbol) > 60_000)
                .forEach(symbol -> needed.add(mark(symbol, now.steps("0.1", 970, 1_030))));
        if (!store.deskState().equals("HEALTHY")) {
            needed.add(new DeskOperation.DeskState("HEALTHY"));
            needed.add(new DeskOperation.RunStrategy(strategy(), true, now.nowMs));
        }
        if (around.guard(now.nowMs) == GuardState.HALTED) {
            needed.add(reconciled(account, now.chance(85), now.chance(95)));
            needed.add(new DeskOperation.Resume(account, "Ada Byron", now.nowMs));
        }
        around.blocked().stream().sorted().forEach(symbol -> {
            needed.add(reconciled(account, true, true));
            needed.add(new DeskOperation.Unblock(account, symbol, now.nowMs));
        });
        if (around.guard(now.nowMs).barsEntries()) {
            needed.add(new DeskOperation.Watch(account, true, now.nowMs));
            needed.add(new DeskOperation.Watch(account, true, now.nowMs));
            needed.add(new DeskOperation.StreamAlive(account, now.nowMs));
        }
        return needed;
    }

    private DeskOperation anyRemedy(Account account) {
        return switch ((int) now.between(0, 13)) {
            case 0, 1 -> mark(now.pick(World.SYMBOLS), now.steps("0.1", 970, 1_030));
            case 2, 3 -> reconciled(account, true, true);
            case 4, 5 -> new DeskOperation.Resume(account, now.pick(List.of("Ada Byron", "Grace H.")), now.nowMs);
            case 6 -> new DeskOperation.RunStrategy(strategy(), true, now.nowMs);
            case 7, 8 -> new DeskOperation.DeskState("HEALTHY");
            case 9 -> new DeskOperation.Unblock(account, now.pick(World.SYMBOLS), now.nowMs);
            case 10 -> new DeskOperation.Filters(World.instrument(now.pick(World.SYMBOLS)));
            case 11 -> new DeskOperation.StreamAlive(account, now.nowMs);
            case 12 -> new DeskOperation.SetLimits(account, version(account), World.LIMITS, now.nowMs);
            default -> new DeskOperation.Watch(account, true, now.nowMs);
        };
    }

    DeskOperation mark(Symbol symbol, BigDecimal price) {
        return new DeskOperation.Mark(symbol, price, now.nowMs - now.between(0, 30_000));
    }

    private String strategy() {
        return now.chance(5) ? "nobody" : now.pick(World.STRATEGIES);
    }

    private long version(Account account) {
        return now.model.store(account).account().limitsVersion() - (now.chance(10) ? 1 : 0);
    }

    DeskOperation reconciled(Account account, boolean agree, boolean read) {
        Symbol symbol = now.pick(World.SYMBOLS);
        boolean books = !agree && now.chance(30);
        return new DeskOperation.Reconciled(
                account,
                new Findings(
                        1,
                        0,
                        0,
                        now.chance(10) ? List.of("web_1") : List.of(),
                        agree || books ? List.of() : List.of(new Findings.Mismatch(symbol, "1", "0")),
                        books ? List.of(new Findings.BookError(symbol, Position.FLAT, Position.FLAT)) : List.of(),
                        read ? List.of() : List.of("positions: no answer")),
                now.nowMs - now.between(0, 1_000));
    }

    /** A pass that has read everything and found another position in a symbol. */
    DeskOperation differs(Account account, Symbol symbol) {
        Findings.Mismatch mismatch = new Findings.Mismatch(symbol, "1", "0");
        return new DeskOperation.Reconciled(
                account, new Findings(1, 0, 0, List.of(), List.of(mismatch), List.of(), List.of()), now.nowMs);
    }

    private Instrument filters(Symbol symbol) {
        Instrument usual = World.instrument(symbol);
        return new Instrument(
                symbol,
                usual.baseAsset(),
                usual.quoteAsset(),
                now.chance(60),
                usual.tickSize(),
                now.chance(50) ? usual.stepSize() : new BigDecimal("1"),
                now.chance(50) ? usual.minQty() : new BigDecimal("1.5"),
                now.chance(50) ? usual.maxQty() : new BigDecimal("3"),
                usual.minNotional());
    }

    private RiskLimits limits(Account account) {
        if (now.chance(15)) {
            return now.model.store(account).limits();
        }
        RiskLimits usual = World.LIMITS;
        return new RiskLimits(
                (int) now.between(1, 3),
                now.steps("50", 4, 12),
                now.steps("50", 12, 20),
                (int) now.between(1, 6),
                new R(now.steps("0.25", 8, 20)),
                (int) now.between(1, 4),
                now.between(1, 3) * 300_000,
                usual.maxDataAgeMs() * now.between(1, 2),
                now.between(300, 600),
                usual.maxClockOffsetMs(),
                new GuardLimits(
                        new R(now.steps("0.25", 2, 8)),
                        new R(now.steps("0.5", 1, 8)),
                        now.between(2, 5) * 60_000,
                        now.between(1, 3) * 600_000,
                        1_000,
                        now.between(1, 60) * 1_000));
    }
}
