package dev.sextant.local.venue.kraken;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.FrameFault;
import dev.sextant.local.venue.faults.ObservedFrame;
import dev.sextant.local.venue.faults.ObservedRequest;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.local.venue.kraken.account.AccountJournal;
import dev.sextant.local.venue.kraken.account.AccountSetup;
import dev.sextant.local.venue.kraken.account.Fees;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.account.Tier;
import dev.sextant.local.venue.kraken.rest.KrakenKey;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.kraken.trade.JdkKrakenTransport;
import dev.sextant.venues.kraken.trade.KrakenAccount;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.KrakenMarket;
import dev.sextant.venues.kraken.trade.KrakenNames;
import dev.sextant.venues.kraken.trade.KrakenTradeSettings;
import dev.sextant.venues.kraken.trade.KrakenVenue;
import dev.sextant.venues.kraken.trade.Pacing;
import dev.sextant.venues.kraken.trade.rate.RestCounter;
import dev.sextant.venues.kraken.trade.time.KrakenClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The made-up venue with an account, and the real adapter in front of it. Time stands still until it is stepped. */
final class KrakenDesk implements AutoCloseable {

    static final long START_MS = 1_767_225_600_250L;
    static final Symbol BTC_USD = new Symbol("BTC/USD");
    static final Symbol ETH_BTC = new Symbol("ETH/BTC");
    static final Symbol ETH_USD = new Symbol("ETH/USD");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final KrakenKey TRADER = key("trader-key-of-the-made-venue", Right.trading());
    private static final KrakenKey READER = key("reader-key-of-the-made-venue", Right.reading());

    static final Map<String, BigDecimal> START =
            Map.of("USD", new BigDecimal("100000"), "BTC", new BigDecimal("0.5"), "ETH", new BigDecimal("3"));

    final AtomicLong clock = new AtomicLong(START_MS);
    final AtomicLong nonce = new AtomicLong(START_MS * 1_000);
    final MadeMarket market;
    final KrakenVenueServer server;
    final KrakenPrivateSide side;
    volatile Function<ObservedRequest, RequestFault> fault = _ -> new RequestFault.None();
    volatile Function<ObservedFrame, FrameFault> frameFault = _ -> FrameFault.NONE;
    private final JdkKrakenTransport transport;
    final KrakenVenue venue;

    KrakenDesk() {
        this(Tier.PRO, 11);
    }

    KrakenDesk(Tier tier, long seed) {
        this(tier, seed, null);
    }

    /** An account that goes on where a journal ends. */
    KrakenDesk(AccountJournal journal) {
        this(Tier.PRO, 11, journal);
    }

    private KrakenDesk(Tier tier, long seed, @Nullable AccountJournal journal) {
        market = new MadeMarket(seed, START_MS);
        Faults faults = new Faults() {
            @Override
            public RequestFault onRequest(ObservedRequest request) {
                return fault.apply(request);
            }

            @Override
            public FrameFault onFrame(ObservedFrame frame) {
                return frameFault.apply(frame);
            }
        };
        try {
            server = new KrakenVenueServer(market, clock::get);
            side = new KrakenPrivateSide(
                    server,
                    new AccountSetup(tier, Fees.lowestVolume(), journal == null ? START : journal.balances()),
                    List.of(TRADER, READER),
                    clock::get,
                    faults,
                    Latency.none(),
                    journal);
            transport = new JdkKrakenTransport(side.rest(), PATIENCE, PATIENCE);
            venue = venue(credentials(TRADER), nonce::incrementAndGet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | VenueUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    private static KrakenKey key(String name, Set<Right> rights) {
        byte[] secret = (name + "-and-its-secret").getBytes(StandardCharsets.UTF_8);
        return new KrakenKey(name, Base64.getEncoder().encodeToString(secret), rights);
    }

    private static KrakenCredentials credentials(KrakenKey key) {
        return new KrakenCredentials(key.key(), key.secret());
    }

    /** The adapter as the reader's key sees the account. */
    KrakenVenue reader() throws VenueUnavailableException {
        return venue(credentials(READER), nonce::incrementAndGet);
    }

    KrakenVenue venue(KrakenCredentials credentials, NonceSource nonces) throws VenueUnavailableException {
        KrakenTradeSettings settings = new KrakenTradeSettings(2_000, 2, new Backoff(1, 1));
        Pacing pacing = new Pacing(
                new RestCounter(dev.sextant.venues.kraken.trade.rate.Tier.PRO, 0),
                clock::get,
                clock::addAndGet,
                () -> 1);
        KrakenMarket asked = new KrakenMarket(settings, transport, pacing);
        return new KrakenVenue(
                new KrakenAccount(settings, credentials, nonces, transport, pacing, new KrakenNames(asked.pairs())),
                new KrakenClock(asked::timeSeconds, () -> clock.get() * 1_000_000, clock::get),
                clock::get);
    }

    /** A new id of the form intents give. */
    static String id() {
        return UUID.randomUUID().toString();
    }

    Pair pair(Symbol symbol) {
        return server.pairs().stream()
                .filter(pair -> pair.symbol().equals(symbol.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The levels an order of this side would take, best first, as price and quantity. */
    List<BigDecimal[]> levels(Symbol symbol, Side taker) {
        Pair pair = pair(symbol);
        int place = server.pairs().stream().map(Pair::symbol).toList().indexOf(symbol.name());
        NavigableMap<Long, Long> levels =
                taker == Side.BUY ? market.asks(place) : market.bids(place).descendingMap();
        return levels.entrySet().stream()
                .map(level -> new BigDecimal[] {
                    BigDecimal.valueOf(level.getKey(), pair.priceDigits()),
                    BigDecimal.valueOf(level.getValue(), pair.quantityDigits())
                })
                .toList();
    }

    BigDecimal best(Symbol symbol, Side taker) {
        return levels(symbol, taker).getFirst()[0];
    }

    Placement place(Symbol symbol, String id, Side side, BigDecimal quantity, BigDecimal limit) {
        return venue.place(leg(symbol, id, side, quantity, limit), clock.get());
    }

    static OrderRequest leg(Symbol symbol, String id, Side side, BigDecimal quantity, BigDecimal limit) {
        return new OrderRequest(
                symbol, id, side, OrderType.LIMIT_IOC, new Quantity(quantity), null, new Price(limit), false);
    }

    /** Time goes on and the market with it. */
    void step(long ms) {
        clock.addAndGet(ms);
        server.step();
    }

    /** What the account must have, told by its fills and nothing else. */
    Map<String, BigDecimal> ledger(List<Fill> fills) {
        Map<String, BigDecimal> balances = new HashMap<>(START);
        for (Fill fill : fills) {
            String[] assets = fill.symbol().name().split("/", 2);
            BigDecimal quantity = new BigDecimal(fill.quantity().toString());
            BigDecimal cost = quantity.multiply(new BigDecimal(fill.price().toString()));
            boolean buys = fill.side() == Side.BUY;
            balances.merge(assets[0], buys ? quantity : quantity.negate(), BigDecimal::add);
            balances.merge(assets[1], buys ? cost.negate() : cost, BigDecimal::add);
            balances.merge(fill.feeAsset(), fill.fee().negate(), BigDecimal::add);
        }
        return plain(balances);
    }

    static Map<String, BigDecimal> plain(Map<String, BigDecimal> balances) {
        Map<String, BigDecimal> plain = new HashMap<>();
        balances.forEach((asset, balance) -> plain.put(asset, balance.stripTrailingZeros()));
        return plain;
    }

    @Override
    public void close() {
        transport.close();
        side.close();
        server.close();
    }
}
