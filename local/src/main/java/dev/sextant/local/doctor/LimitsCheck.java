package dev.sextant.local.doctor;

import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.venues.binance.mode.TradingMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Whether somebody has thought about the limits. Where money is real a default is nobody's decision. */
final class LimitsCheck {

    private static final String NAME = "limits";

    private static final List<Key> LIMITS = List.of(
            Key.RISK_PER_TRADE,
            Key.MAX_POSITIONS,
            Key.MAX_SYMBOL_NOTIONAL,
            Key.MAX_TOTAL_NOTIONAL,
            Key.MAX_DAILY_LOSS_R,
            Key.MARGIN_TYPE,
            Key.LEVERAGE);

    private LimitsCheck() {}

    static Finding of(TradingMode mode, Settings settings) {
        List<Key> left = LIMITS.stream().filter(key -> !settings.isSet(key)).toList();
        if (mode == TradingMode.LIVE && !left.isEmpty()) {
            return Finding.fail(
                    NAME,
                    "left at their defaults: " + left.stream().map(Key::path).collect(Collectors.joining(", ")),
                    "set each in " + Settings.FILE + " or the environment, be it to the default");
        }
        BigDecimal symbol = new BigDecimal(settings.text(Key.MAX_SYMBOL_NOTIONAL));
        BigDecimal total = new BigDecimal(settings.text(Key.MAX_TOTAL_NOTIONAL));
        if (symbol.compareTo(total) > 0) {
            return Finding.fail(
                    NAME,
                    "account.max_symbol_notional is " + symbol + ", more than account.max_total_notional, " + total,
                    "lower the first or raise the second");
        }
        return Finding.pass(
                NAME,
                LIMITS.stream()
                        .map(key -> key.path().replace("account.", "") + " " + settings.text(key))
                        .collect(Collectors.joining(", ")));
    }
}
