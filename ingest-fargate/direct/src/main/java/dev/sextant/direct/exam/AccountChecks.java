package dev.sextant.direct.exam;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.venues.kraken.trade.AssetBalance;
import dev.sextant.venues.kraken.trade.AssetPair;
import dev.sextant.venues.kraken.trade.DryRun;
import dev.sextant.venues.kraken.trade.FeeRates;
import dev.sextant.venues.kraken.trade.KrakenAccount;
import dev.sextant.venues.kraken.trade.KrakenOrder;
import dev.sextant.venues.kraken.trade.TimeInForce;
import dev.sextant.venues.kraken.trade.time.KrakenClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the account holds and pays, and whether its orders would be taken. */
final class AccountChecks {

    static final String BALANCES = "kraken_balances";
    static final String FEES = "kraken_fees";
    static final String ORDERS = "kraken_orders";

    private static final String NO_FUNDS = "EOrder:Insufficient funds";
    private static final int AT_ONCE = 200;

    private final KrakenAccount account;
    private final FeedSettings feed;

    AccountChecks(KrakenAccount account, FeedSettings feed) {
        this.account = account;
        this.feed = feed;
    }

    List<Answer> balances() throws VenueUnavailableException {
        Map<String, AssetBalance> balances = account.balances();
        List<String> found = new ArrayList<>();
        for (String asset : feed.starts()) {
            AssetBalance balance = balances.get(asset);
            if (balance != null && balance.available().signum() > 0) {
                found.add(balance.available().stripTrailingZeros().toPlainString() + " " + asset);
            }
        }
        String held = String.join(", ", found);
        return List.of(
                held.isEmpty()
                        ? Answer.fail(
                                BALANCES,
                                "nothing to begin a triangle with: no " + String.join(" and no ", feed.starts()),
                                "fund the account, or change kraken.starts")
                        : Answer.pass(BALANCES, "to begin with: " + held));
    }

    List<Answer> fees(List<AssetPair> pairs) throws VenueUnavailableException {
        List<Symbol> symbols = pairs.stream().map(AssetPair::symbol).toList();
        BigDecimal least = new BigDecimal(100);
        BigDecimal most = BigDecimal.ZERO;
        for (int from = 0; from < symbols.size(); from += AT_ONCE) {
            List<Symbol> some = symbols.subList(from, Math.min(symbols.size(), from + AT_ONCE));
            Map<Symbol, FeeRates> told = account.fees(some);
            for (Symbol symbol : some) {
                FeeRates rates = told.get(symbol);
                if (rates == null) {
                    return List.of(Answer.unknown(FEES, "TradeVolume tells no fee for " + symbol, ""));
                }
                least = least.min(rates.takerPercent());
                most = most.max(rates.takerPercent());
            }
        }
        BigDecimal configured = BigDecimal.valueOf(feed.feePpm(), 2);
        String found = "the account takes at " + bps(least) + " to " + bps(most) + " basis points, kraken.fee_bps is "
                + configured.stripTrailingZeros().toPlainString();
        return List.of(
                most.movePointRight(2).compareTo(configured) > 0
                        ? Answer.warn(
                                FEES,
                                found,
                                "set kraken.fee_bps to " + bps(most) + ": replays and watching would promise too much")
                        : Answer.pass(FEES, found));
    }

    private static String bps(BigDecimal percent) {
        return percent.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** Each pair of a cycle is asked about the smallest order it takes, far below any market: were it placed, it would not trade. */
    List<Answer> orders(List<AssetPair> cycle, KrakenClock clock) throws VenueUnavailableException {
        List<String> well = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (AssetPair pair : cycle) {
            switch (account.check(smallest(pair), clock.nowMs())) {
                case DryRun.Passed _ -> well.add(pair.symbol().name());
                case DryRun.Refused(String words)
                when words.contains(NO_FUNDS) -> well.add(pair.symbol() + " (but for a lack of " + pair.quote() + ")");
                case DryRun.Refused(String words) -> wrong.add(pair.symbol() + ": " + words);
                case DryRun.Unanswered(String reason) ->
                    throw new VenueUnavailableException("the check of an order of " + pair.symbol() + ": " + reason);
            }
        }
        return List.of(
                wrong.isEmpty()
                        ? Answer.pass(ORDERS, "would be taken: " + String.join(", ", well))
                        : Answer.fail(
                                ORDERS,
                                "would be refused: " + String.join("; ", wrong),
                                "look at the pair, the key's rights and where the account may trade"));
    }

    private static KrakenOrder smallest(AssetPair pair) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(pair.quantityDecimals());
        BigDecimal quantity = pair.orderMin().max(step).setScale(pair.quantityDecimals(), RoundingMode.CEILING);
        BigDecimal ticks = pair.costMin()
                .divide(quantity.multiply(pair.tickSize()), 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE);
        return new KrakenOrder(
                pair.symbol(),
                UUID.randomUUID().toString(),
                Side.BUY,
                new Quantity(quantity),
                new Price(ticks.multiply(pair.tickSize())),
                TimeInForce.IOC);
    }
}
