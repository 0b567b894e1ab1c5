package dev.sextant.infra.settings;

import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses.
 *
 * @param cidr for example {@code 203.0.113.0/24}
 */
public record IpRange(String cidr) {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern FORM = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "/(3[0-2]|[12]?\\d)");

    public IpRange {
        if (!FORM.matcher(cidr).matches()) {
            throw new IllegalArgumentException("'" + cidr + "' is not a range");
        }
    }
}
