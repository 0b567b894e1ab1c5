package dev.sextant.infra.alarm;

import dev.sextant.infra.settings.KrakenTrade.Lane;

/** Where triangles are traded: whether the lane lives, what it could not bring to an end, and their account at Kraken. */
final class TriangleAlarms {

    private static final String RECONCILER = "reconciler-spot";

    private final Rules rules;

    TriangleAlarms(Rules rules) {
        this.rules = rules;
    }

    void add(Lane lane) {
        if (lane == Lane.DIRECT) {
            rules.silent(
                    Measure.desk("direct", "PlansLive").times(1),
                    3,
                    "direct-silent",
                    "The direct lane has told nothing for three minutes: the task is gone, or can't reach the database. A plan"
                            + " under way may hold an asset in its middle; look at it with sextant plans and at the exchange."
                            + " The next start goes on with it.");
        }
        // In the other lane nobody stays who could tell of plans, but the reconciler looks each minute.
        addPlans(lane == Lane.DIRECT ? "direct" : RECONCILER);
        addAccount();
    }

    private void addPlans(String teller) {
        rules.atLeast(
                1,
                Measure.desk(teller, "PlansResidual").most(1),
                "plan-residual",
                "A plan could not sell back what it held. No plan begins until a person has looked and cleared it.");
        rules.atLeast(
                1,
                Measure.desk(teller, "PlanOrdersUnknown").most(1),
                2,
                "plan-order-unknown",
                "An order of a plan is in doubt for over a minute. The plan waits, an hour at most, with what it holds open"
                        + " to the market; look the order up at Kraken by its client order id.");
    }

    private void addAccount() {
        rules.silent(
                found("OrdersUnsettled").times(1),
                3,
                "kraken-reconciler-silent",
                "Nobody has compared the account at Kraken with its books for three minutes. Look at the reconciler's log"
                        + " and at its schedule.");
        rules.atLeast(
                1,
                found("PositionMismatches").most(1),
                2,
                "kraken-balance-mismatch",
                "Kraken shows another balance of an asset than is booked. It takes no plan until a person has looked; money"
                        + " that was moved in or out by hand is a difference, too.");
        rules.atLeast(
                1,
                found("Unreadable").sum(1),
                5,
                "kraken-unreadable",
                "For five minutes Kraken has not answered what the reconciler asked. Look at its status page and at the key"
                        + " of the reconciler.");
        rules.atLeast(
                1,
                found("AccountUnfit").most(1),
                "kraken-account-unfit",
                "The account at Kraken is not as the desk relies on: key, clock or money. Its pairs are blocked and triangles"
                        + " don't start; the checks of the desk's health say what is wrong.");
    }

    private static Measure found(String what) {
        return Measure.desk(RECONCILER, what);
    }
}
