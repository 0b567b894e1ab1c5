package dev.sextant.local.scenario;

/** The end of a sandbox in the middle of a call: no handler may catch it, as none could catch the real thing. */
final class Died extends Error {

    private static final long serialVersionUID = 1;

    Died(String when) {
        super(when, null, false, false);
    }
}
