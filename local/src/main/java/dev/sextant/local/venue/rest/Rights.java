package dev.sextant.local.venue.rest;

/**
 * What a key may do, beside reading, which every key may.
 *
 * @param tiedToAddresses works from listed addresses only
 * @param futures trades futures; without it the futures side refuses the key
 * @param spot trades spot and margin
 * @param withdrawals moves money to another address
 * @param internalTransfers moves money between a master account and its sub-accounts
 * @param universalTransfers moves money between wallets and accounts
 */
public record Rights(
        boolean tiedToAddresses,
        boolean futures,
        boolean spot,
        boolean withdrawals,
        boolean internalTransfers,
        boolean universalTransfers) {

    /** Futures from listed addresses, and nothing else. */
    public static Rights careful() {
        return new Rights(true, true, false, false, false, false);
    }

    public Rights withTiedToAddresses(boolean other) {
        return new Rights(other, futures, spot, withdrawals, internalTransfers, universalTransfers);
    }

    public Rights withFutures(boolean other) {
        return new Rights(tiedToAddresses, other, spot, withdrawals, internalTransfers, universalTransfers);
    }

    public Rights withSpot(boolean other) {
        return new Rights(tiedToAddresses, futures, other, withdrawals, internalTransfers, universalTransfers);
    }

    public Rights withWithdrawals(boolean other) {
        return new Rights(tiedToAddresses, futures, spot, other, internalTransfers, universalTransfers);
    }

    public Rights withInternalTransfers(boolean other) {
        return new Rights(tiedToAddresses, futures, spot, withdrawals, other, universalTransfers);
    }

    public Rights withUniversalTransfers(boolean other) {
        return new Rights(tiedToAddresses, futures, spot, withdrawals, internalTransfers, other);
    }
}
