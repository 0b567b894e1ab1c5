package dev.sextant.local.doctor;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.venue.ClockProbe;
import dev.sextant.venues.binance.market.rest.InstrumentFilters;
import dev.sextant.venues.binance.trade.BinanceAccountGuard;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.KeyRightsSource;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.VenueReadException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything about an exchange and an account there that must be well before the desk trades with it. Only asks. */
final class ExchangeChecks {

    static final String REACHABLE = "reachable";
    static final String KEY = "key";
    private static final String CURRENCY = "USDT";

    private final Place place;
    private final BigDecimal riskPerTrade;
    private final Exchange exchange;
    private final Reader reader = new Reader();
    private Map<String, BigDecimal> balances = Map.of();

    /** @param riskPerTrade of the standard tier, in the account's currency */
    ExchangeChecks(Place place, BigDecimal riskPerTrade, Exchange exchange) {
        this.place = place;
        this.riskPerTrade = riskPerTrade;
        this.exchange = exchange;
    }

    List<Finding> run() throws InterruptedException {
        reachable();
        reader.ask(
                "clock",
                () -> List.of(ClockCheck.of(new ClockProbe(
                                exchange.market()::serverTimeMs, System::currentTimeMillis, MonotonicClock.system())
                        .measure()
                        .offsetMs())));
        reader.ask("filters", this::filters);
        reader.ask(KEY, this::key);
        // The wallet is another host, and what it says of the key may be why this one refuses it.
        reader.ask(RightsCheck.NAME, this::rights);
        if (reader.failed(KEY)) {
            reader.pointless("the key is refused");
        }
        BinanceTradingVenue account = exchange.account();
        BinanceAccountGuard guard = account.guard(
                place.symbols().stream().collect(Collectors.toMap(Function.identity(), _ -> place.expected())));
        reader.ask("position_mode", () -> setup("position_mode", guard.positionMode(), "one-way"));
        reader.ask("account", () -> setup("account", guard.account(), "may trade, single-asset"));
        reader.ask("margin", () -> setup("margin", guard.symbols(), margin()));
        reader.ask("orders_and_positions", this::holdings);
        reader.ask("balance", () -> List.of(balance()));
        return reader.findings();
    }

    private void reachable() throws InterruptedException {
        try {
            exchange.market().serverTimeMs();
            reader.ask(REACHABLE, () -> List.of(Finding.pass(REACHABLE, place.host() + " answers")));
        } catch (VenueReadException e) {
            String mend = e.kind() == VenueReadException.Kind.FORBIDDEN
                    ? "the exchange refuses this address or country; run the desk where it may be used"
                    : "check the network, and " + place.mode().word() + ".rest_url";
            reader.ask(REACHABLE, () -> List.of(Finding.fail(REACHABLE, String.valueOf(e.getMessage()), mend)));
            reader.pointless("the exchange can't be reached");
        }
    }

    private List<Finding> key() throws VenueUnavailableException {
        balances = exchange.account().balances();
        return List.of(Finding.pass(KEY, "a signed question was answered"));
    }

    private List<Finding> rights() throws VenueUnavailableException {
        Optional<KeyRightsSource> wallet = exchange.account().wallet();
        return wallet.isPresent()
                ? RightsCheck.of(wallet.get().rights())
                : List.of(Finding.notApplicable(
                        RightsCheck.NAME, "not applicable: a testnet key has nothing to withdraw"));
    }

    private static List<Finding> setup(String check, List<String> findings, String well) {
        return findings.isEmpty()
                ? List.of(Finding.pass(check, well))
                : List.of(Finding.fail(
                        check,
                        String.join("; ", findings),
                        "change it at the exchange, or what account.margin_type and account.leverage expect;"
                                + " the desk never changes it"));
    }

    private String margin() {
        return place.expected().marginType() + ", leverage " + place.expected().leverage();
    }

    private List<Finding> filters() throws VenueReadException, InterruptedException {
        Map<Symbol, InstrumentFilters> listed = new HashMap<>();
        exchange.market().exchangeInfo().instruments().forEach(filters -> listed.put(filters.symbol(), filters));
        List<String> wrong = new ArrayList<>();
        for (Symbol symbol : place.symbols()) {
            InstrumentFilters filters = listed.get(symbol);
            if (filters == null) {
                wrong.add(symbol + " is not listed, or its filters can't be read");
            } else if (!filters.tradable()) {
                wrong.add(symbol + " is " + filters.status());
            } else if (!filters.quoteAsset().equals(CURRENCY)) {
                wrong.add(symbol + " is priced in " + filters.quoteAsset() + ", the account is kept in " + CURRENCY);
            }
        }
        return List.of(
                wrong.isEmpty()
                        ? Finding.pass("filters", "read for " + place.symbols())
                        : Finding.fail("filters", String.join("; ", wrong), "change desk.symbols"));
    }

    /** Whatever is there already; a desk that goes on has some of its own. */
    private List<Finding> holdings() throws VenueUnavailableException {
        List<String> held = new ArrayList<>();
        exchange.account().positions().stream()
                .filter(position -> place.symbols().contains(position.symbol()))
                .forEach(position ->
                        held.add("a position of " + position.signedQty().toPlainString() + " " + position.symbol()));
        for (Symbol symbol : place.symbols()) {
            exchange.account()
                    .openOrders(symbol)
                    .forEach(order -> held.add("order " + order.clientOrderId() + " in " + symbol));
        }
        return List.of(
                held.isEmpty()
                        ? Finding.pass("orders_and_positions", "none in " + place.symbols())
                        : Finding.warn(
                                "orders_and_positions",
                                String.join("; ", held),
                                "close by hand what the desk did not open: it never touches it, and blocks a symbol"
                                        + " whose position it does not know"));
    }

    private Finding balance() {
        BigDecimal has = balances.getOrDefault(CURRENCY, BigDecimal.ZERO);
        BigDecimal least = riskPerTrade.multiply(BigDecimal.TWO);
        String found = has.stripTrailingZeros().toPlainString() + " " + CURRENCY + ", two trades may lose "
                + least.stripTrailingZeros().toPlainString();
        if (reader.findings().stream()
                .noneMatch(finding ->
                        finding.check().equals(KEY) && finding.verdict().passes())) {
            return Finding.unknown("balance", "the balance was not read", "");
        }
        return has.compareTo(least) >= 0
                ? Finding.pass("balance", found)
                : Finding.fail("balance", found, "add money, or lower account.risk_per_trade");
    }

    /** What the account holds in its currency, as read; empty when it could not be. */
    Optional<BigDecimal> money() {
        return Optional.ofNullable(balances.get(CURRENCY));
    }
}
