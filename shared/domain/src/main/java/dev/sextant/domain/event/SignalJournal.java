package dev.sextant.domain.event;

/** Notes why a signal never became an intent, so that it explains itself. */
@FunctionalInterface
public interface SignalJournal {

    /**
     * @param code a stable word: {@code expired}, {@code too_small}, {@code unknown_symbol}, {@code no_account},
     *     {@code impossible}
     * @param reason one sentence with the figures
     */
    void refused(SignalRaised signal, String code, String reason);
}
