package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.LivePlan;
import dev.sextant.domain.plan.PlanSequencer;
import dev.sextant.domain.plan.PlanState;
import dev.sextant.domain.plan.PlanStep;
import dev.sextant.domain.plan.PlanStore;
import dev.sextant.domain.plan.PlanStore.Reserved;
import dev.sextant.domain.plan.Quotes;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.platform.orders.SqlOrderStore;
import dev.sextant.platform.orders.SqlPlanStore;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.Sleeper;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries plans out: asks the sequencer what is next and does it, until the plan is over or has to wait. Both lanes run it;
 * any number of copies may run at once, for each order is claimed.
 */
public final class PlanRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRunner.class);

    /** More than any plan needs at a stretch; a plan that goes on for longer is gone on with at the next tick. */
    private static final int MOST_STEPS = 64;

    /** An order that trades at once is looked at again this often before it is left for the next tick. */
    private static final int MOST_LOOKS = 6;

    private static final long FIRST_LOOK_MS = 5;

    /** Where an order that trades at once stays for a moment only. */
    private static final Set<OrderState> MOVING =
            Set.of(OrderState.SENDING, OrderState.OPEN, OrderState.PARTIALLY_FILLED);

    private final PlanStore plans;
    private final PlanSequencer sequencer;
    private final OrderSender sender;
    private final OrderLook look;
    private final EpochClock marketClock;
    private final Sleeper sleeper;
    private final Consumer<Account> watch;
    private final Rehearsal rehearsal;

    /** A reservation that leaves nothing behind. */
    @FunctionalInterface
    private interface Rehearsal {
        void of(CyclePlan plan, ClaimRequest claim, long nowMs);
    }

    /**
     * @param quotes what the markets ask when something is sold back
     * @param monotonicMs milliseconds that never go back, for the time between signing and sending
     * @param tokens fresh claim tokens
     * @param sleeper waits between two looks at an order
     */
    public PlanRunner(
            PlanStore plans,
            OrderStore orders,
            TradingVenue venue,
            Quotes quotes,
            EpochClock marketClock,
            LongSupplier monotonicMs,
            Supplier<String> tokens,
            Sleeper sleeper) {
        this(
                plans,
                orders,
                venue,
                quotes,
                marketClock,
                monotonicMs,
                tokens,
                sleeper,
                account -> {},
                (plan, claim, nowMs) -> {});
    }

    private PlanRunner(
            PlanStore plans,
            OrderStore orders,
            TradingVenue venue,
            Quotes quotes,
            EpochClock marketClock,
            LongSupplier monotonicMs,
            Supplier<String> tokens,
            Sleeper sleeper,
            Consumer<Account> watch,
            Rehearsal rehearsal) {
        this.plans = plans;
        this.watch = watch;
        this.rehearsal = rehearsal;
        this.sequencer = new PlanSequencer(quotes);
        this.sender = new OrderSender(orders, venue, marketClock, monotonicMs, tokens);
        this.look = new OrderLook(orders, venue, marketClock);
        this.marketClock = marketClock;
        this.sleeper = sleeper;
    }

    /**
     * A runner over the database, which also tells the guard whether the venue answers.
     *
     * @param sql with the placer's role, or the direct lane's
     * @param quotes what the markets ask when something is sold back
     */
    public static PlanRunner of(SqlClient sql, TradingVenue venue, Quotes quotes, EpochClock marketClock) {
        SqlPlanStore plans = new SqlPlanStore(sql);
        return new PlanRunner(
                plans,
                new SqlOrderStore(sql),
                venue,
                quotes,
                marketClock,
                MonotonicClock.system()::nowMs,
                OrderPlacerFactory::freshToken,
                Sleeper.real(),
                new VenueWatch(venue::balances, new SqlGuardJournal(sql), marketClock, Metrics.NONE)::look,
                (plan, claim, nowMs) -> plans.rehearse(plan, claim, OrderSender.SOURCE, nowMs));
    }

    /**
     * The direct lane: reserves a plan, claims its first leg in the same step, sends it, and goes on.
     *
     * @return how risk judged it
     */
    public Reserved begin(CyclePlan plan) {
        Optional<OrderSender.Ticket> ticket =
                sender.ticket(LegIntent.first(plan).id());
        if (ticket.isEmpty()) {
            return new Reserved.Refused("venue_clock", "the venue's clock could not be read");
        }
        Reserved reserved = LostAnswer.repeat(
                () -> plans.reserve(plan, ticket.get().request(), OrderSender.SOURCE, marketClock.nowMs()));
        if (reserved instanceof Reserved.Approved(Claim claim)) {
            send(claim, ticket.get());
            run(plan.planId());
        }
        return reserved;
    }

    /** Goes the way of {@link #begin} up to the sending and leaves nothing behind: the next plan finds all of it warm. */
    public void rehearse(CyclePlan plan) {
        sender.ticket(LegIntent.first(plan).id())
                .ifPresent(ticket -> rehearsal.of(plan, ticket.request(), marketClock.nowMs()));
    }

    private void send(@Nullable Claim claim, OrderSender.Ticket ticket) {
        if (claim != null) {
            sender.sendIfGranted(claim, ticket);
        }
    }

    /** The stream lane: an order was approved. Sends it when it begins a plan, and goes on; whether it does. */
    public boolean onApproved(IntentId id) {
        Optional<StoredOrder> order =
                plans.order(id).filter(found -> found.purpose().ofPlan());
        order.ifPresent(first -> {
            sender.send(id);
            run(first.tradeId());
        });
        return order.isPresent();
    }

    /** Asks the venue now and then whether it is there, and tells the guard; may wait for its answer. */
    public void watch(Account account) {
        watch.accept(account);
    }

    /** Goes on with every plan of an account that is not over. */
    public void keep(Account account) {
        plans.live(account).forEach(live -> run(live.plan().planId()));
    }

    /** Goes on with one plan as far as it can be gone on with now. */
    public void run(String planId) {
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<LivePlan> live = plans.find(planId).filter(PlanRunner::isUnderWay);
            if (live.isEmpty() || !goOn(live.get(), sequencer.next(live.get(), marketClock.nowMs()))) {
                return;
            }
        }
    }

    private static boolean isUnderWay(LivePlan live) {
        return live.state() == PlanState.RUNNING || live.state() == PlanState.UNWINDING;
    }

    /** Does one step; whether there may be another. */
    private boolean goOn(LivePlan live, PlanStep step) {
        return switch (step) {
            case PlanStep.Send send -> sender.send(send.id()).isPresent();
            case PlanStep.Place place -> place(live, place);
            case PlanStep.LookUp lookUp -> lookUp(lookUp.id());
            case PlanStep.Pause _ -> false;
            case PlanStep.End end -> {
                LOG.info(
                        "plan {} of {}: {}, {}",
                        live.plan().planId(),
                        live.plan().cycle(),
                        end.outcome(),
                        end.reason());
                plans.end(live.plan().planId(), end, OrderSender.SOURCE, marketClock.nowMs());
                yield false;
            }
        };
    }

    private boolean place(LivePlan live, PlanStep.Place step) {
        LegIntent intent = LegIntent.of(live.plan(), step);
        Optional<OrderSender.Ticket> ticket = sender.ticket(intent.id());
        if (ticket.isEmpty()) {
            return false;
        }
        Reserved reserved = LostAnswer.repeat(
                () -> plans.reserveLeg(intent, ticket.get().request(), OrderSender.SOURCE, marketClock.nowMs()));
        return switch (reserved) {
            case Reserved.Approved(Claim claim) -> {
                send(claim, ticket.get());
                yield claim instanceof Claim.Granted;
            }
            // Somebody else carries it on.
            case Reserved.Exists _ -> false;
            case Reserved.Refused refused -> {
                LOG.info("plan {} waits: {}", live.plan().planId(), refused.reason());
                yield false;
            }
        };
    }

    private boolean lookUp(IntentId id) {
        long waitMs = FIRST_LOOK_MS;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Optional<StoredOrder> order = plans.order(id);
            if (order.isEmpty() || order.get().state().isFinal() || look.at(order.get())) {
                return true;
            }
            if (!MOVING.contains(order.get().state())) {
                return false;
            }
            try {
                sleeper.sleep(waitMs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            waitMs *= 2;
        }
        return false;
    }
}
