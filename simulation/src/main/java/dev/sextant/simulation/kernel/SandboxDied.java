package dev.sextant.simulation.kernel;

/** Unwinds a sandbox that was killed. An error, so that no handler of production code takes it for a failure. */
final class SandboxDied extends Error {

    private static final long serialVersionUID = 1L;

    SandboxDied() {
        super("the sandbox was killed", null, false, false);
    }
}
