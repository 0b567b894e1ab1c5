package dev.sextant.local.functions;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.MarketRecord;
import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.MarketCodec;
import dev.sextant.platform.stream.memory.InMemoryStream;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.scorer.SignalScorerHandler;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The scorer's handler, wired as in the desk, on a migrated database and a stream in memory. */
final class TestFunctions implements AutoCloseable {

    final DataApiServer server;
    final SqlClient sql;
    final InMemoryStream decisions = new InMemoryStream("decisions", () -> RandomTape.START_MS);
    private final DataApi api;
    private ApplicationContext context;
    private SignalScorerHandler scorer;
    private int sequence = 100;

    TestFunctions() {
        try {
            server = DataApiServer.start(
                    SharedPostgres.newDatabase(),
                    DatabaseAddress.LOCAL.database(),
                    () -> RandomTape.START_MS,
                    Limits.AWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
        sql = new SqlClient(api);
        context = context();
        scorer = new SignalScorerHandler(context);
    }

    private ApplicationContext context() {
        return ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environments("desk")
                .properties(Map.of("sextant.account", "paper-main", "sextant.accounts", List.of("paper-main")))
                .singletons(new SqlClient(api.to(DatabaseAddress.localAs("scorer"))), decisions, (MetricLines) _ -> {})
                .start();
    }

    /** The bundled demo strategy, running. */
    Strategy demo() {
        return strategy(demoText());
    }

    static String demoText() {
        try {
            return Files.readString(Path.of("..", "strategies", "demo_fast.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A strategy, running; it takes the place of one of its name. */
    Strategy strategy(String text) {
        Strategy strategy = StrategyFile.parse(text);
        sql.update(Sql.of("""
                        insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since)
                        values (:name, :version, :strategy_version, 'stream', :config, 'RUNNING', now())
                        on conflict (name) do update set version = excluded.version, config = excluded.config,
                            strategy_version = excluded.strategy_version""")
                .with("name", strategy.name())
                .with("version", strategy.version())
                .with("strategy_version", strategy.strategyVersion())
                .withJson("config", text));
        return strategy;
    }

    /** The database as one part of the desk, with that part's rights. */
    SqlClient sqlAs(String part) {
        return new SqlClient(api.to(DatabaseAddress.localAs(part)));
    }

    /** Everything the scorer had in memory is gone, as when Lambda starts another sandbox. */
    void freshSandbox() {
        context.close();
        context = context();
        scorer = new SignalScorerHandler(context);
    }

    /** One batch a frame; answers how many batches were handled whole. */
    int score(List<Frame> frames) {
        int whole = 0;
        for (Frame frame : frames) {
            whole += score(frame).equals("all") ? 1 : 0;
        }
        return whole;
    }

    /** One batch; answers the sequence number it stopped at, or "all". */
    String score(MarketRecord... records) {
        return scoreBytes(Arrays.stream(records).map(MarketCodec::encode).toList());
    }

    String scoreBytes(List<byte[]> records) {
        KinesisEvent event = new KinesisEvent();
        event.setRecords(records.stream().map(this::record).toList());
        StreamsEventResponse response = scorer.execute(event);
        return response.getBatchItemFailures().isEmpty()
                ? "all"
                : response.getBatchItemFailures().getFirst().getItemIdentifier();
    }

    private KinesisEvent.KinesisEventRecord record(byte[] data) {
        KinesisEvent.Record kinesis = new KinesisEvent.Record();
        kinesis.setSequenceNumber("" + sequence++);
        kinesis.setData(ByteBuffer.wrap(data));
        KinesisEvent.KinesisEventRecord record = new KinesisEvent.KinesisEventRecord();
        record.setKinesis(kinesis);
        record.setEventSourceARN("arn:aws:kinesis:us-east-1:000000000000:stream/market");
        return record;
    }

    /** The signals on the stream, in order. */
    List<SignalRaised> signals() {
        return decisions.records().stream()
                .map(record -> DecisionCodec.decode(record.data()))
                .map(SignalRaised.class::cast)
                .toList();
    }

    /** One text column of the database. */
    List<String> column(Sql query) {
        return sql.query(query).stream().map(row -> row.text("x")).toList();
    }

    @Override
    public void close() {
        context.close();
        api.close();
        server.close();
    }
}
