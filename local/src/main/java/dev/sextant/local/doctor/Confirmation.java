package dev.sextant.local.doctor;

import dev.sextant.domain.event.Account;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import java.math.BigDecimal;

/**
 * What a person types to trade with real money: the account, a colon, and what the account's limits let it lose in a day.
 * It exists on the command line alone, so no file and no environment leaves it on; and it holds for one account under one
 * pair of limits, so it can't be left in a script without being wrong one day. It is no upper bound of a loss: a market can
 * jump over a stop.
 */
public final class Confirmation {

    private Confirmation() {}

    /** What has to be typed under these limits, for example {@code live-main:100}. */
    public static String expected(Account account, BigDecimal riskPerTrade, BigDecimal maxDailyLossR) {
        return account + ":"
                + riskPerTrade.multiply(maxDailyLossR).stripTrailingZeros().toPlainString();
    }

    /** The same under the limits of the settings, which are those of an account's first start. */
    public static String expected(Settings settings) {
        return expected(
                Place.account(settings),
                new BigDecimal(settings.text(Key.RISK_PER_TRADE)),
                new BigDecimal(settings.text(Key.MAX_DAILY_LOSS_R)));
    }
}
