package dev.sextant.local.lambda;

import java.util.regex.Pattern;

/**
 * Texts of two runs made comparable: recorded time is of August 2024, so any later moment is a machine's clock, and
 * differs; so do tokens that are drawn, hashes over such moments, and what is counted by the machine's minute.
 */
final class Masked {

    private static final String ISO = "20(?:2[5-9]|[3-9]\\d)-\\d\\d-\\d\\d[T ][0-9:.]+(?:Z|\\+00:00)?";
    private static final String EPOCH_MS = "\\b1(?:72[4-9]|7[3-9]\\d|[89]\\d\\d)\\d{9}\\b";
    private static final String HTTP_DATE = "[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT";
    private static final Pattern MOMENT = Pattern.compile(String.join("|", ISO, EPOCH_MS, HTTP_DATE));
    private static final Pattern DRAWN = Pattern.compile("\"(claim_token|prev_hash|hash)\": ?\"[0-9a-f]+\"");

    private static final Pattern OF_A_MINUTE = Pattern.compile("\"used_weight\": ?\\d+");

    private Masked() {}

    static String of(String text) {
        String drawn = DRAWN.matcher(MOMENT.matcher(text).replaceAll("now")).replaceAll("\"$1\":\"drawn\"");
        return OF_A_MINUTE.matcher(drawn).replaceAll("\"used_weight\":\"of the minute\"");
    }
}
