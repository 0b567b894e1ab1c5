package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.List;
import java.util.Map;

/**
 * A Kraken spot account over REST. {@link #place} sends at most one request; reads and cancels are tried a bounded number
 * of times. All requests of the key go through one queue, so there must be one of these for a key. Safe for several
 * threads. Nothing of this has been tried against the exchange: what is not verified stands in {@code docs/kraken.md}.
 */
public final class KrakenAccount {

    private final OrderEntry entry;
    private final OrderCancels cancels;
    private final OrderReads orders;
    private final FillHistory fills;
    private final AccountReads account;

    /** @param names made from {@link KrakenMarket#pairs} */
    public KrakenAccount(
            KrakenTradeSettings settings,
            KrakenCredentials credentials,
            NonceSource nonces,
            KrakenTransport transport,
            Pacing pacing,
            KrakenNames names) {
        SerialSender sender = new SerialSender(credentials, nonces, transport);
        RepeatableCalls calls = new RepeatableCalls(settings, sender, pacing);
        this.entry = new OrderEntry(settings, names, sender);
        this.cancels = new OrderCancels(calls);
        this.orders = new OrderReads(calls, names);
        this.fills = new FillHistory(calls, names);
        this.account = new AccountReads(calls, names);
    }

    /**
     * Sends one order, once.
     *
     * @param signedAtMs venue time, taken before the claim; the order's deadline counts from it. Once the deadline has
     *     passed a lost order can't reach the book any more
     */
    public Placement place(KrakenOrder order, long signedAtMs) {
        return entry.place(order, signedAtMs);
    }

    /** Asks what would become of an order, without placing it. */
    public DryRun check(KrakenOrder order, long signedAtMs) {
        return entry.check(order, signedAtMs);
    }

    /**
     * Asks for one order by our id among open and closed ones. Not found is weak evidence even after the deadline: it
     * takes the private stream and the trades to agree.
     *
     * @param sentAtMs venue time of sending; closed orders are looked for from a minute earlier
     */
    public Lookup find(Symbol pair, String clientOrderId, long sentAtMs) {
        return orders.find(pair, clientOrderId, sentAtMs);
    }

    /** Asks for a cancel by our id. Safe to repeat. */
    public Cancellation cancel(String clientOrderId) {
        return cancels.cancel(Calls.cancelByClientId(clientOrderId));
    }

    /** Asks for a cancel by the venue's id. Safe to repeat. */
    public Cancellation cancelByVenueId(String venueOrderId) {
        return cancels.cancel(Calls.cancelByVenueId(venueOrderId));
    }

    /** Cancels every open order of the account; how many the venue says it took. Safe to repeat. */
    public int cancelAll() throws VenueUnavailableException {
        return cancels.cancelAll();
    }

    /**
     * Arms the dead man's switch anew, or switches it off. It is the account's, all pairs and keys: one process may own
     * it. When this fails the switch must be taken to run still.
     *
     * @param timeoutSeconds 0 for off, else up to {@link DeadMansSwitch#MAX_SECONDS}
     */
    public DeadMansSwitch cancelAllAfter(int timeoutSeconds) throws VenueUnavailableException {
        return cancels.cancelAllAfter(timeoutSeconds);
    }

    /** Everything open. */
    public List<ReportedOrder> openOrders() throws VenueUnavailableException {
        return orders.open();
    }

    /** Orders by the venue's ids; one it doesn't know may be left out or make it refuse the question. */
    public List<ReportedOrder> orders(List<String> venueOrderIds) throws VenueUnavailableException {
        return orders.byVenueId(venueOrderIds);
    }

    /** Executions of all pairs since a venue time, oldest first, all pages. */
    public List<Fill> fillsSince(long sinceMs) throws VenueUnavailableException {
        return fills.since(sinceMs);
    }

    /** Spot balances by asset, as the desk calls it. */
    public Map<String, AssetBalance> balances() throws VenueUnavailableException {
        return account.balances();
    }

    /** The account's fees now. */
    public Map<Symbol, FeeRates> fees(List<Symbol> pairs) throws VenueUnavailableException {
        return account.fees(pairs);
    }

    /** What the venue says of the key. */
    public KeyInfo keyInfo() throws VenueUnavailableException {
        return account.keyInfo();
    }

    /** A token for one private socket connection. */
    public SocketToken token() throws VenueUnavailableException {
        return account.token();
    }
}
