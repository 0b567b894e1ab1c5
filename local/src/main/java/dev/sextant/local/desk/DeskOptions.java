package dev.sextant.local.desk;

import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to run the desk.
 *
 * @param home the checkout it was built from
 * @param state the state folder
 * @param runFor end by itself after this long, or null to run until stopped
 * @param fresh forget the state first
 * @param confirmation what a person typed to trade with real money, or null
 * @param synthetic the synthetic market to play, or null to play a capture or trade on live data
 */
public record DeskOptions(
        Path home,
        Path state,
        Settings settings,
        @Nullable Duration runFor,
        boolean fresh,
        @Nullable String confirmation,
        @Nullable MarketPlan synthetic) {}
