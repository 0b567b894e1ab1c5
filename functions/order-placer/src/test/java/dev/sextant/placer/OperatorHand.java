package dev.sextant.placer;

import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.venues.sim.algo.AlgoKey;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.Side;

/** Somebody at the venue's own website. */
final class OperatorHand {

    private OperatorHand() {}

    /** Sells by hand, so that the desk does not know. */
    static void closes(Rig rig, String quantity) {
        rig.core.place(NewOrder.market(Rig.BTC, Side.SELL, E8.parse(quantity), "by-hand"), rig.nowMs());
    }

    /** Cancels one of the desk's conditional orders. */
    static void cancels(Rig rig, OrderIntent conditional) {
        rig.core.cancelAlgo(new AlgoKey.ByClientId(conditional.request().clientOrderId()), rig.nowMs());
    }
}
