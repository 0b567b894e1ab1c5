package dev.sextant.local.settings;

import java.util.regex.Pattern;

/** The variables that hold keys of an exchange, kept from every process that this one starts and that needs none. */
public final class ExchangeKeys {

    private static final Pattern NAMES = Pattern.compile("SEXTANT_(TESTNET|LIVE)_(API_KEY|API_SECRET|PRIVATE_KEY)");

    private ExchangeKeys() {}

    /** The same builder, without them in its environment. */
    public static ProcessBuilder withhold(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> NAMES.matcher(name).matches());
        return builder;
    }
}
