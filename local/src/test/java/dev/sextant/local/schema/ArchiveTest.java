package dev.sextant.local.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.archive.Archivist;
import dev.sextant.ingest.archive.FolderObjects;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlRejectedException;
import dev.sextant.recordings.trades.TradeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trades leave the database for files, as the role that may do it: none is lost on the way, none goes too early. */
class ArchiveTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final Symbol ETH = new Symbol("ETHUSDT");
    private static final long JUNE_30 = ms("2024-06-30T22:00:00Z");
    private static final long HOUR_MS = 3_600_000;

    @TempDir
    private Path folder;

    private DataApiServer server;
    private DataApi api;
    private SqlClient ingest;
    private SqlTrades store;
    private final Random random = new Random(7);

    private static long ms(String at) {
        return Instant.parse(at).toEpochMilli();
    }

    @BeforeEach
    void migrate() throws IOException {
        server = DataApiServer.start(
                SharedPostgres.newDatabase(), DatabaseAddress.LOCAL.database(), () -> JUNE_30, Limits.AWS);
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
        ingest = new SqlClient(api.to(DatabaseAddress.localAs("ingest")));
        store = new SqlTrades(ingest);
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    private Archivist archivist() {
        return new Archivist(ingest, new FolderObjects(folder), 1);
    }

    /** Trades with consecutive ids from a time on, one each ten seconds. */
    private List<AggTrade> trades(Symbol symbol, long firstId, long fromMs, int count) {
        List<AggTrade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long id = firstId + i;
            trades.add(new AggTrade(
                    id,
                    6_000_000_000_000L + random.nextInt(1_000_000) * 10_000_000L,
                    1 + random.nextLong(1_000_000_000L),
                    fromMs + i * 10_000L,
                    random.nextBoolean(),
                    2 * id,
                    2 * id + 1));
        }
        store.store(symbol, trades, trades.getLast().tradeTimeMs(), 1);
        return trades;
    }

    private List<Row> segments() {
        return ingest.query(Sql.of("""
                select symbol, ops.iso(hour_at) as hour, object_key, trades, first_agg_id, last_agg_id, bytes, sha256
                from market.segments order by symbol, hour_at"""));
    }

    private List<AggTrade> read(String key) throws Exception {
        List<AggTrade> trades = new ArrayList<>();
        TradeFile.read(folder.resolve(key), key.contains(BTC.name()) ? BTC : ETH, trades::add);
        return trades;
    }

    private long stored() {
        return ingest.query(Sql.of("select count(*) as n from market.agg_trades"))
                .getFirst()
                .longValue("n");
    }

    @Test
    void eachHourBecomesAFileThatHoldsExactlyItsTrades() throws Exception {
        List<AggTrade> btc = trades(BTC, 100, JUNE_30, 720);
        trades(ETH, 500, JUNE_30 + HOUR_MS, 10);

        assertEquals("3 hours archived, 0 months dropped", archivist().run(ms("2024-07-01T00:05:00Z")));

        List<Row> segments = segments();
        assertEquals(
                List.of("2024-06-30T22:00:00.000Z", "2024-06-30T23:00:00.000Z", "2024-06-30T23:00:00.000Z"),
                segments.stream().map(row -> row.text("hour")).toList());
        assertEquals(btc.subList(0, 360), read(segments.get(0).text("object_key")));
        assertEquals(btc.subList(360, 720), read(segments.get(1).text("object_key")));
        for (Row segment : segments) {
            byte[] file = Files.readAllBytes(folder.resolve(segment.text("object_key")));
            assertEquals(file.length, segment.longValue("bytes"));
            assertEquals(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file)),
                    segment.text("sha256"));
        }
        assertEquals("0 hours archived, 0 months dropped", archivist().run(ms("2024-07-01T00:06:00Z")));
    }

    @Test
    void anHourIsLeftAloneUntilFiveMinutesAfterItsEnd() throws Exception {
        trades(BTC, 100, JUNE_30, 10);
        assertEquals("0 hours archived, 0 months dropped", archivist().run(ms("2024-06-30T23:04:59Z")));
        assertEquals("1 hours archived, 0 months dropped", archivist().run(ms("2024-06-30T23:05:00Z")));
    }

    @Test
    void tradesThatComeLateMakeAnotherFileAndTheFirstOneStays() throws Exception {
        List<AggTrade> first = trades(BTC, 100, JUNE_30, 10);
        archivist().run(ms("2024-07-01T00:05:00Z"));
        String before = segments().getFirst().text("object_key");
        List<AggTrade> late = trades(BTC, 110, JUNE_30 + 5_000, 3);

        assertEquals("1 hours archived, 0 months dropped", archivist().run(ms("2024-07-01T01:05:00Z")));

        String after = segments().getFirst().text("object_key");
        assertEquals(first, read(before));
        assertEquals(Stream.concat(first.stream(), late.stream()).toList(), read(after));
        assertEquals(13, segments().getFirst().longValue("trades"));
    }

    @Test
    void moreTradesThanOneAnswerHoldsAreReadPageByPage() throws Exception {
        List<AggTrade> all = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            List<AggTrade> trades = new ArrayList<>();
            for (int i = 0; i < 4_000; i++) {
                long id = part * 4_000L + i;
                trades.add(new AggTrade(id, 6_000_000_000_000L, 100_000L + i, JUNE_30 + id / 10, true, id, id));
            }
            store.store(BTC, trades, JUNE_30, 1);
            all.addAll(trades);
        }
        archivist().run(ms("2024-07-01T00:05:00Z"));
        assertEquals(all, read(segments().getFirst().text("object_key")));
    }

    @Test
    void aMonthGoesOnceItIsOldAndWholeInTheArchive() throws Exception {
        trades(BTC, 100, JUNE_30, 720);
        trades(BTC, 820, ms("2024-07-01T00:00:00Z"), 30);
        trades(BTC, 850, ms("2024-08-01T00:00:00Z"), 20);

        assertEquals("3 hours archived, 0 months dropped", archivist().run(ms("2024-07-31T23:59:00Z")));
        assertEquals("1 hours archived, 1 months dropped", archivist().run(ms("2024-08-01T01:05:00Z")));

        assertEquals(50, stored());
        Row gone = ingest.query(Sql.of("select month::text as month, trades from market.dropped_months"))
                .getFirst();
        assertEquals("2024-06-01 720", gone.text("month") + " " + gone.longValue("trades"));
        assertEquals(820, store.span(BTC).orElseThrow()[0], "the oldest trade that is still here");
        assertEquals(4, segments().size(), "the archive keeps all hours");
    }

    @Test
    void nothingIsDroppedWhileAnObjectCannotBeStored() throws Exception {
        trades(BTC, 100, JUNE_30, 720);
        Archivist broken = new Archivist(
                ingest,
                (key, content) -> {
                    throw new ObjectStoreException(key + " can't be written: no space", new IOException());
                },
                1);
        assertThrows(ObjectStoreException.class, () -> broken.run(ms("2024-09-01T00:00:00Z")));
        assertEquals(720, stored());
        assertEquals(List.of(), segments());

        assertEquals("2 hours archived, 1 months dropped", archivist().run(ms("2024-09-01T00:00:00Z")));
        assertEquals(0, stored());
    }

    @Test
    void theDatabaseItselfRefusesToDropWhatWasNotVerified() {
        trades(BTC, 100, JUNE_30, 1);
        SqlRejectedException refused = assertThrows(
                SqlRejectedException.class,
                () -> ingest.call(Sql.of("select market.drop_archived_month('2024-06-01')")));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("2024-06-01 has 30 days that were not verified"),
                refused.getMessage());
        assertEquals(1, stored());
    }

    @Test
    void onlyTheIngestMayLetTradesGo() {
        for (String other : List.of("scorer", "risk", "placer", "reconciler", "api")) {
            SqlClient sql = new SqlClient(api.to(DatabaseAddress.localAs(other)));
            assertThrows(
                    SqlRejectedException.class,
                    () -> sql.call(Sql.of("select market.drop_archived_month('2024-06-01')")),
                    other);
        }
    }
}
