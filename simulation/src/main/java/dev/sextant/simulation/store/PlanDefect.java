package dev.sextant.simulation.store;

/** Ways in which the steps of plans could be wrong on purpose; each must be found by the simulation. */
public enum PlanDefect {
    /** An order of a plan is stored although another one is not final. */
    LEGS_SIDE_BY_SIDE,
    /** An order of a plan is granted to whoever asks, also when somebody else has claimed it. */
    LEG_CLAIM_NOT_ASKED,
    /** A plan ends although an order of it is not final. */
    ENDS_WITH_OPEN_ORDERS,
    /** The first leg passes although the kill switch is thrown. */
    KILL_IGNORED_BY_LEG_1,
    /** A plan begins although another one of its cycle is under way. */
    TWO_PLANS_OF_A_CYCLE,
    /** A plan begins although an earlier one has left something unsold. */
    RESIDUAL_IGNORED,
    /** A plan's first leg is judged by the balance alone, whatever plans under way are still to spend. */
    SPENDS_TWICE
}
