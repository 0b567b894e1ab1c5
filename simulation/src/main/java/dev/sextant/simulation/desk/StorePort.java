package dev.sextant.simulation.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoreException;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.AnswerLost;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.NotReached;
import dev.sextant.simulation.kernel.Sandbox;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The store as a sandbox reaches it. */
public final class StorePort implements OrderStore {

    private static final long TIMEOUT_MS = 10_000;

    private final Kernel kernel;
    private final Sandbox self;
    private final Faults faults;
    private final OrderStore store;
    private final Witness witness;

    public StorePort(Kernel kernel, Sandbox self, Faults faults, OrderStore store, Witness witness) {
        this.kernel = kernel;
        this.self = self;
        this.faults = faults;
        this.store = store;
        this.witness = witness;
    }

    /** One step of the store, with the meanings the real client gives to answers that do not come. */
    public <T extends @Nullable Object> T step(String what, Supplier<T> effect) {
        try {
            return self.call(faults::store, TIMEOUT_MS, self.name() + " " + what, () -> {
                T answer = effect.get();
                witness.step();
                return answer;
            });
        } catch (NotReached e) {
            throw new StoreException("the database was not reached", false, e);
        } catch (AnswerLost e) {
            throw new StoreException("the database did not answer", true, e);
        }
    }

    @Override
    public Reservation reserve(OrderIntent intent, String source, long nowMs) {
        return step("reserve", () -> {
            Reservation answer = store.reserve(intent, source, nowMs);
            witness.reserved(answer);
            return answer;
        });
    }

    @Override
    public Claim claim(ClaimRequest request) {
        if (faults.strikes(FaultClass.FREEZES, 0.05)) {
            self.freeze(kernel.between(500, 60_000));
        }
        return step("claim", () -> {
            Claim answer = store.claim(request);
            witness.claimed(answer);
            return answer;
        });
    }

    @Override
    public Reported report(OrderReport report) {
        kernel.say(() -> self.name() + " reports " + report);
        return step("report", () -> {
            witness.reporting(report);
            Reported answer = store.report(report);
            witness.reported(report, answer);
            return answer;
        });
    }

    @Override
    public boolean requestCancel(IntentId id, String source, String why, long nowMs) {
        return step("cancel latch", () -> store.requestCancel(id, source, why, nowMs));
    }

    @Override
    public int countNotFound(IntentId id) {
        return step("count not found", () -> store.countNotFound(id));
    }

    @Override
    public List<IntentId> lingeringApprovals(Account account, long olderThanMs) {
        return step("lingering", () -> store.lingeringApprovals(account, olderThanMs));
    }

    @Override
    public List<StoredOrder> unfinished(Account account) {
        return step("unfinished", () -> store.unfinished(account));
    }

    @Override
    public boolean cancelsEntries(Account account) {
        return step("cancels entries", () -> store.cancelsEntries(account));
    }

    @Override
    public List<OpenTrade> openTrades(Account account) {
        return step("open trades", () -> store.openTrades(account));
    }
}
