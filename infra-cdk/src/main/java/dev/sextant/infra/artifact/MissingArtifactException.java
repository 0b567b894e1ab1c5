package dev.sextant.infra.artifact;

import java.nio.file.Path;

/** The build has not produced something yet. One line: what, and the command that makes it. */
public final class MissingArtifactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingArtifactException(Path missing, String what) {
        super(missing + " is missing (" + what + "); build it with: ./mvnw -DskipTests package");
    }
}
