package dev.sextant.local.cli;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.domain.market.Symbol;
import dev.sextant.recordings.trades.TradeFile;
import dev.sextant.recordings.trades.TradeFileException;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.score.Decision;
import dev.sextant.signals.score.DecisionJson;
import dev.sextant.signals.score.StrategyFold;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sextant score}: what a strategy decides on a trade file. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Runs a strategy over a trade file and prints every decision, taken or not.",
        footer = {
            "",
            "A trade file holds no polled inputs (funding, open interest, …): factors that need",
            "them are missing."
        })
final class ScoreCommand implements Callable<Integer> {

    @Option(names = "--strategy", required = true, paramLabel = "FILE", description = "strategy file")
    private Path strategyFile = Path.of("");

    @Option(names = "--trades", required = true, paramLabel = "FILE", description = "trade file, may be .gz")
    private Path trades = Path.of("");

    @Option(
            names = "--symbol",
            required = true,
            paramLabel = "S",
            converter = SymbolConverter.class,
            description = "whose trades, for example BTCUSDT")
    private @Nullable Symbol symbol;

    @Option(names = "--json", description = "one JSON line per decision, with factors and gate")
    private boolean json;

    @Override
    public Integer call() {
        Symbol wanted = Objects.requireNonNull(symbol);
        StrategyFold fold = new StrategyFold(StrategyPaths.read(strategyFile), wanted, AsOf.NOTHING);
        BucketBuilder buckets = new BucketBuilder();
        try {
            TradeFile.Reading reading = TradeFile.read(trades, wanted, trade -> {
                for (Bucket bucket : buckets.onTrade(trade)) {
                    print(fold.onBucket(bucket));
                }
            });
            if (reading.trades() == 0) {
                throw UserError.failed(trades + " holds no trade of " + wanted);
            }
        } catch (TradeFileException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
        return Sextant.OK;
    }

    private void print(Decision decision) {
        if (json) {
            System.out.println(DecisionJson.of(decision));
            return;
        }
        System.out.println(Instant.ofEpochMilli(decision.decidedAtMs()) + "  long " + decision.longScore() + "  short "
                + decision.shortScore() + "  " + decision.gate().code() + ": "
                + decision.gate().text());
    }
}
