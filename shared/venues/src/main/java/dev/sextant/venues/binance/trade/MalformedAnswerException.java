package dev.sextant.venues.binance.trade;

/** The venue's answer is not what its documentation promises; the message names the field and what was there. */
final class MalformedAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
        super(message);
    }
}
