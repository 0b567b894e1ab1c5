package dev.sextant.local.venue.play;

/** Where the player is. In every state but PLAYING the market clock stands. */
public enum PlayState {
    /** Nobody listens to both {@code aggTrade} and {@code markPrice@1s} of a symbol yet. */
    WAITING,
    PLAYING,
    PAUSED,
    /** The capture is over; sockets stay open and REST goes on answering. */
    FINISHED
}
