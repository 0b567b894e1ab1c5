package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.risk.GuardState;
import dev.sextant.reconciler.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws operations from a seed. It looks at the model, so that most of them find something to do. */
final class Generator {

    private static final List<Long> CLOCKS = List.of(-5_001L, -5_000L, 301L, 500L, 501L, 6_000L);

    private final Situation now;
    private final IntentDraws intents;
    private final ReportDraws reports;
    private final DeskDraws desk;
    private final OtherDraws others;
    private @Nullable Operation last;

    Generator(long seed, ModelSide model) {
        this.now = new Situation(seed, model);
        this.intents = new IntentDraws(now);
        this.reports = new ReportDraws(now);
        this.desk = new DeskDraws(now);
        this.others = new OtherDraws(now);
    }

    Operation next() {
        now.passTime();
        last = after(last).orElseGet(this::drawn);
        return last;
    }

    /** Who kills may do so again; who blocks publishes why; and a pass is often asked for because of what may follow it. */
    private Optional<Operation> after(@Nullable Operation before) {
        return switch (before) {
            case DeskOperation.Kill kill when now.chance(30) -> Optional.of(desk.kill(kill.account()));
            case DeskOperation.Block block
            when now.chance(40) -> Optional.of(desk.differs(now.account(), block.symbol()));
            case DeskOperation.Reconciled pass when now.chance(60) -> Optional.of(after(pass));
            case OtherOperation.AskAdoption _ when now.chance(60) -> Optional.of(others.draw());
            case null, default -> Optional.empty();
        };
    }

    private Operation after(DeskOperation.Reconciled pass) {
        if (now.model.store(pass.account()).surroundings().guard(now.nowMs) == GuardState.HALTED) {
            return new DeskOperation.Resume(pass.account(), "Grace H.", now.nowMs);
        }
        List<Findings.Mismatch> different = pass.findings().mismatches();
        Symbol symbol = different.isEmpty()
                ? now.pick(World.SYMBOLS)
                : different.getFirst().symbol();
        return new DeskOperation.Unblock(pass.account(), symbol, now.nowMs);
    }

    private Operation drawn() {
        int kind = (int) now.between(0, 99);
        if (kind < 18) {
            return reserve(intents.entry());
        }
        if (kind < 28) {
            return reserve(intents.exit());
        }
        if (kind < 46) {
            return now.chance(60) && nothingWaits() ? demand() : ofAnOrder(this::claim);
        }
        if (kind < 67) {
            return reports.draw().<Operation>map(report -> report).orElseGet(this::demand);
        }
        if (kind < 71) {
            return others.draw();
        }
        if (kind < 78) {
            return question();
        }
        return kind < 81 ? desk.trouble() : desk.remedy();
    }

    /** What several clients are to do at once: about one account more often than not, and some of it twice. */
    List<Operation> burst(int size) {
        now.lookAt(now.chance(70) ? now.account() : null);
        List<Operation> burst = new ArrayList<>();
        while (burst.size() < size) {
            Operation operation = !burst.isEmpty() && now.chance(25) ? now.pick(burst) : next();
            if (!isNoSingleMoment(operation)) {
                burst.add(operation);
            }
        }
        now.lookAt(null);
        return burst;
    }

    /**
     * Blocks and passes carry the database's own time, which is that of a transaction's begin and not of its end; and a step
     * about an order of others first looks which are wanted, which makes it two.
     */
    private static boolean isNoSingleMoment(Operation operation) {
        return operation instanceof DeskOperation.Block
                || operation instanceof DeskOperation.Unblock
                || operation instanceof DeskOperation.Reconciled
                || operation instanceof OtherOperation;
    }

    private boolean nothingWaits() {
        return World.ACCOUNTS.stream()
                .allMatch(account -> now.model
                        .store(account)
                        .lingeringApprovals(account, now.nowMs)
                        .isEmpty());
    }

    private OrderOperation demand() {
        return reserve(now.chance(60) ? intents.exit() : intents.entry());
    }

    private OrderOperation reserve(OrderIntent intent) {
        return new OrderOperation.Reserve(intent.account(), intent, now.nowMs);
    }

    /** Short questions and notes. */
    private Operation question() {
        Account account = now.account();
        return switch ((int) now.between(0, 8)) {
            case 0 -> new OrderOperation.Unfinished(account);
            case 1 -> new OrderOperation.OpenTrades(account);
            case 2 -> new OrderOperation.CancelsEntries(account);
            case 3, 4 -> new OrderOperation.Sweep(account, now.nowMs - now.between(0, 4_000));
            case 5, 6 -> ofAnOrder(order -> new OrderOperation.Cancel(order.account(), order.id(), now.nowMs));
            default -> ofAnOrder(order -> new OrderOperation.NotFound(order.account(), order.id()));
        };
    }

    /** What is done with an order. */
    private interface Use {
        OrderOperation of(StoredOrder order);
    }

    private Operation ofAnOrder(Use use) {
        Account account = now.account();
        List<StoredOrder> orders = now.orders(account);
        if (orders.isEmpty()) {
            return strange(account);
        }
        List<StoredOrder> open =
                orders.stream().filter(order -> !order.state().isFinal()).toList();
        return use.of(now.pick(open.isEmpty() || now.chance(10) ? orders : open));
    }

    /** An order that nobody ever wanted. */
    private Operation strange(Account account) {
        IntentId nobodys = new IntentId("0".repeat(64));
        ClaimRequest claim = new ClaimRequest(nobodys, "t", now.nowMs, now.nowMs, 0, "test");
        return now.chance(50)
                ? new OrderOperation.MayBeSent(account, claim)
                : new OrderOperation.Cancel(account, nobodys, now.nowMs);
    }

    private OrderOperation claim(StoredOrder order) {
        StoredOrder wanted = waiting(order).orElse(order);
        String token = now.chance(15) ? now.tokens.getOrDefault(wanted.id(), "t0") : "t" + now.number();
        now.tokens.put(wanted.id(), token);
        long aheadMs = now.chance(12) ? now.pick(CLOCKS) : now.between(-200, 200);
        long nowMs = now.nowMs + (now.chance(6) ? 16_000 : 0);
        return new OrderOperation.MayBeSent(
                wanted.account(), new ClaimRequest(wanted.id(), token, nowMs, nowMs, aheadMs, "placer"));
    }

    private Optional<StoredOrder> waiting(StoredOrder order) {
        List<StoredOrder> approved = now.orders(order.account()).stream()
                .filter(other -> other.state() == OrderState.APPROVED)
                .toList();
        return approved.isEmpty() || now.chance(20) ? Optional.empty() : Optional.of(now.pick(approved));
    }
}
