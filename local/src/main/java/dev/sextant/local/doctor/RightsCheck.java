package dev.sextant.local.doctor;

import dev.sextant.venues.binance.trade.KeyRights;
import java.util.List;

/** What the rights of a key mean. */
final class RightsCheck {

    static final String NAME = "key_rights";
    static final String ADDRESSES = "key_addresses";

    private RightsCheck() {}

    static List<Finding> of(KeyRights rights) {
        return List.of(rights(rights), addresses(rights));
    }

    private static Finding rights(KeyRights rights) {
        String out = rights.movesMoneyOut().orElse("");
        if (!out.isEmpty()) {
            return Finding.fail(
                    NAME, "refused: " + out, "make another key with reading and futures alone, delete this one");
        }
        if (!rights.reads() || !rights.futures()) {
            return Finding.fail(
                    NAME,
                    "the key lacks " + (rights.futures() ? "enableReading" : "enableFutures"),
                    "allow reading and futures in the exchange's API management, and nothing else");
        }
        return rights.superfluous().isEmpty()
                ? Finding.pass(NAME, "reading and futures, and no way to move money out")
                : Finding.warn(
                        NAME,
                        "no way to move money out, but more than the desk uses: "
                                + String.join(", ", rights.superfluous()),
                        "take these rights away: whoever steals the key can lose money with them");
    }

    private static Finding addresses(KeyRights rights) {
        return rights.tiedToAddresses()
                ? Finding.pass(ADDRESSES, "the key works from listed addresses only")
                : Finding.warn(
                        ADDRESSES,
                        "the key works from any address",
                        "tie it to the address this desk leaves from; the exchange deletes open keys that trade");
    }
}
