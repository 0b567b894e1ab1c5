package dev.sextant.venues.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a key may do, as Binance's {@code GET /sapi/v1/account/apiRestrictions} tells it.
 *
 * @param tiedToAddresses the key works from listed addresses only ({@code ipRestrict})
 * @param reads {@code enableReading}
 * @param futures {@code enableFutures}
 * @param withdraws {@code enableWithdrawals}
 * @param transfersInternally {@code enableInternalTransfer}: between a master account and its sub-accounts
 * @param transfersUniversally {@code permitsUniversalTransfer}: between wallets and accounts
 * @param superfluous rights that the desk has no use for and that could cost money in a thief's hands
 */
public record KeyRights(
        boolean tiedToAddresses,
        boolean reads,
        boolean futures,
        boolean withdraws,
        boolean transfersInternally,
        boolean transfersUniversally,
        List<String> superfluous) {

    private static final List<String> NOT_NEEDED = List.of(
            "enableMargin", "enableSpotAndMarginTrading", "enableVanillaOptions", "enablePortfolioMarginTrading");

    public KeyRights {
        superfluous = List.copyOf(superfluous);
    }

    /** Every right that matters must be there, as true or false: what isn't told isn't taken for harmless. */
    static KeyRights read(JsonNode json) throws MalformedAnswerException {
        List<String> superfluous = new ArrayList<>();
        for (String right : NOT_NEEDED) {
            if (json.has(right) && VenueJson.flag(json, right)) {
                superfluous.add(right);
            }
        }
        return new KeyRights(
                VenueJson.flag(json, "ipRestrict"),
                VenueJson.flag(json, "enableReading"),
                VenueJson.flag(json, "enableFutures"),
                VenueJson.flag(json, "enableWithdrawals"),
                VenueJson.flag(json, "enableInternalTransfer"),
                VenueJson.flag(json, "permitsUniversalTransfer"),
                superfluous);
    }

    /**
     * Why this key must not be held by the desk; empty when it can't move money out. A transfer leaves the account that
     * the desk watches as surely as a withdrawal does, and from where it arrives anything may follow: it counts as one.
     */
    public Optional<String> movesMoneyOut() {
        List<String> ways = new ArrayList<>();
        if (withdraws) {
            ways.add("enableWithdrawals");
        }
        if (transfersInternally) {
            ways.add("enableInternalTransfer");
        }
        if (transfersUniversally) {
            ways.add("permitsUniversalTransfer");
        }
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of("the key can move money out of the account (" + String.join(", ", ways) + ")");
    }
}
