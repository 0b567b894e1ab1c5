package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.risk.GuardReadings;
import dev.sextant.domain.risk.GuardState;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ingest, the reconciler and the placer's watch write of the market and the venue, and what follows for entries. */
public final class Surroundings {

    private final Tables tables;
    private final Set<Defect> defects;

    Surroundings(Tables tables, Set<Defect> defects) {
        this.tables = tables;
        this.defects = defects;
    }

    /** The newest price of a symbol, and up to when its trades are complete. */
    public void setMark(Symbol symbol, BigDecimal price, long completeToMs) {
        tables.account.marks.put(symbol, new GuardReadings.Mark(price, completeToMs));
    }

    /**
     * What an ingest's frame makes of a symbol once the recorder has stored it: one of an older ingest than was heard
     * already is rejected, and nothing goes back.
     */
    public void heard(long epoch, Symbol symbol, BigDecimal price, long completeToMs) {
        if (epoch < tables.epochs.getOrDefault(symbol, Long.MIN_VALUE)) {
            return;
        }
        tables.epochs.put(symbol, epoch);
        if (completeToMs > completeToMs(symbol)) {
            setMark(symbol, price, completeToMs);
        }
    }

    /** Notes that the venue's private API was asked: {@code risk.watch}. */
    public void watched(boolean reached, long nowMs) {
        tables.account.contacts.asked(reached, nowMs);
    }

    /** A symbol that is blocked already has another reason from now on. */
    public void block(Symbol symbol, String reason) {
        AccountRow.Block earlier = tables.account.blocked.get(symbol);
        long step = earlier == null ? tables.nextStep() : earlier.step();
        tables.account.blocked.put(symbol, new AccountRow.Block(reason, step));
        if (earlier == null || !earlier.reason().equals(reason)) {
            // By the database's own clock, which the model has not.
            tables.audit("blocked", symbol.name(), 0);
        }
    }

    /** Whatever the reconciler says of it. */
    public void unblock(Symbol symbol, long nowMs) {
        if (tables.account.blocked.remove(symbol) != null) {
            tables.audit("unblocked", symbol.name(), nowMs);
        }
    }

    public Set<Symbol> blocked() {
        return Set.copyOf(tables.account.blocked.keySet());
    }

    /** What the reconciler has published; null once it has published a pass of another account. */
    public void reconciled(@Nullable Pass pass) {
        tables.account.contacts.reconciled(pass, tables.nextStep());
    }

    /** From now on the account is to have a private stream. */
    public void streamExpected(long nowMs) {
        tables.account.contacts.streamExpected(nowMs);
    }

    /** The private stream has spoken. */
    public void streamAlive(long atMs) {
        tables.account.contacts.streamAlive(atMs);
    }

    /** Up to when a symbol's trades are complete, or 0. */
    public long completeToMs(Symbol symbol) {
        GuardReadings.Mark mark = tables.account.marks.get(symbol);
        return mark == null ? 0 : mark.completeToMs();
    }

    /** The state of the account. */
    public GuardState guard(long nowMs) {
        return Reserving.picture(tables, defects, nowMs).guard(nowMs).state();
    }

    /** Whether a strategy could enter now, whatever the size. */
    public boolean mayEnter(String strategy, Symbol symbol, long nowMs) {
        return Reserving.picture(tables, defects, nowMs)
                .refusalOfAny(strategy, symbol, nowMs)
                .isEmpty();
    }
}
