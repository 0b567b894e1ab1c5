package dev.sextant.signals.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sextant.signals.testing.Files;
import dev.sextant.signals.testing.StrategyFiles;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad files: each is the baseline with one place changed. The schema refuses what can be seen in one field alone. */
class BadStrategyFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.read(Files.root().resolve("strategies/strategy.schema.json")));

    @ParameterizedTest
    @ValueSource(strings = {"v51_baseline", "v52_8signals", "demo_fast"})
    void theShippedFilesFitTheSchema(String name) throws IOException {
        assertEquals(List.of(), List.copyOf(SCHEMA.validate(JSON.readTree(Files.strategy(name)))));
        String canonical = StrategyJson.canonical(StrategyFile.parse(Files.strategy(name)));
        assertEquals(List.of(), List.copyOf(SCHEMA.validate(JSON.readTree(canonical))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /name                       | null         | $.name is nothing, expected 1 to 32 of a-z, 0-9 and _, starting with a letter
        /name                       | "V51"        | $.name is "V51", expected 1 to 32 of a-z, 0-9 and _, starting with a letter
        /version                    | 5.1          | $.version is 5.1, expected 1 to 16 letters, digits, dots and dashes as text
        /lane                       | "direct"     | $.lane is "direct", expected "stream", the lane of score strategies
        /symbols                    | []           | $.symbols is [], expected an array of 1 to 64
        /symbols/1                  | "BTCUSDT"    | $.symbols[1] is "BTCUSDT", expected each one once
        /symbols/1                  | "BTC USDT"   | $.symbols[1] is "BTC USDT", expected a symbol such as "BTCUSDT"
        /windows/fast_s             | 100          | $.windows.fast_s is 100, expected a multiple of 15 from 15 to 86400
        /windows/day_s              | 172800       | $.windows.day_s is 172800, expected a multiple of 15 from 15 to 86400
        /windows/slow_s             | 60           | $.windows.slow_s is 60, expected no such field; known here: atr_rank_s, day_s, fast_s, mid_s, quantile_s, slope_lag_s, volume_s
        /windows                    | 7            | $.windows is 7, expected an object
        /candle_s                   | 0            | $.candle_s is 0, expected a multiple of 15 from 15 to 86400
        /atr_period                 | 14.5         | $.atr_period is 14.5, expected an integer from 1 to 200
        /atr_period                 | 201          | $.atr_period is 201, expected an integer from 1 to 200
        /factors                    | []           | $.factors is [], expected an array of 1 to 10
        /factors/2                  | "accel"      | $.factors[2] is "accel", expected an object
        /factors/2/name             | "macd"       | $.factors[2].name is "macd", expected one of cvd, p99, accel, atr, vwap, ls_ratio, oi, coinbase_premium, funding_rate, liquidation
        /factors/2/category         | "crowding"   | $.factors[2].category is "crowding", expected "direction", the category of accel
        /factors/2/weight           | -3           | $.factors[2].weight is -3, expected an integer from 1 to 1000
        /factors/2/weight           | 0            | $.factors[2].weight is 0, expected an integer from 1 to 1000
        /factors/2/weight           | "15"         | $.factors[2].weight is "15", expected an integer from 1 to 1000
        /factors/2/cap              | 1.5          | $.factors[2].cap is 1.5, expected a number from 0.01 to 1
        /factors/2/params/fullshare | 1            | $.factors[2].params.fullshare is 1, expected no such field; known here: full_share
        /factors/2/params/full_share| 0            | $.factors[2].params.full_share is 0, expected a number from 0.001 to 10
        /factors/4/params/lag_s     | 0.5          | $.factors[4].params.lag_s is 0.5, expected an integer from 1 to 86400
        /factors/0/gate/required    | "yes"        | $.factors[0].gate.required is "yes", expected true or false
        /factors/0/gate/min_value   | 2            | $.factors[0].gate.min_value is 2, expected a number from 0 to 1
        /factors/0/gate/max         | 1            | $.factors[0].gate.max is 1, expected no such field; known here: min_value, required
        /threshold                  | null         | $.threshold is nothing, expected an integer from 1 to 100
        /threshold                  | 101          | $.threshold is 101, expected an integer from 1 to 100
        /tiers/0/tier               | "tiny"       | $.tiers[0].tier is "tiny", expected light, standard or heavy
        /tiers/0/from               | null         | $.tiers[0].from is nothing, expected an integer from 1 to 100
        /cooldown_s                 | -1           | $.cooldown_s is -1, expected an integer from 0 to 86400
        /stop_atr                   | 0            | $.stop_atr is 0, expected a number from 0.01 to 100
        /stop_atr                   | null         | $.stop_atr is nothing, expected a number from 0.01 to 100
        /tp1_atr                    | -1.05        | $.tp1_atr is -1.05, expected a number from 0.01 to 100
        /tp2_atr                    | "2.1"        | $.tp2_atr is "2.1", expected a number from 0.01 to 100
        /tp1_share                  | 1            | $.tp1_share is 1, expected a number from 0.01 to 0.99
        /signal_ttl_s               | 0            | $.signal_ttl_s is 0, expected an integer from 1 to 600
        /time_stop/close_s          | 90000        | $.time_stop.close_s is 90000, expected an integer from 1 to 86400
        /time_stop/after_s          | 1            | $.time_stop.after_s is 1, expected no such field; known here: alert_s, close_s
        /leverage                   | 20           | $.leverage is 20, expected no such field; known here: $schema, atr_period, candle_s, cooldown_s, description, factors, lane, name, signal_ttl_s, stop_atr, symbols, threshold, tiers, time_stop, tp1_atr, tp1_share, tp2_atr, version, windows
        """)
    void parserAndSchemaRefuse(String pointer, String json, String problem) throws IOException {
        String file = StrategyFiles.baselineWith(pointer, json);
        assertEquals(List.of(problem), problems(file));
        assertFalse(SCHEMA.validate(JSON.readTree(file)).isEmpty(), "the schema accepts " + pointer + " " + json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /windows/mid_s              | 900    | $.windows.mid_s is 900, expected at least fast_s, 1800
        /windows/day_s              | 1800   | $.windows.day_s is 1800, expected at least mid_s, 14400
        /windows/slope_lag_s        | 3600   | $.windows.slope_lag_s is 3600, expected at most fast_s: a longer lag compares windows that share no trade
        /windows/atr_rank_s         | 300    | $.windows.atr_rank_s is 300, expected at least two candles, or every rank is 100
        /windows/mid_s              | 1800   | $.factors[0].params.mid_share is 0.4, expected 0 while mid_s equals fast_s: both windows say the same
        /factors/0/cap              | 0.1    | $.factors[0].gate.min_value is 0.2, expected at most the cap: this gate can never open / $.threshold is 75, expected at most 68, the highest score the caps leave: this can never fire
        /factors/0/cap              | 0.2    | $.threshold is 75, expected at most 72, the highest score the caps leave: this can never fire
        /tiers/1/from               | 86     | $.tiers is 0 bands for score 85, expected exactly one band for every score from the threshold to 100
        /tiers/1/from               | 84     | $.tiers is 2 bands for score 84, expected exactly one band for every score from the threshold to 100
        /threshold                  | 74     | $.tiers is 0 bands for score 74, expected exactly one band for every score from the threshold to 100
        /tp2_atr                    | 1      | $.tp2_atr is 1, expected at least tp1_atr, 1.05
        /time_stop/close_s          | 60     | $.time_stop.close_s is 60, expected at least alert_s
        /factors/1                  | {"name":"cvd","category":"direction","weight":20} | $.factors[1].name is "cvd", expected each factor once
        /factors                    | [{"name":"p99","category":"crowding","weight":20}] | $.factors is [P99], expected a factor of category direction (cvd or accel): nothing chooses a side
        /factors/3                  | {"name":"atr","category":"environment","weight":9,"params":{"low":50,"high":20}} | $.factors[3].params.high is 20, expected at least low, 50
        """)
    void filesThatMakeNoSenseAreRefusedWithTheReason(String pointer, String json, String problems) {
        assertEquals(List.of(problems.split(" / ")), problems(StrategyFiles.baselineWith(pointer, json)));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        String file = StrategyFiles.with(StrategyFiles.baselineWith("/threshold", "0"), "/factors/1/weight", "1.5");
        Exception refused = assertThrows(InvalidStrategyException.class, () -> StrategyFile.parse(file));
        assertEquals("""
                $.factors[1].weight is 1.5, expected an integer from 1 to 1000
                $.threshold is 0, expected an integer from 1 to 100""", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{} {}",
                "{\"tp1_atr\": NaN}",
                "{\"threshold\": 1e99999999999}",
                "not json"
            })
    void whatIsNotOneJsonObjectIsRefused(String text) {
        assertTrue(
                problems(text).getFirst().startsWith("$ is "),
                () -> problems(text).toString());
    }

    @Test
    void hugeNumbersAndFilesAreRefusedQuickly() {
        assertEquals(
                List.of("$.threshold is 1E+999999999, expected an integer from 1 to 100"),
                problems(StrategyFiles.baselineWith("/threshold", "75")
                        .replace("\"threshold\":75", "\"threshold\":1e999999999")));
        assertEquals(
                List.of("$.factors[0].params.mid_share is 1E-999999999, expected a number from 0 to 0.9"),
                problems(StrategyFiles.baselineWith("/factors/0/params/mid_share", "0.25")
                        .replace("\"mid_share\":0.25", "\"mid_share\":1e-999999999")));
        assertEquals(List.of("$ is 70000 characters long, expected at most 65536"), problems(" ".repeat(70_000)));
    }

    private static List<String> problems(String file) {
        return assertThrows(InvalidStrategyException.class, () -> StrategyFile.parse(file)).problems().stream()
                .map(StrategyProblem::toString)
                .toList();
    }
}
