package dev.sextant.local.poller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.mapping.FunctionMapping;
import dev.sextant.platform.mapping.FunctionMappings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One record that its function can't take, in the middle of a full batch, by the rules that the desk runs with. */
class PoisonTest {

    private static final int STEP_MS = 10;

    @TempDir
    private Path folder;

    static Stream<FunctionMapping> everyMapping() {
        return FunctionMappings.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("everyMapping")
    void blocksItsShardForLessThanAMinuteAndIsKeptWhole(FunctionMapping rules) throws Exception {
        MappingBench bench = new MappingBench(folder);
        ScriptedFunction function = new ScriptedFunction(ScriptedFunction.throwsOn("x"));
        MappingConfig asItRuns = MappingConfig.of(rules, folder);
        MappingConfig config = bench.config()
                .batches(asItRuns.batchSize(), asItRuns.batchWindowMs())
                .parallel(asItRuns.parallelCalls())
                .onError(asItRuns.onError());
        int half = rules.batchSize() / 2;
        var all = bench.put("a".repeat(half) + "x" + "b".repeat(half));
        EventSourceMapping mapping = bench.mapping(config, function);

        long blockedMs = 0;
        while (!mapping.hasProcessed(all)) {
            mapping.pollOnce();
            bench.nowMs += STEP_MS;
            blockedMs += STEP_MS;
            assertTrue(blockedMs < 60_000, rules.function() + " is blocked for " + blockedMs + " ms");
        }

        assertEquals(List.of("x"), bench.givenUp);
        assertEquals(half, handled(function, 'b'), "what came behind it was handled once");
    }

    private static long handled(ScriptedFunction function, char letter) {
        return function.calls.stream()
                .filter(call -> call.indexOf('x') < 0)
                .flatMapToInt(String::chars)
                .filter(each -> each == letter)
                .count();
    }
}
