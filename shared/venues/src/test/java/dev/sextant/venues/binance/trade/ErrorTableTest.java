package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTableTest {

    /** Every listed code, by what it means for a placement, one by one and without ranges. */
    private static final Map<Verdict, List<Integer>> PLACEMENT = Map.of(
            Verdict.UNKNOWN,
                    List.of(
                            -1000, -1001, -1006, -1007, -1008, -1125, -2011, -2013, -4046, -4059, -4116, -4117, -4165,
                            -4166, -4171, -5027),
            Verdict.HALT, List.of(-1002, -1022, -1099, -2014, -2015, -2017, -2023, -4109),
            Verdict.RETRY_SAFE, List.of(-1003, -1015, -1016, -1021, -4131, -5028),
            Verdict.REJECTED,
                    List.of(
                            -1100, -1101, -1102, -1103, -1104, -1105, -1106, -1111, -1114, -1115, -1116, -1117, -1118,
                            -1119, -1120, -1121, -1122, -1128, -1130, -1136, -2010, -2018, -2019, -2020, -2021, -2022,
                            -2024, -2025, -2026, -2027, -2028, -4000, -4001, -4002, -4003, -4004, -4005, -4006, -4007,
                            -4013, -4014, -4015, -4016, -4023, -4024, -4028, -4029, -4030, -4031, -4045, -4047, -4048,
                            -4061, -4062, -4067, -4068, -4087, -4088, -4105, -4106, -4107, -4118, -4120, -4135, -4137,
                            -4138, -4139, -4140, -4141, -4142, -4161, -4164, -4168, -4189, -4192, -4400, -4401, -4531,
                            -5021, -5022, -5024, -5025, -5026, -5029, -5037, -5038, -5039, -5040, -5041, -5043));

    @TestFactory
    Stream<DynamicTest> everyListedCodeHasItsMeaningForAPlacement() {
        return PLACEMENT.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(code -> DynamicTest.dynamicTest(
                                code + " is " + entry.getKey(),
                                () -> assertEquals(entry.getKey(), ErrorTable.placement(new VenueError(code, ""))))));
    }

    @Test
    void nothingElseIsListed() {
        TreeSet<Integer> expected = new TreeSet<>();
        PLACEMENT.values().forEach(expected::addAll);
        assertEquals(expected, new TreeSet<>(ErrorTable.codes()));
    }

    @Test
    void everyOtherCodeSaysNothingAboutAPlacement() {
        IntStream.rangeClosed(-10_000, -1)
                .filter(code -> !ErrorTable.codes().contains(code))
                .forEach(code -> assertEquals(
                        Verdict.UNKNOWN, ErrorTable.placement(new VenueError(code, "rejected")), () -> "" + code));
    }

    @ParameterizedTest
    @CsvSource({
        "-1007, RETRY_SAFE",
        "-1008, RETRY_SAFE",
        "-1021, RETRY_SAFE",
        "-4117, RETRY_SAFE",
        "-1015, RETRY_SAFE",
        "-2013, REJECTED",
        "-2011, REJECTED",
        "-1121, REJECTED",
        "-4166, REJECTED",
        "-9999, REJECTED",
        "-2015, HALT",
        "-4046, OK"
    })
    void readsAndCancelsMayTryAgainWhereAPlacementMayNot(int code, Verdict verdict) {
        assertEquals(verdict, ErrorTable.repeatable(new VenueError(code, "")));
    }

    @Test
    void aDuplicateUnderAnyCodeMeansThatOursMayExist() {
        assertEquals(Verdict.UNKNOWN, ErrorTable.placement(new VenueError(-2010, "Duplicate order sent.")));
        assertEquals(Verdict.UNKNOWN, ErrorTable.placement(new VenueError(-1111, "ID IS DUPLICATED")));
        assertEquals(Verdict.REJECTED, ErrorTable.placement(new VenueError(-2010, "Market is closed.")));
    }

    @Test
    void tooManyRequestsHaltsOnlyWhenItSaysBanned() {
        VenueError banned = new VenueError(-1003, "Way too many requests; IP banned until 1790000120000. Please…");
        assertEquals(Verdict.HALT, ErrorTable.placement(banned));
        assertEquals(Verdict.HALT, ErrorTable.repeatable(banned));
        assertEquals(1_790_000_120_000L, banned.bannedUntilMs().orElseThrow());
        assertEquals(Verdict.RETRY_SAFE, ErrorTable.placement(new VenueError(-1003, "Too many requests.")));
    }

    /** The reference page is the twin: its table of codes, with the rulings applied. */
    @Test
    void theTableIsTheReferencePagesUnderTheRulings() throws IOException {
        String page = Reference.read("protocols/errors-and-retries.md");
        String section = page.substring(page.indexOf("### Futures (fapi)"), page.indexOf("An unlisted negative code"));
        Map<Integer, String> classes = new TreeMap<>();
        for (String line : section.lines().filter(l -> l.startsWith("| -")).toList()) {
            String[] cells = line.split("\\|", -1);
            codesIn(cells[1]).forEach(code -> classes.put(code, cells[3]));
        }
        assertTrue(classes.size() > 100, () -> "the page lists " + classes.size() + " codes");
        assertEquals(classes.keySet(), new TreeSet<>(ErrorTable.codes()));
        classes.forEach((code, words) ->
                assertEquals(ruled(code, words), ErrorTable.placement(new VenueError(code, "")), () -> code + words));
    }

    private static IntStream codesIn(String cell) {
        Matcher matcher = Pattern.compile("-(\\d+)(?:…-(\\d+))?").matcher(cell);
        IntStream codes = IntStream.empty();
        while (matcher.find()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            codes = IntStream.concat(codes, IntStream.rangeClosed(first, last).map(code -> -code));
        }
        return codes;
    }

    /** What the page says of a write, as the rulings change it for a placement. */
    private static Verdict ruled(int code, String words) {
        if (code == -1008) {
            return Verdict.UNKNOWN;
        }
        String first = words.strip().replace("*", "");
        if (first.startsWith("RETRY_SAFE")) {
            return Verdict.RETRY_SAFE;
        }
        if (first.startsWith("HALT")) {
            return Verdict.HALT;
        }
        // What the page calls a matter of reads, of queries or already done proves nothing about a placement.
        return first.startsWith("REJECTED") && !first.contains("(read)") ? Verdict.REJECTED : Verdict.UNKNOWN;
    }
}
