package dev.sextant.recordings;

import java.nio.file.Path;

/** A file can't be read as a recording; the message is one line with the file and the reason. */
public final class RecordingException extends Exception {

    private static final long serialVersionUID = 1L;

    public RecordingException(Path file, String reason) {
        super(file + ": " + reason);
    }
}
