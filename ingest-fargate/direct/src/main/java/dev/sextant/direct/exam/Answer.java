package dev.sextant.direct.exam;

/**
 * What came of one check.
 *
 * @param check its name, the same each time
 * @param detail what was found, in a line
 * @param mend what to do about it; blank when there is nothing to do
 */
public record Answer(String check, Standing standing, String detail, String mend) {

    /** What an answer means for a start. */
    public enum Standing {
        PASS,
        /** Not as it should be, and nobody's money is in danger for it. */
        WARN,
        FAIL,
        /** It could not be found out. That is not a pass. */
        UNKNOWN,
        /** There is nothing to check. */
        NOT_APPLICABLE
    }

    static Answer pass(String check, String detail) {
        return new Answer(check, Standing.PASS, detail, "");
    }

    static Answer warn(String check, String detail, String mend) {
        return new Answer(check, Standing.WARN, detail, mend);
    }

    static Answer fail(String check, String detail, String mend) {
        return new Answer(check, Standing.FAIL, detail, mend);
    }

    static Answer unknown(String check, String detail, String mend) {
        return new Answer(check, Standing.UNKNOWN, detail, mend);
    }

    /** Whether it stands in the way of nothing. */
    public boolean passes() {
        return standing == Standing.PASS || standing == Standing.WARN || standing == Standing.NOT_APPLICABLE;
    }

    /** Name, what was found, what to do. */
    public String inWords() {
        return check + ": " + detail + (mend.isEmpty() ? "" : " (" + mend + ")");
    }
}
