package dev.sextant.direct.exam;

import dev.sextant.venues.kraken.trade.KeyInfo;
import dev.sextant.venues.kraken.trade.KeyWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the rights of a key mean, by Kraken's words for them. */
final class KeyRights {

    private static final Set<String> READING = reading();

    private KeyRights() {}

    private static Set<String> reading() {
        Set<String> rights = new TreeSet<>(KeyWords.ASKING);
        rights.add(KeyWords.SOCKET);
        return rights;
    }

    /** Of the key that trades. */
    static Answer ofTrader(String check, KeyInfo key) {
        Set<String> needed = new TreeSet<>(READING);
        needed.addAll(KeyWords.TRADING);
        return of(check, key, needed, "reading, trading and the socket, and no way to move money out");
    }

    /** Of a key that only reads. */
    static Answer ofReader(String check, KeyInfo key) {
        Set<String> trading = new TreeSet<>(KeyWords.TRADING);
        trading.retainAll(key.rights());
        return trading.isEmpty()
                ? of(check, key, READING, "reading and the socket, and nothing else")
                : Answer.fail(
                        check,
                        "refused: the key that only reads can trade (" + String.join(", ", trading) + ")",
                        "make another without these rights, and delete this one");
    }

    private static Answer of(String check, KeyInfo key, Set<String> needed, String well) {
        Set<String> out = common(key.rights(), KeyWords.MOVING_OUT);
        if (!out.isEmpty()) {
            return Answer.fail(
                    check,
                    "refused: the key can move money out of the account (" + String.join(", ", out) + ")",
                    "make another key without these rights, and delete this one");
        }
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(key.rights());
        if (!missing.isEmpty()) {
            return Answer.fail(
                    check, "the key lacks " + String.join(", ", missing), "allow it in Kraken's settings of the key");
        }
        Set<String> more = new TreeSet<>(key.rights());
        more.removeAll(needed);
        Set<String> known = common(more, KeyWords.SUPERFLUOUS);
        more.removeAll(known);
        if (!more.isEmpty()) {
            return Answer.unknown(
                    check,
                    "nobody here knows what these rights allow: " + String.join(", ", more),
                    "take them away, or find out whether they move money");
        }
        return known.isEmpty()
                ? Answer.pass(check, well)
                : Answer.warn(
                        check,
                        "no way to move money out, but more than the desk uses: " + String.join(", ", known),
                        "take these rights away");
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        Set<String> both = new TreeSet<>(some);
        both.retainAll(others);
        return both;
    }

    /** Where from, how long, and how far back it may be used. */
    static Answer terms(String check, KeyInfo key, long nowSeconds, long soonSeconds) {
        List<String> worries = new ArrayList<>();
        if (key.addresses().isEmpty()) {
            worries.add("it works from any address");
        }
        if (key.validUntilSeconds() != 0 && key.validUntilSeconds() - nowSeconds < soonSeconds) {
            worries.add("it ends in " + Math.max(0, key.validUntilSeconds() - nowSeconds) / 3_600 + " h");
        }
        if (key.queryFromSeconds() != 0 || key.queryToSeconds() != 0) {
            worries.add("it sees a part of the histories only, and orders may not be found with it");
        }
        return worries.isEmpty()
                ? Answer.pass(check, "from listed addresses only, with whole histories")
                : Answer.warn(
                        check,
                        String.join("; ", worries),
                        "tie it to the address this desk leaves from, without bounds of time");
    }
}
