package dev.sextant.local.audit;

/** A line that is no row of an audit log; the message continues "line 7 …". */
public final class BadAuditLineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadAuditLineException(String message) {
        super(message);
    }
}
