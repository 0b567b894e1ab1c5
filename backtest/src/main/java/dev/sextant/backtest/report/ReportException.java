package dev.sextant.backtest.report;

/** A report can't be kept or read; the message is one line that says why. */
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReportException(String message) {
        super(message);
    }
}
