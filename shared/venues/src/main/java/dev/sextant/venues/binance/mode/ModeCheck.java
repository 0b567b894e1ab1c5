package dev.sextant.venues.binance.mode;

import dev.sextant.domain.event.Account;
import java.net.URI;
import java.util.Optional;

/**
 * Whether mode, addresses and account belong together. Asked before a key is used for the first time, by everything that
 * holds one: a desk that is wrong about where it trades must not trade at all.
 */
public final class ModeCheck {

    private static final String SECURE = "https";

    private ModeCheck() {}

    /**
     * What doesn't fit between a mode and the address its orders go to, in a sentence; empty when they do. Loopback fits
     * every mode: nothing of value is there, and it is how the desk is tried out without an exchange.
     */
    public static Optional<String> ofAddress(TradingMode mode, URI rest) {
        VenueHost host = VenueHost.of(rest);
        boolean fits = host == VenueHost.LOOPBACK
                || switch (mode) {
                    case PAPER -> host == VenueHost.ELSEWHERE;
                    case TESTNET -> host == VenueHost.TESTNET;
                    case LIVE -> host == VenueHost.PRODUCTION;
                };
        if (!fits) {
            return Optional.of("mode " + mode.word() + " and the venue " + rest + " disagree: " + expected(mode));
        }
        boolean open = mode != TradingMode.PAPER && host != VenueHost.LOOPBACK && !SECURE.equals(rest.getScheme());
        return open
                ? Optional.of("the venue " + rest + " is not asked over " + SECURE + ": a key would travel in the open")
                : Optional.empty();
    }

    private static String expected(TradingMode mode) {
        return switch (mode) {
            case PAPER -> "paper orders never go to an exchange, expected a venue server of your own";
            case TESTNET -> "expected an address of Binance's test market, for example https://demo-fapi.binance.com";
            case LIVE -> "expected Binance's own https://fapi.binance.com";
        };
    }

    /** The same between a mode and an account: a name that begins with another mode's word is of that mode. */
    public static Optional<String> ofAccount(TradingMode mode, Account account) {
        for (TradingMode other : TradingMode.values()) {
            if (other != mode && account.name().startsWith(other.word() + "-")) {
                return Optional.of("account " + account + " is of mode " + other.word() + ", not of " + mode.word()
                        + ": an account belongs to one mode for ever");
            }
        }
        return Optional.empty();
    }

    /**
     * The same between where orders go and where the rights of their key are asked: a look-alike that answers for the
     * exchange would make any key look harmless.
     */
    public static Optional<String> ofWallet(URI rest, URI wallet) {
        VenueHost orders = VenueHost.of(rest);
        boolean same =
                VenueHost.of(wallet) == orders && (orders == VenueHost.LOOPBACK || SECURE.equals(wallet.getScheme()));
        return same
                ? Optional.empty()
                : Optional.of("orders go to " + rest + ", and the rights of their key are asked at " + wallet
                        + ": expected both at the exchange, over https");
    }

    /**
     * Refuses what doesn't fit.
     *
     * @param mode of the desk
     * @param rest where orders go
     * @param account who trades
     * @throws IllegalArgumentException saying what disagrees
     */
    public static void require(TradingMode mode, URI rest, Account account) {
        ofAddress(mode, rest).or(() -> ofAccount(mode, account)).ifPresent(ModeCheck::refuse);
    }

    /** The same where the account isn't known yet. */
    public static void require(TradingMode mode, URI rest) {
        ofAddress(mode, rest).ifPresent(ModeCheck::refuse);
    }

    /** The same of the streams' address, {@code wss}: a market that isn't the orders' own would be traded on blindly. */
    public static void requireStreams(TradingMode mode, URI webSocket) {
        String scheme = String.valueOf(webSocket.getScheme()).equals("wss") ? SECURE : "http";
        require(mode, URI.create(scheme + "://" + webSocket.getAuthority()));
    }

    private static void refuse(String disagreement) {
        throw new IllegalArgumentException(disagreement);
    }
}
