package dev.sextant.local.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every bad day that was listed has a test, and the page about them is true. */
class ScenariosTest {

    private static final Set<String> NAMES = words("""
            timeout-after-accept timeout-before-accept reply-lost-then-filled 503-unknown -1007 429-then-418 -1021-skew±
            duplicate-kinesis-batch reordered-batches poison-record lambda-killed-before-commit lambda-killed-after-send
            commit-reply-lost aurora-resuming aurora-failover ws-silent-stall ws-close-1006-gap listenkey-deleted-by-other
            missing-trade-same-ts partial-fill-then-cancel partial-below-min-notional stop-rejected-after-entry
            stop-triggered-while-closing reduce-only-blocked-by-take adl-autoclose liquidation funding-at-close
            deposit-and-withdrawal external-manual-order position-mode-changed filter-change-mid-session signal-expired-in-queue two-placers-one-slot
            kill-during-inflight daily-loss-crossed-by-open-pnl clock-jump midnight-utc-rollover partition-missing
            restart-with-unknown config-change-mid-position""");

    private static final Set<String> WITH_KRAKEN = words("""
            nonce-race book-crc-mismatch book-crossed leg2-insufficient leg2-partial leg3-venue-down restart-during-unwind""");

    private static final Set<String> CASES =
            IntStream.rangeClosed(1, 24).mapToObj(Integer::toString).collect(Collectors.toCollection(TreeSet::new));

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

    private static final Pattern METHOD = Pattern.compile("\n    void (\\w+)\\(");

    private static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(text.trim().split("\\s+")));
    }

    @Test
    void thePageListsEveryNameAndEveryCaseOnce() throws IOException {
        assertEquals(NAMES, rows("## By name").keySet());
        assertEquals(CASES, rows("## Fault cases").keySet());
        assertEquals(WITH_KRAKEN, rows("## With Kraken").keySet());
    }

    @Test
    void everyTestStandsInItsRowAndEveryRowsTestsAreThere() throws Exception {
        assertEquals(annotated(scenario -> List.of(scenario.value())), here(rows("## By name")));
        assertEquals(
                annotated(scenario -> Arrays.stream(scenario.cases())
                        .mapToObj(Integer::toString)
                        .toList()),
                here(rows("## Fault cases")));
    }

    @Test
    void aRowWithoutATestHereNamesOneElsewhereThatIsThere() throws IOException {
        Set<String> sources = sources();
        for (String heading : List.of("## By name", "## Fault cases")) {
            for (Map.Entry<String, Set<String>> row : rows(heading).entrySet()) {
                assertTrue(!row.getValue().isEmpty(), () -> row.getKey() + " has no test");
                for (String test : row.getValue()) {
                    assertTrue(sources.contains(test), () -> row.getKey() + " names " + test + ", which is no test");
                }
            }
        }
    }

    /** The tests of each row, by what stands first in it. */
    private static Map<String, Set<String>> rows(String heading) throws IOException {
        Map<String, Set<String>> rows = new TreeMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(ROOT.resolve("docs/scenarios.md"))) {
            inside = line.startsWith("## ") ? line.equals(heading) : inside;
            String[] cells = line.split("\\|", -1);
            if (inside && cells.length > 3 && cells[1].contains("`")) {
                Set<String> tests = new TreeSet<>();
                Matcher matcher = TEST.matcher(line);
                while (matcher.find()) {
                    tests.add(matcher.group(1) + "." + matcher.group(2));
                }
                String name = cells[1].replace("`", "").trim();
                assertTrue(rows.put(name, tests) == null, () -> name + " is listed twice");
            }
        }
        return rows;
    }

    /** Of each row the tests of this module; rows that have none are left out. */
    private static Map<String, Set<String>> here(Map<String, Set<String>> rows) throws Exception {
        Set<String> ours = new TreeSet<>();
        for (Class<?> type : testClasses()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Scenario.class)) {
                    ours.add(named(method));
                }
            }
        }
        Map<String, Set<String>> result = new TreeMap<>();
        rows.forEach((name, tests) -> {
            Set<String> found = new TreeSet<>(tests);
            found.retainAll(ours);
            if (!found.isEmpty()) {
                result.put(name, found);
            }
        });
        return result;
    }

    private interface Keys {
        List<String> of(Scenario scenario);
    }

    private static Map<String, Set<String>> annotated(Keys keys) throws Exception {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (Class<?> type : testClasses()) {
            for (Method method : type.getDeclaredMethods()) {
                Scenario scenario = method.getAnnotation(Scenario.class);
                List<String> claimed = scenario == null ? List.of() : keys.of(scenario);
                claimed.forEach(
                        key -> tests.computeIfAbsent(key, _ -> new TreeSet<>()).add(named(method)));
            }
        }
        return tests;
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static List<Class<?>> testClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(Scenario.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.class"))
                    .sorted()
                    .toList()) {
                String name = classes.relativize(file).toString().replaceAll("\\.class$", "");
                found.add(Class.forName(name.replace('/', '.'), false, Scenario.class.getClassLoader()));
            }
        }
        return found;
    }

    /** All of the tests of all modules, as their sources name them. */
    private static Set<String> sources() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (String folder : List.of("local/src", "shared", "ingest-fargate", "functions")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    String type = file.getFileName().toString().replace(".java", "");
                    Matcher matcher = METHOD.matcher(Files.readString(file));
                    while (matcher.find()) {
                        tests.add(type + "." + matcher.group(1));
                    }
                }
            }
        }
        return tests;
    }
}
