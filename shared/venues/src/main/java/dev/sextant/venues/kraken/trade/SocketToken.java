package dev.sextant.venues.kraken.trade;

/**
 * Opens a private subscription. Each connection takes a fresh one; it outlives its time while a subscription lives. A
 * secret: its text form doesn't show it.
 *
 * @param validSeconds within which a subscription must be opened
 */
public record SocketToken(String token, long validSeconds) {

    @Override
    public String toString() {
        return "SocketToken[***, " + validSeconds + " s]";
    }
}
