package dev.sextant.simulation.kernel;

/** What a sandbox does; it reaches the outside through the sandbox alone. */
@FunctionalInterface
public interface SandboxBody {

    void run(Sandbox self);
}
