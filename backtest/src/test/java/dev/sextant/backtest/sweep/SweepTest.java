package dev.sextant.backtest.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.backtest.arb.ArbRun;
import dev.sextant.backtest.arb.ArbSettings;
import dev.sextant.recordings.RecordingException;
import dev.sextant.recordings.book.BookFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final ArbSettings BASE = new ArbSettings(
            0,
            new DetectorLimits(0, 50_000, 1000, 1000),
            List.of("USD"),
            3,
            false,
            ArbSettings.Unwind.USUAL,
            OptionalLong.of(20));

    @TempDir
    private Path folder;

    /** Each window's figures are those of the lines of a plain replay that lie in it. */
    @Test
    void everySetFindsWhatAPlainReplayFinds() throws IOException, RecordingException {
        List<BookFile> files = files(random(11, 200));
        SweepPlan plan = plan(Split.USUAL, "buffer-bps=0,40", "latency-ms=5,20", "max-notional=100,1000,5000");
        ObjectNode report = report(files, plan);
        assertEquals(12, report.path("trials").asInt());
        JsonNode fold = report.path("folds").path(0);
        for (JsonNode row : fold.path("ranking")) {
            JsonNode values = report.path("sets").path(row.path("set").asInt()).path("values");
            List<JsonNode> lines = plain(files, settings(values));
            assertWindow(lines, fold.path("train"), row.path("train"), values.toString());
            assertWindow(lines, fold.path("test"), row.path("test"), values.toString());
        }
        assertTrue(fold.path("ranking").path(0).path("train").path("taken").asInt() > 60, fold.toString());
    }

    private static ArbSettings settings(JsonNode values) {
        ArbSettings settings = BASE;
        for (Parameter parameter : Parameter.values()) {
            if (values.has(parameter.word())) {
                settings = parameter.in(
                        settings, parameter.value(values.path(parameter.word()).asText()));
            }
        }
        return settings;
    }

    private static List<JsonNode> plain(List<BookFile> files, ArbSettings settings)
            throws IOException, RecordingException {
        List<String> texts = new ArrayList<>();
        ArbRun.run(files, settings, true, texts::add, problem -> {});
        List<JsonNode> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(JSON.readTree(text));
        }
        return lines;
    }

    private static void assertWindow(List<JsonNode> lines, JsonNode window, JsonNode figures, String which) {
        long from = window.path("from").asLong();
        long to = window.path("to").asLong();
        BigDecimal realised = BigDecimal.ZERO;
        int seen = 0;
        int taken = 0;
        for (JsonNode line : lines) {
            long t = line.path("t").asLong();
            if (t >= from && t < to) {
                seen++;
                taken += line.has("taken") ? 1 : 0;
                realised = realised.add(
                        new BigDecimal(line.path("taken").path("realised").asText("0")));
            }
        }
        assertEquals(seen, figures.path("seen").asInt(), which);
        assertEquals(0, figures.path("purged").asInt(), which);
        assertEquals(taken, figures.path("taken").asInt(), which);
        assertEquals(
                0, realised.compareTo(new BigDecimal(figures.path("realised").asText())), which);
    }

    @Test
    void whatLiesOverTheBorderBelongsToNeitherSide() throws IOException, RecordingException {
        // The border is at 7,000 ms; all legs and selling back take 80 ms.
        Books books = new Books(10_001)
                .pays(1_020, 60, 2020)
                .pays(6_630, 500, 2020)
                .pays(7_220, 60, 2020)
                .pays(8_020, 60, 2020);
        JsonNode fold = fold(books);
        assertEquals("1 seen 1 purged 1 taken", counts(fold, "train"), "gone after the border");
        assertEquals("2 seen 0 purged 2 taken", counts(fold, "test"), "and not seen anew there");
        JsonNode quiet = fold(new Books(10_001).pays(1_020, 60, 2020).pays(6_930, 30, 2020));
        assertEquals("1 seen 1 purged 1 taken", counts(quiet, "train"), "could not have been finished");
        assertEquals("0 seen 0 purged 0 taken", counts(quiet, "test"));
        JsonNode before = fold(new Books(10_001).pays(1_020, 60, 2020).pays(6_910, 30, 2020));
        assertEquals("2 seen 0 purged 2 taken", counts(before, "train"), "just before the quiet");
    }

    /** A test that knows nothing of the training: the same test window after another past has the same figures. */
    @Test
    void theTestDoesNotDependOnWhatWasTakenBefore() throws IOException, RecordingException {
        JsonNode after = fold(new Books(10_001).pays(6_915, 60, 2020).pays(7_020, 60, 2020));
        JsonNode alone = fold(new Books(10_001).pays(7_020, 60, 2020));
        assertEquals(
                alone.path("ranking").path(0).path("test"),
                after.path("ranking").path(0).path("test"));
    }

    private JsonNode fold(Books books) throws IOException, RecordingException {
        JsonNode fold = report(files(books), plan(Split.USUAL, "buffer-bps=0"))
                .path("folds")
                .path(0);
        assertEquals(Books.FROM + 7_000, fold.path("test").path("from").asLong());
        return fold;
    }

    private static String counts(JsonNode fold, String side) {
        JsonNode figures = fold.path("ranking").path(0).path(side);
        return figures.path("seen") + " seen " + figures.path("purged") + " purged " + figures.path("taken") + " taken";
    }

    @Test
    void theSameInputGivesTheSameReportUnderTheSameId() throws IOException, RecordingException {
        List<BookFile> files = files(random(5, 80));
        SweepPlan plan = plan(Split.USUAL, "buffer-bps=0,40,60", "stale-ms=120,500");
        ObjectNode first = report(files, plan);
        assertEquals(first.toString(), report(files, plan).toString());
        Path copy = Files.copy(folder.resolve("books.jsonl"), folder.resolve("renamed.jsonl"));
        ObjectNode renamed = report(List.of(BookFile.open(copy, null)), plan);
        assertEquals(first.path("id"), renamed.path("id"), "the name is no part of it");
        assertEquals(
                "renamed.jsonl", renamed.path("inputs").path(0).path("name").asText());
        assertFalse(first.path("id")
                .equals(report(files, plan(Split.USUAL, "buffer-bps=0,40", "stale-ms=120,500"))
                        .path("id")));
    }

    @Test
    void walkingForwardTestsEachPartByWhatWasBestBeforeIt() throws IOException, RecordingException {
        ObjectNode report = report(files(random(7, 200)), plan(new Split(new BigDecimal("0.7"), 4), "buffer-bps=0,40"));
        JsonNode folds = report.path("folds");
        assertEquals(4, folds.size());
        for (int fold = 0; fold < 4; fold++) {
            assertEquals(Books.FROM, folds.path(fold).path("train").path("from").asLong());
            assertEquals(
                    folds.path(fold).path("train").path("to"),
                    folds.path(fold).path("test").path("from"));
        }
        assertEquals(
                report.path("recording").path("to").asLong() + 1,
                folds.path(3).path("test").path("to").asLong());
        assertEquals(4, report.path("plan").path("folds").asInt());
    }

    @Test
    void aLargeGridIsDrawnByTheSeed() throws IOException, RecordingException {
        List<BookFile> files = files(random(5, 20));
        List<Varied> varied =
                List.of(Varied.of("buffer-bps=0,1,2,3,4,5,6,7,8,9"), Varied.of("stale-ms=100,200,300,400"));
        SweepPlan drawn = new SweepPlan(BASE, varied, Split.USUAL, Objective.PROFIT, 16, 7, 3);
        ObjectNode report = report(files, drawn);
        assertEquals(40, report.path("grid").asInt());
        assertEquals(7, report.path("trials").asInt());
        assertEquals(7, report.path("sets").findValuesAsText("buffer-bps").size());
        assertEquals(report.toString(), report(files, drawn).toString());
        SweepPlan other = new SweepPlan(BASE, varied, Split.USUAL, Objective.PROFIT, 16, 7, 4);
        assertFalse(report.path("sets").equals(report(files, other).path("sets")));
    }

    /** More sets than go in one reading. */
    @Test
    void manySetsAreReadInPortions() throws IOException, RecordingException {
        List<BookFile> files = files(random(5, 20));
        List<Double> shares = new ArrayList<>();
        SweepPlan plan = plan(Split.USUAL, "max-notional=100,200,300,400,500,600,700", "buffer-bps=0,1,2,3,4,5,6");
        SweepResult result = Sweep.run(files, plan, shares::add);
        assertEquals(49, result.sets().size());
        assertTrue(result.sets().stream()
                .allMatch(set ->
                        set.test(0).taken() == result.sets().getFirst().test(0).taken()));
        assertEquals(shares.stream().sorted().toList(), shares, "progress goes on");
        assertTrue(shares.getFirst() >= 0 && shares.getLast() <= 1 && shares.getLast() > 0.9, shares.toString());
        assertThrows(CancellationException.class, () -> Sweep.run(files, plan, share -> share < 0.5));
    }

    @Test
    void anHonestEdgePassesAndTooLittleSaysSo() throws IOException, RecordingException {
        ObjectNode good = report(files(random(11, 400)), plan(Split.USUAL, "latency-ms=5", "buffer-bps=0,40,70,90"));
        assertEquals(
                "passed",
                good.path("judgement").path("verdict").asText(),
                good.path("judgement").toString());
        assertEquals(
                12870,
                good.path("judgement").path("overfitting").path("combinations").asInt());
        assertEquals(
                0,
                good.path("judgement").path("overfitting").path("probability").asDouble());
        assertEquals(
                4, good.path("judgement").path("deflated_sharpe").path("trials").asInt());
        ObjectNode little = report(files(random(11, 9)), plan(Split.USUAL, "buffer-bps=0,40"));
        assertEquals("too_little_data", little.path("judgement").path("verdict").asText());
        assertTrue(
                little.path("judgement").path("reasons").path(0).asText().contains("cycles in training, 30 are wanted"),
                little.path("judgement").toString());
    }

    /** Deals that go well while training lasts and badly afterwards. */
    @Test
    void anEdgeThatEndsWithTheTrainingIsFlagged() throws IOException, RecordingException {
        Books books = new Books(100_000);
        for (int i = 0; i < 100; i++) {
            books.pays(i * 1_000L + 220, i < 70 ? 61 + 7 * (i % 5) : 45, 2020);
        }
        ObjectNode report = report(files(books), plan(Split.USUAL, "latency-ms=20", "max-notional=100,1000"));
        assertEquals("overfit", report.path("judgement").path("verdict").asText(), report.toString());
        assertTrue(
                report.path("judgement").path("reasons").path(0).asText().startsWith("what was chosen brought -"),
                report.toString());
    }

    @Test
    void whatCannotBeIsNamed() throws IOException, RecordingException {
        assertWrong(
                "parameter 'foo', expected one of buffer-bps, max-notional, stale-ms, max-edge-bps, max-loss,"
                        + " haircut-bps, legs, latency-ms, fee-bps",
                () -> Varied.of("foo=1"));
        assertWrong(
                "buffer-bps is 'x', expected 0 to 1000 with at most two decimals", () -> Varied.of("buffer-bps=1,x"));
        assertWrong("buffer-bps is '', expected 0 to 1000 with at most two decimals", () -> Varied.of("buffer-bps=1,"));
        assertWrong("legs is '5', expected 3 or 4", () -> Varied.of("legs=3,5"));
        assertWrong(
                "stale-ms is '0.5', expected 1 to 86400000 milliseconds, a whole number",
                () -> Varied.of("stale-ms=0.5"));
        assertWrong(
                "latency-ms is '1e999999999', expected 0 to 60000 milliseconds, a whole number",
                () -> Varied.of("latency-ms=1e999999999"));
        assertWrong("max-notional has 100 twice, expected each value once", () -> Varied.of("max-notional=100,1e2"));
        assertWrong("'buffer', expected NAME=VALUE,VALUE,…, for example buffer-bps=0,2,5", () -> Varied.of("buffer"));
        assertWrong(
                "objective is 'luck', expected one of profit, profit-per-taken, capture", () -> Objective.of("luck"));
        assertWrong("train is 0.95, expected 0.1 to 0.9", () -> new Split(new BigDecimal("0.95"), 1));
        assertWrong(
                "blocks is 9, expected 8, 10, 12, 14 or 16",
                () -> new SweepPlan(BASE, List.of(), Split.USUAL, Objective.PROFIT, 9, 10, 1));
        List<BookFile> files = files(new Books(200));
        assertWrong(
                "buffer-bps is varied twice, expected once",
                () -> Sweep.run(files, plan(Split.USUAL, "buffer-bps=1", "buffer-bps=2"), share -> true));
        assertWrong(
                "the recording lasts 151 ms, too short: each window needs more than 80 ms, the time a cycle takes with"
                        + " this latency",
                () -> Sweep.run(files, plan(Split.USUAL, "buffer-bps=1"), share -> true));
    }

    private static void assertWrong(String message, org.junit.jupiter.api.function.Executable what) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, what).getMessage());
    }

    /** About one deal a second, of drawn length and price; none within 400 ms of the border. */
    private static Books random(long seed, int deals) {
        SplittableRandom random = new SplittableRandom(seed);
        Books books = new Books(deals * 1_000L);
        for (int i = 0; i < deals; i++) {
            books.pays(i * 1_000L + 10 + random.nextInt(200), 10 + random.nextInt(150), 2003 + random.nextInt(20));
        }
        return books;
    }

    private static SweepPlan plan(Split split, String... varied) {
        return new SweepPlan(
                BASE, java.util.Arrays.stream(varied).map(Varied::of).toList(), split, Objective.PROFIT, 16, 200, 1);
    }

    private List<BookFile> files(Books books) throws IOException, RecordingException {
        return List.of(BookFile.open(Files.writeString(folder.resolve("books.jsonl"), books.toString()), null));
    }

    private static ObjectNode report(List<BookFile> files, SweepPlan plan) throws RecordingException {
        return SweepJson.of(Sweep.run(files, plan, share -> true), RecordedInput.of(files), "test");
    }

    /** Nobody chooses the latency: how it goes with a worse one is no sign of luck. */
    @Test
    void setsAreJudgedAmongThoseOfTheSameLatencyAndFee() throws IOException, RecordingException {
        List<BookFile> files = files(random(11, 400));
        JsonNode alone = report(files, plan(Split.USUAL, "latency-ms=5", "buffer-bps=0,40,70,90"))
                .path("judgement");
        JsonNode among = report(files, plan(Split.USUAL, "latency-ms=5,30", "buffer-bps=0,40,70,90"))
                .path("judgement");
        assertEquals(4, among.path("deflated_sharpe").path("trials").asInt());
        assertEquals(
                alone.path("deflated_sharpe").path("probability").asDouble(),
                among.path("deflated_sharpe").path("probability").asDouble(),
                0.01);
        assertEquals("passed", among.path("verdict").asText(), among.toString());
    }
}
