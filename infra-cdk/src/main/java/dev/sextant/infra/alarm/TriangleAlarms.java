package dev.sextant.infra.alarm;

/** The lane that trades triangles: whether it lives, and what it could not bring to an end. */
final class DirectAlarms {

    private final Rules rules;

    DirectAlarms(Rules rules) {
        this.rules = rules;
    }

    void add() {
        rules.silent(
                told("PlansLive").times(1),
                3,
                "direct-silent",
                "The direct lane has told nothing for three minutes: the task is gone, or can't reach the database. A plan"
                        + " under way may hold an asset in its middle; look at it with sextant plans and at the exchange."
                        + " The next start goes on with it.");
        rules.atLeast(
                1,
                told("PlansResidual").most(1),
                "plan-residual",
                "A plan could not sell back what it held. No plan begins until a person has looked and cleared it.");
        rules.atLeast(
                1,
                told("PlanOrdersUnknown").most(1),
                2,
                "plan-order-unknown",
                "An order of a plan is in doubt for over a minute. The plan waits, an hour at most, with what it holds open"
                        + " to the market; look the order up at Kraken by its client order id.");
    }

    private static Measure told(String what) {
        return Measure.desk("direct", what);
    }
}
