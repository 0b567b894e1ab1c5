package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.chance.Draws;
import dev.sextant.venues.sim.book.TopOfBook;

/** The best bid and ask. Prices are whole ticks and quantities whole steps here; they leave as units of 10⁻⁸. */
final class Quotes {

    private static final double BEST_LOG_DEVIATION = 1.6;
    private static final double WIDER = 0.015;

    private final SymbolProfile profile;
    private final Draws draws;
    private final long tickE8;
    private final long stepE8;
    private long bid;
    private long ask;
    private long bidSteps;
    private long askSteps;
    private long updateId;

    Quotes(SymbolProfile profile, Draws draws, double price) {
        this.profile = profile;
        this.draws = draws;
        this.tickE8 = profile.instrument().price().tickE8();
        this.stepE8 = profile.instrument().lot().stepE8();
        this.updateId = 1;
        moveTo(price);
    }

    private double ticks(double price) {
        return price / Units.decimal(tickE8);
    }

    /** Both sides gather around a price; false when they stay where they are. */
    boolean moveTo(double price) {
        long below = (long) Math.floor(ticks(price));
        long above = below + 1 + draws.geometric(WIDER);
        if (below == bid && above == ask) {
            return false;
        }
        bid = below;
        ask = above;
        bidSteps = bestSteps();
        askSteps = bestSteps();
        return true;
    }

    /** A taker has left the side it walked at a new price with so much on it. */
    void walked(boolean bought, long ticks, long leftSteps) {
        if (bought) {
            ask = ticks;
            askSteps = leftSteps;
        } else {
            bid = ticks;
            bidSteps = leftSteps;
        }
    }

    /** The other side follows to a tick's distance; false when it is there already. */
    boolean close(boolean bought) {
        if (ask - bid == 1) {
            return false;
        }
        if (bought) {
            bid = ask - 1;
            bidSteps = bestSteps();
        } else {
            ask = bid + 1;
            askSteps = bestSteps();
        }
        return true;
    }

    private long bestSteps() {
        return steps(draws.lognormal(profile.bestQty(), BEST_LOG_DEVIATION));
    }

    /** At least one step. */
    long steps(double qty) {
        return Math.max(1, (long) (qty / Units.decimal(stepE8)));
    }

    /** The price a taker gets first. */
    long best(boolean buys) {
        return buys ? ask : bid;
    }

    long bestSteps(boolean buys) {
        return buys ? askSteps : bidSteps;
    }

    double mid() {
        return (bid + ask) / 2.0 * Units.decimal(tickE8);
    }

    long priceE8(long ticks) {
        return ticks * tickE8;
    }

    long qtyE8(long steps) {
        return steps * stepE8;
    }

    long nextUpdateId() {
        return ++updateId;
    }

    TopOfBook top(long timeMs) {
        return new TopOfBook(
                nextUpdateId(), priceE8(bid), qtyE8(bidSteps), priceE8(ask), qtyE8(askSteps), timeMs, timeMs);
    }
}
