package dev.sextant.api.backtest;

import dev.sextant.api.command.CommandBody;
import dev.sextant.api.command.Write;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Ids;
import dev.sextant.api.setup.ApiSetup;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The paths of replays and sweeps. */
@Controller("/api/v1/backtests")
final class BacktestsController {

    private static final int MOST = 16;
    private static final Pattern TEXT = Pattern.compile("[ -~]{1,500}");
    private static final String TEXTS = "1 to 500 plain characters each, at most " + MOST;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,8})?");
    private static final Pattern WORD = Pattern.compile("[a-z-]{1,32}");

    private final ApiSetup setup;
    private final StartedOnce once;

    BacktestsController(ApiSetup setup, StartedOnce once) {
        this.setup = setup;
        this.once = once;
    }

    @Get
    String overview() {
        return setup.backtests().overview().toString();
    }

    @Get("/{id}")
    String report(String id) {
        return setup.backtests()
                .report(Ids.hash("report_id", id))
                .orElseThrow(() -> ApiException.notFound("report_id", id))
                .toString();
    }

    @Post
    String start(Write write) {
        write.admittedBy(setup.operator());
        String key = write.key();
        BacktestRequest request = request(write.content(
                "kind", "files", "settings", "vary", "train", "folds", "objective", "blocks", "limit", "seed"));
        return once.answer(key, write.hash(), () -> setup.backtests().start(request));
    }

    @Post("/stop")
    String stop(Write write) {
        write.admittedBy(setup.operator());
        String key = write.key();
        var _ = write.content();
        return once.answer(key, write.hash(), () -> setup.backtests().stop());
    }

    private static BacktestRequest request(CommandBody body) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String name : List.of("train", "folds", "blocks", "limit", "seed")) {
            if (body.has(name)) {
                options.put(name, body.text(name, NUMBER, "a number as a text"));
            }
        }
        if (body.has("objective")) {
            options.put("objective", body.text("objective", WORD, "a word such as profit"));
        }
        return new BacktestRequest(
                body.oneOf("kind", List.of("replay", "sweep")),
                body.texts("files", TEXT, TEXTS, MOST),
                body.has("settings") ? body.texts("settings", TEXT, TEXTS, MOST) : List.of(),
                body.has("vary") ? body.texts("vary", TEXT, TEXTS, MOST) : List.of(),
                options);
    }
}
