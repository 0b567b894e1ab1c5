package dev.sextant.local.cli;

import java.nio.file.Path;

/** Where the desk lives: the checkout it was built from, and its state folder. */
public final class DeskHome {

    private DeskHome() {}

    /** The project's folder, from {@code -Dsextant.home}, which the launcher sets; else the working folder. */
    public static Path folder() {
        return Path.of(System.getProperty("sextant.home", ".")).toAbsolutePath().normalize();
    }

    /** {@code SEXTANT_STATE} or {@code .sextant} in the project's folder. */
    public static Path state() {
        String configured = System.getenv("SEXTANT_STATE");
        return configured == null || configured.isBlank()
                ? folder().resolve(".sextant")
                : Path.of(configured).toAbsolutePath().normalize();
    }
}
