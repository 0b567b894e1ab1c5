package dev.sextant.local.venue.rest;

import dev.sextant.domain.money.E8;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parameters with Binance's answers to missing, malformed and unwanted ones. */
final class Params {

    private static final Pattern INTEGER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final Pattern CLIENT_ID = Pattern.compile("[.A-Z:/a-z0-9_-]{1,36}");
    private static final int CLIENT_ID_LENGTH = 36;

    private final Map<String, String> values;

    Params(Map<String, String> values) {
        this.values = values;
    }

    @Nullable
    String text(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    static ApiError missing(String name) {
        return ApiError.badRequest(
                -1102, "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
    }

    /** Refuses a parameter that has no business here. */
    void unwanted(String name) {
        if (text(name) != null) {
            throw ApiError.badRequest(-1106, "Parameter '" + name + "' sent when not required.");
        }
    }

    OptionalLong number(String name) {
        String value = text(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!INTEGER.matcher(value).matches()) {
            throw illegal(name, "^[0-9]{1,18}$");
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    /** A number within bounds, or its default. */
    int limit(int usual, int max) {
        long value = number("limit").orElse(usual);
        if (value < 1 || value > max) {
            throw invalid("limit");
        }
        return (int) value;
    }

    /** A positive or zero decimal in units of 10⁻⁸; finer ones are refused as too precise. */
    long requiredE8(String name) {
        String value = required(name);
        if (!DECIMAL.matcher(value).matches()) {
            throw illegal(name, "^([0-9]{1,20})(\\.[0-9]{1,20})?$");
        }
        try {
            return E8.parse(value);
        } catch (NumberFormatException _) {
            throw ApiError.badRequest(-1111, "Precision is over the maximum defined for this asset.");
        }
    }

    boolean flag(String name) {
        String value = text(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw invalid(name);
    }

    /** A client id, or blank when the venue shall choose one. */
    String clientId(String name) {
        String value = text(name);
        if (value == null) {
            return "";
        }
        if (value.length() > CLIENT_ID_LENGTH) {
            throw ApiError.badRequest(-4015, "Client order id length should be less than 36 chars");
        }
        if (!CLIENT_ID.matcher(value).matches()) {
            throw illegal(name, "^[\\.A-Z\\:/a-z0-9_-]{1,36}$");
        }
        return value;
    }

    static ApiError illegal(String name, String legal) {
        return ApiError.badRequest(
                -1100, "Illegal characters found in parameter '" + name + "'; legal range is '" + legal + "'.");
    }

    static ApiError invalid(String name) {
        return ApiError.badRequest(-1130, "Data sent for parameter '" + name + "' is not valid.");
    }
}
