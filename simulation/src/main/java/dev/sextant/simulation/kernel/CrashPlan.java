package dev.sextant.simulation.kernel;

/** Where sandboxes die on purpose. */
@FunctionalInterface
public interface CrashPlan {

    /** Nobody dies on purpose. */
    CrashPlan NONE = (sandbox, call, sent) -> false;

    /**
     * Whether the sandbox dies now, just before a message leaves or just before its answer is read.
     *
     * @param sandbox the function's name
     * @param call number of the call in the whole run, from 0
     * @param sent false before the message leaves, true when its effect is there
     */
    boolean dies(String sandbox, long call, boolean sent);
}
