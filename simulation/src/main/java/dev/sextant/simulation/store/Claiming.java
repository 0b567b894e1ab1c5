package dev.sextant.simulation.store;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderTrigger;
import dev.sextant.domain.order.StoreException;
import dev.sextant.domain.risk.EntryConditions;
import dev.sextant.domain.risk.EntryDemand;
import dev.sextant.domain.risk.EntryGate;
import dev.sextant.domain.risk.ExposureLimits;
import dev.sextant.domain.risk.Refusal;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.risk.RiskPicture;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** {@code execution.claim}. */
final class Claiming {

    private static final long IN_PROGRESS_MS = 5_000;

    private final Tables tables;
    private final Set<Defect> defects;
    private final PlanGate plans;

    Claiming(Tables tables, Set<Defect> defects, PlanGate plans) {
        this.tables = tables;
        this.defects = defects;
        this.plans = plans;
    }

    Claim claim(ClaimRequest request) {
        OrderRow row = tables.orders.get(request.id());
        if (row == null) {
            return new Claim.Denied("unknown_intent", "no such intent");
        }
        if (row.state == OrderState.SENDING && request.token().equals(row.claimToken)) {
            return new Claim.Granted(row.stored());
        }
        if (row.state != OrderState.APPROVED && !claimableAgain(row, request.nowMs())) {
            return new Claim.Denied("not_claimable", "state is " + row.state);
        }
        RiskLimits limits = tables.account.limits;
        long aheadMs = request.clockAheadMs();
        boolean off = aheadMs > limits.maxClockAheadMs() || Math.abs(aheadMs) > limits.maxClockOffsetMs();
        if (off && !defects.contains(Defect.CLOCK_NOT_CHECKED)) {
            return new Claim.Denied("clock", "clock is " + aheadMs + " ms ahead of the venue");
        }
        Optional<Refusal> refusal = switch (row.intent.purpose()) {
            case ENTRY -> refusal(row, request.nowMs());
            case FIRST_LEG -> plans.firstLeg(row, request.nowMs());
            case STOP, TAKE_PROFIT_1, TAKE_PROFIT_2, CLOSE, NEXT_LEG, UNWIND -> Optional.empty();
        };
        return refusal.map(why -> refuse(row, why, request.nowMs())).orElseGet(() -> grant(row, request));
    }

    private boolean claimableAgain(OrderRow row, long nowMs) {
        if (row.state != OrderState.SENDING) {
            return false;
        }
        Long claimedAtMs = row.claimedAtMs;
        boolean expired = claimedAtMs != null && nowMs - claimedAtMs > IN_PROGRESS_MS;
        if (!expired && defects.contains(Defect.CLAIM_EXPIRES)) {
            throw new StoreException("in progress", false, new IllegalStateException());
        }
        return defects.contains(Defect.NO_CAS) || (expired && defects.contains(Defect.CLAIM_EXPIRES));
    }

    private Optional<Refusal> refusal(OrderRow row, long nowMs) {
        RiskPicture picture = Reserving.picture(tables, defects, nowMs);
        RiskPicture.Trader trader = picture.strategies().get(row.intent.strategy());
        EntryConditions conditions = new EntryConditions(
                picture.deskState(),
                trader == null ? null : trader.state(),
                picture.blocked().get(row.intent.request().symbol()),
                picture.tradesCompleteToMs().get(row.intent.request().symbol()),
                picture.readings());
        EntryDemand demand = new EntryDemand(
                row.intent.strategy(),
                row.intent.request().symbol(),
                BigDecimal.ZERO,
                row.intent.risk(),
                row.intent.expiresAtMs());
        return EntryGate.refusal(demand, picture.account(), conditions, nowMs)
                .filter(this::counts)
                .or(() -> filters(row))
                .or(() -> tightened(row, picture));
    }

    private Optional<Refusal> tightened(OrderRow row, RiskPicture picture) {
        boolean changed = tables.account.limitsVersion > row.limitsVersion;
        return changed
                ? ExposureLimits.beyond(row.intent.request().symbol(), tables.account.limits, picture.exposure())
                : Optional.empty();
    }

    private boolean counts(Refusal refusal) {
        boolean late = refusal.code().equals("expired");
        return !defects.contains(late ? Defect.EXPIRY_NOT_CHECKED : Defect.KILL_CHECKED_EARLY);
    }

    private Optional<Refusal> filters(OrderRow row) {
        Instrument filters = tables.instruments.get(row.intent.request().symbol());
        BigDecimal quantity = row.quantity();
        boolean fits = filters != null
                && filters.tradable()
                && quantity.remainder(filters.stepSize()).signum() == 0
                && quantity.compareTo(filters.minQty()) >= 0
                && quantity.compareTo(filters.maxQty()) <= 0;
        return fits || defects.contains(Defect.FILTERS_NOT_CHECKED)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "filters",
                        "the venue's filters of " + row.intent.request().symbol() + " have changed"));
    }

    private Claim refuse(OrderRow row, Refusal why, long nowMs) {
        row.reasonCode = why.code();
        row.reason = why.reason();
        row.risk = BigDecimal.ZERO;
        OrderTrigger trigger = why.code().equals("expired") ? OrderTrigger.EXPIRED_UNSENT : OrderTrigger.BLOCKED;
        tables.move(row, trigger, nowMs);
        tables.audit(trigger.wireName(), row.intent.id().hex(), nowMs);
        return new Claim.Denied(why.code(), why.reason());
    }

    private Claim grant(OrderRow row, ClaimRequest request) {
        if (defects.contains(Defect.CLAIM_NOT_STORED)) {
            return new Claim.Granted(row.stored());
        }
        row.claimToken = request.token();
        row.claimedAtMs = request.nowMs();
        if (row.state == OrderState.APPROVED) {
            tables.move(row, OrderTrigger.CLAIMED, request.nowMs());
        }
        tables.audit(OrderTrigger.CLAIMED.wireName(), row.intent.id().hex(), request.nowMs());
        return new Claim.Granted(row.stored());
    }
}
