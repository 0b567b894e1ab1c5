package dev.sextant.domain.plan;

/** How a plan ended. */
public enum PlanOutcome {
    /** Every leg traded; what was left over was too little to sell. */
    COMPLETE,
    /** Something was sold back. */
    UNWOUND,
    /** The first leg traded nothing. */
    MISSED,
    /** More than too little is left in the middle and could not be sold: the account begins no plan until a person has seen it. */
    RESIDUAL
}
