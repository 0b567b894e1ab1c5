package dev.sextant.domain.plan;

/** How far a plan has come. */
public enum PlanState {
    /** Refused before anything was reserved. */
    RISK_REJECTED,
    /** Its legs are being traded. */
    RUNNING,
    /** It goes on no more; what it holds is sold back. */
    UNWINDING,
    /** Over. */
    ENDED
}
