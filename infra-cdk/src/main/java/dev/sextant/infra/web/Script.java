package dev.sextant.infra.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The small scripts that run where no Java does. They lie beside this class. */
enum Script {
    /** A CloudFront function. */
    VIEWERS("viewers.js"),
    /** An authorizer in Node.js. */
    DOOR("door.js");

    private final String file;

    Script(String file) {
        this.file = file;
    }

    String text() {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}
