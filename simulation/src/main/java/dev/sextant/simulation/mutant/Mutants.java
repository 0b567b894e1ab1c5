package dev.sextant.simulation.mutant;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.DelegatingVenue;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.simulation.desk.Wiring;
import dev.sextant.simulation.kernel.Sandbox;
import dev.sextant.simulation.store.Defect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every mutant: the ways others have lost money with, and the steps of our own protocol left out one by one. */
public final class Mutants {

    private static final List<Mutant> ALL = all();

    private Mutants() {}

    /** Every one of them, in a fixed order. */
    public static List<Mutant> list() {
        return ALL;
    }

    public static Optional<Mutant> named(String name) {
        return ALL.stream().filter(mutant -> mutant.name().equals(name)).findFirst();
    }

    private static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        Arrays.stream(Defect.values())
                .filter(defect -> defect != Defect.LATCH_ONCE)
                .map(Mutant::of)
                .forEach(all::add);
        all.add(Mutant.of("retry-same-id", venue("placer", RetrySameId::new)));
        all.add(Mutant.of("retry-fresh-id", venue("placer", RetryFreshId::new)));
        all.add(Mutant.of("query-once-then-resend", venue("placer", QueryOnceThenResend::new)));
        all.add(Mutant.of("frozen-sender-sends", new FrozenSenderSends()));
        all.add(Mutant.of("unknown-taken-for-rejected", venue("placer", UnknownTakenForRejected::new)));
        all.add(Mutant.of("short-horizon", store("reconciler", ShortHorizon::new)));
        all.add(Mutant.of("cancel-asked-is-cancelled", new CancelAskedIsCancelled()));
        all.add(new Mutant("cancels-asked-once", Set.of(Defect.LATCH_ONCE), venue("reconciler", NeverCancels::new)));
        all.add(Mutant.of("stops-may-add-exposure", venue("placer", WithoutReduceOnly::new)));
        all.addAll(StreamMutants.all());
        all.addAll(PlanMutants.all());
        return List.copyOf(all);
    }

    private static Wiring venue(String function, UnaryOperator<TradingVenue> mutation) {
        return new Wiring() {
            @Override
            public TradingVenue venue(String of, TradingVenue plain, Sandbox self) {
                return of.equals(function) ? mutation.apply(plain) : plain;
            }
        };
    }

    private static Wiring store(String function, Function<OrderStore, OrderStore> mutation) {
        return new Wiring() {
            @Override
            public OrderStore store(String of, OrderStore plain) {
                return of.equals(function) ? mutation.apply(plain) : plain;
            }
        };
    }

    /** Sends the same request again when no answer came. */
    static final class RetrySameId extends DelegatingVenue {

        RetrySameId(TradingVenue venue) {
            super(venue);
        }

        @Override
        public Placement place(OrderRequest request, long signedAtMs) {
            Placement first = venue.place(request, signedAtMs);
            return first instanceof Placement.Unknown ? venue.place(request, signedAtMs) : first;
        }
    }

    /** Sends it again under another id. */
    private static final class RetryFreshId extends DelegatingVenue {

        RetryFreshId(TradingVenue venue) {
            super(venue);
        }

        @Override
        public Placement place(OrderRequest request, long signedAtMs) {
            Placement first = venue.place(request, signedAtMs);
            OrderRequest again = new OrderRequest(
                    request.symbol(),
                    request.clientOrderId() + "r",
                    request.side(),
                    request.type(),
                    request.quantity(),
                    request.triggerPrice(),
                    request.reduceOnly());
            return first instanceof Placement.Unknown ? venue.place(again, signedAtMs) : first;
        }
    }

    /** Looks for it once and sends it again when it is not found. */
    private static final class QueryOnceThenResend extends DelegatingVenue {

        QueryOnceThenResend(TradingVenue venue) {
            super(venue);
        }

        @Override
        public Placement place(OrderRequest request, long signedAtMs) {
            Placement first = venue.place(request, signedAtMs);
            boolean missing = first instanceof Placement.Unknown
                    && venue.find(request.symbol(), request.clientOrderId(), request.type()) instanceof Lookup.NotFound;
            return missing ? venue.place(request, signedAtMs) : first;
        }
    }

    /** Takes the signed time when it sends and never looks how long it took, so that a frozen sender is never too late. */
    private static final class FrozenSenderSends implements Wiring {

        @Override
        public LongSupplier monotonic(Sandbox self) {
            return () -> 0;
        }

        @Override
        public TradingVenue venue(String function, TradingVenue plain, Sandbox self) {
            return new DelegatingVenue(plain) {
                @Override
                public Placement place(OrderRequest request, long signedAtMs) {
                    return venue.place(request, self.monotonicMs());
                }
            };
        }
    }

    /** No answer means no order. */
    private static final class UnknownTakenForRejected extends DelegatingVenue {

        UnknownTakenForRejected(TradingVenue venue) {
            super(venue);
        }

        @Override
        public Placement place(OrderRequest request, long signedAtMs) {
            Placement answer = venue.place(request, signedAtMs);
            return answer instanceof Placement.Unknown(String reason)
                    ? new Placement.Rejected("unknown", reason, true, false)
                    : answer;
        }
    }

    /** Believes "not found" an hour too early. */
    private static final class ShortHorizon extends StoreMutant {

        private static final long EARLIER_MS = 3_590_000;

        ShortHorizon(OrderStore store) {
            super(store);
        }

        @Override
        public List<StoredOrder> unfinished(Account account) {
            return store.unfinished(account).stream().map(ShortHorizon::aged).toList();
        }

        private static StoredOrder aged(StoredOrder o) {
            return new StoredOrder(
                    o.id(),
                    o.account(),
                    o.strategy(),
                    o.strategyVersion(),
                    o.sourceId(),
                    o.decisionId(),
                    o.tradeId(),
                    o.purpose(),
                    o.cause(),
                    o.request(),
                    o.referencePrice(),
                    o.plan(),
                    o.state(),
                    o.version(),
                    o.filled(),
                    o.createdAtMs(),
                    earlier(o.claimedAtMs()),
                    earlier(o.unknownSinceMs()),
                    earlier(o.quarantinedAtMs()),
                    o.notFoundChecks() + 2,
                    o.cancelRequestedAtMs(),
                    o.updatedAtMs(),
                    o.reasonCode());
        }

        private static @Nullable Long earlier(@Nullable Long atMs) {
            return atMs == null ? null : atMs - EARLIER_MS;
        }
    }

    /** Whoever has asked for a cancel takes the order for cancelled. */
    private static final class CancelAskedIsCancelled implements Wiring {

        @Override
        public TradingVenue venue(String function, TradingVenue plain, Sandbox self) {
            return new DelegatingVenue(plain) {
                private final List<String> cancelled = new ArrayList<>();

                @Override
                public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
                    cancelled.add(clientOrderId);
                    return venue.cancel(symbol, clientOrderId, type);
                }

                @Override
                public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
                    Lookup answer = venue.find(symbol, clientOrderId, type);
                    return cancelled.contains(clientOrderId) && answer instanceof Lookup.Found found
                            ? new Lookup.Found(asCancelled(found.order()))
                            : answer;
                }
            };
        }

        private static VenueOrder asCancelled(VenueOrder seen) {
            return new VenueOrder(
                    seen.symbol(),
                    seen.clientOrderId(),
                    seen.venueOrderId(),
                    seen.executingOrderId(),
                    VenueOrder.Status.CANCELED,
                    seen.filled(),
                    seen.reason(),
                    seen.updatedAtMs());
        }
    }

    /** Leaves cancels to whoever asked first. */
    private static final class NeverCancels extends DelegatingVenue {

        NeverCancels(TradingVenue venue) {
            super(venue);
        }

        @Override
        public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
            return new Cancellation.Accepted();
        }
    }

    /** Exits are sent without reduce-only. */
    private static final class WithoutReduceOnly extends DelegatingVenue {

        WithoutReduceOnly(TradingVenue venue) {
            super(venue);
        }

        @Override
        public Placement place(OrderRequest request, long signedAtMs) {
            return venue.place(
                    new OrderRequest(
                            request.symbol(),
                            request.clientOrderId(),
                            request.side(),
                            request.type(),
                            request.quantity(),
                            request.triggerPrice(),
                            false),
                    signedAtMs);
        }
    }
}
