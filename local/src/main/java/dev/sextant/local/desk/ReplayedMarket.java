package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.VenueServer;
import dev.sextant.local.venue.VenueServerConfig;
import dev.sextant.local.venue.play.PlayState;
import dev.sextant.local.venue.play.Speed;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.sim.model.LatencyModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A capture or a synthetic market, played by the venue server; the schedule and, in a fast replay, everything else hangs on its clock. */
final class ReplayedMarket implements DeskMarket {

    /** A trade that comes when the ingest has ended would count as lost. A tick that its consumers are still at takes longest. */
    private static final Duration STANDS_WITHIN = Duration.ofSeconds(5);

    private static final long RECONCILE_EVERY_MS = 60_000;
    private static final String JOURNAL = "venue-journal.jsonl";

    private final Settings settings;
    private final Replay replay;
    private final ApiKey key;
    private final ReplayCursor cursor;
    private final Runnable reconcile;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final DeskPacer pacer;
    private final VenueServer venue;
    private final boolean stands;
    private @Nullable AckServer acks;

    private ReplayedMarket(
            Settings settings, Replay replay, StateFolder state, ApiKey key, ReplayCursor cursor, Runnable reconcile)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.replay = replay;
        this.key = key;
        this.cursor = cursor;
        this.stands = settings.text(Key.VENUE).equals("kraken");
        this.reconcile = reconcile;
        int latencyMs = settings.number(Key.VENUE_LATENCY_MS);
        Speed speed = Speed.parse(settings.text(Key.SPEED));
        this.pacer = new DeskPacer(speed.factor() > 1, this::onSecond);
        this.venue = VenueServer.start(VenueServerConfig.of(replay.programme(), key)
                .withLimits(replay.limits())
                .withSpeed(speed)
                .withPacer(pacer)
                .withAccount(account -> account.withWalletE8(E8.parse(settings.text(Key.START_BALANCE)))
                        .withLatency(LatencyModel.constant(latencyMs, latencyMs)))
                .withStartAtMs(cursor.positionMs().orElse(0))
                .withJournal(state.path(JOURNAL))
                .withOnFinished(finished::countDown));
    }

    /**
     * Checks that the state belongs to this capture or synthetic market.
     *
     * @param reconcile run at each full minute of market time
     */
    static Prepared prepare(DeskOptions options, StateFolder state, ApiKey key, Runnable reconcile) {
        Replay replay = Replay.of(options);
        ReplayCursor cursor = ReplayCursor.of(state, replay.title());
        return () -> {
            try {
                return new ReplayedMarket(options.settings(), replay, state, key, cursor, reconcile);
            } catch (IllegalArgumentException e) {
                throw new DeskException("the capture can't be played: " + e.getMessage(), e);
            }
        };
    }

    /** What is due at a full second of market time: the cursor, and each minute a reconciliation. */
    @Override
    public boolean wakesConsumers() {
        return pacer.holdsForAll();
    }

    private void onSecond(long marketTimeMs) {
        cursor.moveTo(marketTimeMs);
        if (marketTimeMs % RECONCILE_EVERY_MS == 0) {
            reconcile.run();
        }
    }

    @Override
    public VenueAccess access() {
        return VenueAccess.paper(venue, key);
    }

    @Override
    public EpochClock clock() {
        return venue.marketClock();
    }

    @Override
    public BigDecimal startBalance() {
        return new BigDecimal(settings.text(Key.START_BALANCE));
    }

    @Override
    public List<Symbol> symbols() {
        return replay.symbols();
    }

    @Override
    public Optional<String> resting(String strategy) {
        return Optional.ofNullable(replay.resting().get(strategy));
    }

    @Override
    public BinanceEndpoints data() {
        return BinanceEndpoints.of(venue.httpUri(), venue.wsUri());
    }

    @Override
    public Map<String, String> ingestSettings() {
        Map<String, String> ingest = new HashMap<>();
        ingest.put("SEXTANT_FEED", "replay");
        ingest.put("SEXTANT_PRIVATE_EVENTS", pacer.holdsForAll() ? "with-ticks" : "at-once");
        ingest.put("SEXTANT_BACKFILL_MINUTES", Long.toString(replay.backfillMinutes()));
        ingest.put("SEXTANT_COINBASE_REST_URL", venue.httpUri().toString());
        if (acks != null) {
            ingest.put("SEXTANT_PACER_URL", acks.address().toString());
        }
        return ingest;
    }

    @Override
    public void drive(TickBarrier barrier) throws IOException {
        pacer.holdAt(barrier);
        acks = AckServer.start(barrier::onAck);
    }

    @Override
    public Map<String, JsonNode> statuses() {
        JsonNode played = venue.description();
        boolean over = venue.state() == PlayState.FINISHED;
        return Map.of(
                "synthetic_inputs",
                played.path("synthetic_inputs"),
                "replay",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("capture", played.path("capture").asText())
                        .put("state", venue.state().name())
                        .put("speed", settings.text(Key.SPEED))
                        .put("position_at", iso(venue.positionMs()))
                        .put("first_at", iso(played.path("first_ms").longValue()))
                        .put("last_at", iso(played.path("last_ms").longValue()))
                        .put("message", over ? "replay finished" : null));
    }

    private static String iso(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }

    @Override
    public String announcement() {
        return replay.announcement() + " at speed " + settings.text(Key.SPEED);
    }

    @Override
    public CountDownLatch finished() {
        return finished;
    }

    @Override
    public void hold() {
        if (venue.state() != PlayState.FINISHED) {
            venue.pause();
        }
    }

    @Override
    public void resume() {
        if (!stands && venue.state() != PlayState.FINISHED) {
            venue.resume();
        }
    }

    @Override
    public boolean isHeard() {
        return venue.hasAudience();
    }

    @Override
    public void stop() throws InterruptedException {
        venue.pause(STANDS_WITHIN);
    }

    /** The market is the same each time, so what was played of it is known without asking the desk. */
    @Override
    public long tradesIn(SqlClient sql) {
        return venue.playedTrades();
    }

    @Override
    public void close() {
        if (acks != null) {
            acks.close();
        }
        venue.close();
        pacer.close();
    }
}
