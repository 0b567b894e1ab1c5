package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.reconciler.Adoptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders of others, {@code ops.adoptions_wanted} and {@code execution.adopt}. */
public final class Adopting {

    private static final int AT_ONCE = 20;

    private final Tables tables;
    private final Reserving reserving;
    private final Claiming claiming;
    private final Reporting reporting;
    private final Set<Defect> defects;

    Adopting(Tables tables, Reserving reserving, Claiming claiming, Reporting reporting, Set<Defect> defects) {
        this.tables = tables;
        this.reserving = reserving;
        this.claiming = claiming;
        this.reporting = reporting;
        this.defects = defects;
    }

    /** {@code ops.note_external_order}: whether it is new. */
    public boolean note(VenueOrder order, String kind) {
        Tables.VenueKey key = new Tables.VenueKey(order.symbol(), order.venueOrderId());
        ExternalRow known = tables.externals.get(key);
        if (known != null) {
            known.changed(order);
            return false;
        }
        tables.externals.put(key, new ExternalRow(order, kind));
        tables.audit("external_order", order.symbol() + " " + order.venueOrderId(), order.updatedAtMs());
        return true;
    }

    /** {@code ops.ask_adoption_once}: false when no trade is open in the symbol. */
    public boolean ask(Symbol symbol, String venueOrderId, String by, String reason, long nowMs) {
        if (tables.openTrades.values().stream().noneMatch(trade -> trade.symbol.equals(symbol))) {
            return false;
        }
        demand(symbol, venueOrderId, "external", by, reason);
        tables.audit("adoption_asked", symbol + " " + venueOrderId, nowMs);
        return true;
    }

    private AdoptionRow demand(Symbol symbol, String venueOrderId, String kind, String by, String reason) {
        AdoptionRow row = new AdoptionRow(tables.adoptions.size() + 1L, symbol, venueOrderId, kind, by, reason);
        tables.adoptions.add(row);
        return row;
    }

    /** What the venue did by itself first, then demands of people in their order. */
    public List<Adoptions.Wanted> wanted() {
        if (defects.contains(Defect.ADOPTIONS_FORGOTTEN)) {
            return List.of();
        }
        List<Adoptions.Wanted> wanted = new ArrayList<>();
        tables.externals.values().stream()
                .filter(row -> row.byVenue() && row.filled.signum() > 0 && !adopted(row) && tradedSince(row))
                .sorted(Comparator.comparing(row -> row.venueOrderId))
                .forEach(row -> wanted.add(new Adoptions.Wanted(
                        null,
                        row.symbol,
                        row.venueOrderId,
                        row.kind,
                        "exchange",
                        "order " + row.clientOrderId,
                        row.whole())));
        tables.adoptions.stream()
                .filter(row -> row.doneAtMs == null)
                .forEach(row -> wanted.add(row.wanted(whole(row))));
        return wanted.subList(0, Math.min(AT_ONCE, wanted.size()));
    }

    private @Nullable Quantity whole(AdoptionRow row) {
        ExternalRow told = tables.externals.get(new Tables.VenueKey(row.symbol, row.venueOrderId));
        return told == null ? null : told.whole();
    }

    private boolean adopted(ExternalRow order) {
        return tables.adoptions.stream()
                .anyMatch(row -> row.intentId != null
                        && row.symbol.equals(order.symbol)
                        && row.venueOrderId.equals(order.venueOrderId));
    }

    private boolean tradedSince(ExternalRow order) {
        return tables.openTrades.values().stream()
                .anyMatch(trade -> trade.symbol.equals(order.symbol) && trade.openedAtMs <= order.changedAtMs);
    }

    /** {@code execution.adopt}: why not, or nothing. */
    public Optional<String> book(Adoptions.Wanted wanted, OrderIntent intent, String token, OrderReport report) {
        Optional<String> known = known(wanted, report);
        if (known.isPresent()) {
            return known;
        }
        long nowMs = report.atMs();
        if (!(reserving.reserve(intent, nowMs) instanceof Reservation.Approved)) {
            return Optional.of("order " + wanted.venueOrderId() + " was adopted before");
        }
        Claim claim = claiming.claim(new ClaimRequest(intent.id(), token, nowMs, nowMs, 0, report.source()));
        if (!(claim instanceof Claim.Granted)) {
            throw new IllegalStateException("intent " + intent.id() + " could not be claimed: " + claim);
        }
        reporting.report(report);
        Long asked = wanted.id();
        AdoptionRow row = asked == null
                ? demand(wanted.symbol(), wanted.venueOrderId(), wanted.kind(), wanted.askedBy(), wanted.reason())
                : tables.adoptions.get((int) (asked - 1));
        row.doneAtMs = nowMs;
        row.intentId = intent.id();
        tables.audit("adopted", intent.id().hex(), nowMs);
        return Optional.empty();
    }

    private Optional<String> known(Adoptions.Wanted wanted, OrderReport report) {
        boolean ours = tables.orders.values().stream()
                .anyMatch(row -> row.intent.request().symbol().equals(wanted.symbol())
                        && (wanted.venueOrderId().equals(row.venueOrderId)
                                || wanted.venueOrderId().equals(row.executingOrderId)));
        if (ours) {
            return Optional.of("order " + wanted.venueOrderId() + " is the desk's own");
        }
        return report.fills().stream()
                .filter(fill -> tables.fillKeys.contains(new Tables.FillKey(wanted.symbol(), fill.tradeId())))
                .findFirst()
                .map(fill -> "execution " + fill.tradeId() + " is booked already");
    }

    /** {@code ops.refuse_adoption}. */
    public void refuse(long id, long nowMs) {
        AdoptionRow row = tables.adoptions.get((int) (id - 1));
        if (row.doneAtMs == null) {
            row.doneAtMs = nowMs;
            tables.audit("adoption_refused", row.symbol + " " + row.venueOrderId, nowMs);
        }
    }
}
