package dev.sextant.ingest.jobs;

/** A job could not do all that was due; its next run goes on. */
public final class JobFailedException extends RuntimeException {

    public JobFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
