package dev.sextant.venues.http;

/** Text that is not JSON, breaks a limit, or has a field of the wrong type or range. The message names the field. */
public final class MalformedJson extends Exception {

    private static final int SHOWN = 200;

    public MalformedJson(String reason) {
        super(reason.length() <= SHOWN ? reason : reason.substring(0, SHOWN) + "…");
    }

    /** A field that is not what it should be. */
    public static MalformedJson field(String name, Object found, String expected) {
        return new MalformedJson("field '" + name + "' is " + found + ", expected " + expected);
    }
}
