package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.reconciler.Adoptions;
import dev.sextant.reconciler.Findings;
import dev.sextant.reconciler.Stranger;
import java.math.BigDecimal;
import java.util.List;

/** A store with what surrounds it. Answers of a person's orders are the words of the database, in lower case. */
interface Side {

    OrderStore orders(Account account);

    String kill(Account account, KillSwitch.Level level, long nowMs);

    String pause(Account account, int minutes, long nowMs);

    String resume(Account account, String by, long nowMs);

    String limit(Account account, long seenVersion, RiskLimits limits, long nowMs);

    String run(String strategy, boolean running, long nowMs);

    void block(Symbol symbol, String reason);

    String unblock(Account account, Symbol symbol, long nowMs);

    void publish(Account account, Findings findings, long nowMs);

    /** Answers how many alerts are new, and the account's state. */
    String watch(Account account, boolean reached, long nowMs);

    void expectStream(Account account, long nowMs);

    void streamAlive(Account account, long atMs);

    void deskState(String state);

    void mark(Symbol symbol, BigDecimal price, long completeToMs);

    void filters(Instrument instrument);

    /** Whether an order that is not the desk's is new. */
    boolean note(Account account, VenueOrder order, Stranger kind);

    /** A person asks for an order of somebody else to be adopted. */
    String askAdoption(Account account, Symbol symbol, String venueOrderId, long nowMs);

    Adoptions adoptions();

    /** Everything that is stored of an account, sorted. */
    List<String> lines(Account account);
}
