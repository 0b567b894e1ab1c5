package dev.sextant.ingest.spill;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code spill-000001750000005-00000007.seg}: whose run, and which place in its order. */
record SegmentName(long epoch, int number) implements Comparable<SegmentName> {

    static final String ENDING = ".seg";

    private static final Pattern FORM = Pattern.compile("spill-(\\d{15})-(\\d{8})\\.seg");
    private static final Comparator<SegmentName> ORDER =
            Comparator.comparingLong(SegmentName::epoch).thenComparingInt(SegmentName::number);

    static Optional<SegmentName> of(String fileName) {
        Matcher matcher = FORM.matcher(fileName);
        return matcher.matches()
                ? Optional.of(new SegmentName(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    String fileName() {
        return String.format(Locale.ROOT, "spill-%015d-%08d.seg", epoch, number);
    }

    @Override
    public int compareTo(SegmentName other) {
        return ORDER.compare(this, other);
    }
}
