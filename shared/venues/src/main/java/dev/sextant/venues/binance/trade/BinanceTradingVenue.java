package dev.sextant.venues.binance.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.CashFlowHistory;
import dev.sextant.domain.venue.CashFlows;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.PrivateStreamKeys;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binance USD-M futures as a {@link TradingVenue}. Market orders go to the regular service, conditional orders to the
 * Algo service. {@link #place} sends at most one request; reads and cancels are tried a bounded number of times. Safe
 * for use by several threads.
 */
public final class BinanceTradingVenue implements TradingVenue, CashFlowHistory, PrivateStreamKeys, AutoCloseable {

    /** Far below what the wallet's host allows; one question a day is asked there. */
    private static final long WALLET_WEIGHT_LIMIT = 600;

    /** Questions for the time a minute, of a venue that is asked before each order. */
    private static final long OWN_CLOCK_WEIGHT_LIMIT = 2_400;

    private final Transport transport;
    private final VenueClock clock;
    private final RepeatableCalls calls;
    private final OrderEntry entry;
    private final @Nullable BinanceWallet wallet;
    private final KeyGuard keyGuard;

    /**
     * Where no key can be worth anything: paper, testnet.
     *
     * @param budget shared by every adapter of the process that talks to the venue from the same address
     * @throws IllegalArgumentException when the private key can't be read
     */
    public BinanceTradingVenue(
            BinanceTradeSettings settings, Credentials credentials, RequestBudget budget, Timing timing) {
        this(settings, credentials, budget, timing, Optional.empty());
    }

    /**
     * The same; sends no order that adds exposure unless the key is known to be unable to move money out.
     *
     * @param walletBase where the rights of the key are asked, empty where there is nothing to withdraw
     */
    public BinanceTradingVenue(
            BinanceTradeSettings settings,
            Credentials credentials,
            RequestBudget budget,
            Timing timing,
            Optional<URI> walletBase) {
        RequestFactory requests = new RequestFactory(settings.baseUri(), credentials);
        this.transport = new Transport(settings.connectTimeout(), settings.answerTimeout());
        this.clock = switch (settings.clockMode()) {
            case OFFSET -> new OffsetClock(new TimeQuestion(requests, transport, budget), timing);
            // Asked before each order, and of a venue on loopback: nobody else's requests leave from the same address.
            case VENUE ->
                new VenueOwnClock(new TimeQuestion(
                        requests, transport, new RequestBudget(timing.wall(), OWN_CLOCK_WEIGHT_LIMIT)));
        };
        this.calls = new RepeatableCalls(settings, requests, transport, budget, clock, timing);
        this.wallet = walletBase
                .map(base -> new BinanceWallet(new RepeatableCalls(
                        settings,
                        requests.at(base),
                        transport,
                        new RequestBudget(timing.wall(), WALLET_WEIGHT_LIMIT),
                        clock,
                        timing)))
                .orElse(null);
        this.keyGuard = new KeyGuard(wallet, timing.monotonicNanos());
        this.entry = new OrderEntry(settings, requests, transport, budget, clock, keyGuard);
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        return entry.place(request, signedAtMs);
    }

    @Override
    public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        return new OrderLookups(calls).find(symbol, clientOrderId, type);
    }

    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        return new OrderCancels(calls).cancel(symbol, clientOrderId, type);
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        return new OpenOrders(calls).of(symbol);
    }

    /**
     * {@inheritDoc} The venue keeps three months; an earlier time is refused by name rather than answered in part.
     */
    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        return new FillHistory(calls, clock).since(symbol, sinceMs);
    }

    /** {@inheritDoc} The venue keeps three months; an earlier time is refused by name rather than answered in part. */
    @Override
    public CashFlows cashFlowsSince(long sinceMs) throws VenueUnavailableException {
        return new IncomeHistory(calls, clock).since(sinceMs);
    }

    @Override
    public List<VenuePosition> positions() throws VenueUnavailableException {
        return new AccountReads(calls).positions();
    }

    @Override
    public Map<String, BigDecimal> balances() throws VenueUnavailableException {
        return new AccountReads(calls).balances();
    }

    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        return clock.nowMs();
    }

    @Override
    public String mint() throws VenueUnavailableException {
        return new ListenKeyService(calls).mint();
    }

    @Override
    public boolean extend() throws VenueUnavailableException {
        return new ListenKeyService(calls).extend();
    }

    @Override
    public long validMs() {
        return new ListenKeyService(calls).validMs();
    }

    /** The clock requests are signed with: its offset for the health page, and to forget it after a restore. */
    public VenueClock clock() {
        return clock;
    }

    /** A check of the account's settings against what the desk relies on, for start-up. */
    public BinanceAccountGuard guard(Map<Symbol, ExpectedSetting> expected) {
        return new BinanceAccountGuard(calls, expected);
    }

    /** Where the rights of this key can be asked; empty where there is nothing to withdraw. */
    public Optional<KeyRightsSource> wallet() {
        return Optional.ofNullable(wallet);
    }

    /** Whether this key may be used for entries; asks the venue at first, once a day, and each minute while it is unfit. */
    public KeyStanding keyStanding() {
        return keyGuard.standing();
    }

    /** Drops the connections; a placement that is under way ends unknown. */
    @Override
    public void close() {
        transport.close();
    }
}
