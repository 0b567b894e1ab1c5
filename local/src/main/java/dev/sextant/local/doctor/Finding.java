package dev.sextant.local.doctor;

/**
 * The outcome of one check.
 *
 * @param check its name, the same in each run
 * @param detail what was found, in a line
 * @param mend what to do about it; blank when there is nothing to do
 */
public record Finding(String check, Verdict verdict, String detail, String mend) {

    public static Finding pass(String check, String detail) {
        return new Finding(check, Verdict.PASS, detail, "");
    }

    public static Finding warn(String check, String detail, String mend) {
        return new Finding(check, Verdict.WARN, detail, mend);
    }

    public static Finding fail(String check, String detail, String mend) {
        return new Finding(check, Verdict.FAIL, detail, mend);
    }

    public static Finding unknown(String check, String detail, String mend) {
        return new Finding(check, Verdict.UNKNOWN, detail, mend);
    }

    public static Finding notApplicable(String check, String detail) {
        return new Finding(check, Verdict.NOT_APPLICABLE, detail, "");
    }

    /** Name, what was found, what to do. */
    public String inWords() {
        return check + ": " + detail + (mend.isEmpty() ? "" : " (" + mend + ")");
    }
}
