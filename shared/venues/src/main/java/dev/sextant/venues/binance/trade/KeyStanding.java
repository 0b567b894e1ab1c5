package dev.sextant.venues.binance.trade;

/** Whether the key in use may be used for entries. */
public sealed interface KeyStanding {

    /** It can't move money out; or nothing can be, because there is nothing real. */
    record Fit() implements KeyStanding {}

    /** It can. */
    record Refused(String why) implements KeyStanding {}

    /** Nobody knows: its rights could not be read, at all or for too long. */
    record Unread(String why) implements KeyStanding {}

    /** Why no entry may be signed with it, or an empty text. */
    default String objection() {
        return switch (this) {
            case Fit _ -> "";
            case Refused(String why) -> why + "; make another key without that right";
            case Unread(String why) -> "what the key may do is not known: " + why;
        };
    }
}
