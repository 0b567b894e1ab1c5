package dev.sextant.fuzz;

import java.util.Objects;

/** What must hold for every input does not hold for this one. */
public final class PropertyBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PropertyBroken(String what) {
        super(what);
    }

    /** Breaks unless the condition holds. */
    public static void unless(boolean condition, String property) {
        if (!condition) {
            throw new PropertyBroken(property);
        }
    }

    /** Breaks unless both are equal. */
    public static void unlessEqual(Object wanted, Object found, String property) {
        if (!Objects.equals(wanted, found)) {
            throw new PropertyBroken(property + ": " + shown(wanted) + " became " + shown(found));
        }
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }
}
