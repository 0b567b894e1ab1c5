package dev.sextant.local.desk;

import dev.sextant.direct.LaneTime;
import dev.sextant.domain.plan.CyclePlan.Lane;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.kraken.KrakenPrivateSide;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.Latency;
import dev.sextant.local.venue.kraken.account.AccountJournal;
import dev.sextant.local.venue.kraken.account.AccountSetup;
import dev.sextant.local.venue.kraken.account.Fees;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.rest.KrakenKey;
import dev.sextant.placer.PlanAccount;
import dev.sextant.platform.orders.SqlNonces;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.live.KrakenTrading;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The account that triangles are traded with at the Kraken on loopback, with what the desk's books say, and the adapter to it.
 * The venue keeps its orders in a journal in the state folder, so a plan that was under way goes on after a crash; at first its
 * balances begin with the desk's.
 */
final class TriangleVenue implements AutoCloseable {

    private static final int NONCES_AT_ONCE = 100;

    /** What the venue knows of the account. */
    static final String JOURNAL = "kraken-account.jsonl";

    private final Parts parts = new Parts();
    private final TriangleAccount account;
    private final Lane lane;
    private final LaneTime laneTime = new LaneTime();
    private final SqlClient sql;
    private final KrakenTrading trading;

    private TriangleVenue(
            TriangleAccount account,
            Lane lane,
            KrakenVenueServer server,
            WatchSettings watched,
            Settings settings,
            Storage storage,
            Path file,
            String secret)
            throws IOException, VenueUnavailableException, InterruptedException {
        this.account = account;
        this.lane = lane;
        this.sql = storage.sqlAs(lane == Lane.DIRECT ? "direct" : "placer");
        KrakenKey key = new KrakenKey(
                "sextant-paper-kraken-key",
                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
                Right.trading());
        AccountJournal journal = parts.add(
                "account journal",
                AccountJournal.open(file, account.balances(storage.sql()), System.currentTimeMillis()));
        KrakenPrivateSide side = parts.add(
                "account",
                new KrakenPrivateSide(
                        server,
                        new AccountSetup(
                                dev.sextant.local.venue.kraken.account.Tier.PRO, fees(watched), journal.balances()),
                        List.of(key),
                        System::currentTimeMillis,
                        Faults.none(),
                        Latency.of(Duration.ofMillis(settings.number(Key.VENUE_LATENCY_MS))),
                        journal));
        this.trading = parts.add(
                "trading",
                new KrakenTrading(
                        new KrakenTrading.Addresses(side.rest(), side.socket()),
                        new KrakenCredentials(key.key(), key.secret()),
                        SqlNonces.inBlocks(sql, key.key(), NONCES_AT_ONCE),
                        Tier.PRO,
                        System::currentTimeMillis,
                        System::nanoTime,
                        laneTime));
    }

    /** Opens it where triangles are traded; empty where they are not. The desk's own account must be there. */
    static Optional<TriangleVenue> open(
            KrakenSide kraken, DeskAccount beside, Settings settings, Storage storage, StateFolder state)
            throws InterruptedException {
        Optional<KrakenVenueServer> venue = kraken.tradedVenue();
        if (venue.isEmpty()) {
            return Optional.empty();
        }
        TriangleAccount account = TriangleAccount.beside(beside);
        account.ensure(storage.sql(), System.currentTimeMillis(), settings, starts(settings, venue.get()));
        account.runIn(storage.sql(), kraken.lane());
        try {
            return Optional.of(new TriangleVenue(
                    account,
                    kraken.lane(),
                    venue.get(),
                    kraken.watched(),
                    settings,
                    storage,
                    state.path(JOURNAL),
                    state.secret("kraken-secret")));
        } catch (IOException | IllegalArgumentException | VenueUnavailableException e) {
            throw new DeskException("triangles can't be traded: " + e.getMessage(), e);
        }
    }

    /** Those of the start assets that the venue's books have: recorded ones may have few. */
    private static List<String> starts(Settings settings, KrakenVenueServer venue) {
        Set<String> listed = new TreeSet<>();
        venue.pairs().forEach(pair -> {
            listed.add(pair.base().name());
            listed.add(pair.quote().name());
        });
        List<String> starts = Arrays.stream(settings.text(Key.KRAKEN_STARTS).split(",", -1))
                .filter(listed::contains)
                .toList();
        if (starts.isEmpty()) {
            throw new DeskException(
                    Key.KRAKEN_STARTS.path() + " is '" + settings.text(Key.KRAKEN_STARTS)
                            + "', expected at least one asset of these books: " + String.join(", ", listed),
                    null);
        }
        return starts;
    }

    private static Fees fees(WatchSettings watched) {
        BigDecimal bps = BigDecimal.valueOf(watched.feed().feePpm(), 2);
        return new Fees(bps, bps);
    }

    TriangleAccount account() {
        return account;
    }

    Lane lane() {
        return lane;
    }

    KrakenTrading trading() {
        return trading;
    }

    /** The database as who trades. */
    SqlClient sql() {
        return sql;
    }

    LaneTime laneTime() {
        return laneTime;
    }

    /** What the placer trades with; empty where another lane does. */
    Optional<PlanAccount> ofPlacer() {
        return lane == Lane.STREAM
                ? Optional.of(new PlanAccount(account.name(), trading.venue(), System::currentTimeMillis))
                : Optional.empty();
    }

    @Override
    public void close() {
        parts.close();
    }
}
