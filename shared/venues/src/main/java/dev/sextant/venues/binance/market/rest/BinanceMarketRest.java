package dev.sextant.venues.binance.market.rest;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.market.book.DepthSnapshot;
import dev.sextant.venues.binance.market.rest.RateBudget.Pool;
import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.http.VenueReadException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Public reads of Binance USD-M futures. Every method blocks, within its {@link ReadPatience}, and throws a
 * {@link VenueReadException} that says whether trying later helps. Thread-safe.
 */
public final class BinanceMarketRest {

    /** Most trades the venue returns at once. */
    public static final int MAX_TRADES = 1_000;

    private static final int AGG_TRADES_WEIGHT = 20;

    private final BinanceEndpoints endpoints;
    private final RestReader reader;

    /**
     * @param budget shared by all readers of one address
     * @param random uniform in [0, 1), for the jitter of retries
     */
    public BinanceMarketRest(
            BinanceEndpoints endpoints,
            HttpGet http,
            RateBudget budget,
            ReadPatience patience,
            Sleeper sleeper,
            DoubleSupplier random) {
        this.endpoints = endpoints;
        this.reader = new RestReader(http, budget, patience, sleeper, random);
    }

    private interface Body<T> {
        T parse(String body) throws MalformedJson;
    }

    private <T> T read(Pool pool, int weight, String pathAndQuery, Body<T> body)
            throws VenueReadException, InterruptedException {
        String text = reader.get(endpoints.rest(pathAndQuery), pool, weight);
        try {
            return body.parse(text);
        } catch (MalformedJson e) {
            throw new VenueReadException(VenueReadException.Kind.MALFORMED, pathAndQuery + ": " + e.getMessage());
        }
    }

    /** The venue's clock, epoch milliseconds. */
    public long serverTimeMs() throws VenueReadException, InterruptedException {
        return read(Pool.WEIGHT, 1, "/fapi/v1/time", RestParser::time);
    }

    /** Filters of all instruments and the request limit. */
    public ExchangeRules exchangeInfo() throws VenueReadException, InterruptedException {
        return read(Pool.WEIGHT, 1, "/fapi/v1/exchangeInfo", RestParser::exchangeInfo);
    }

    /** Up to {@code limit} trades with consecutive ids, from {@code fromId} on, oldest first. */
    public List<AggTrade> aggTradesFrom(Symbol symbol, long fromId, int limit)
            throws VenueReadException, InterruptedException {
        return read(
                Pool.WEIGHT,
                AGG_TRADES_WEIGHT,
                "/fapi/v1/aggTrades?symbol=" + encode(symbol) + "&fromId=" + fromId + "&limit=" + limit,
                RestParser::aggTrades);
    }

    /** Up to 1,000 trades of an interval of less than an hour, both ends included, oldest first. */
    public List<AggTrade> aggTradesBetween(Symbol symbol, long startMs, long endMs)
            throws VenueReadException, InterruptedException {
        return read(
                Pool.WEIGHT,
                AGG_TRADES_WEIGHT,
                "/fapi/v1/aggTrades?symbol=" + encode(symbol) + "&startTime=" + startMs + "&endTime=" + endMs
                        + "&limit=" + MAX_TRADES,
                RestParser::aggTrades);
    }

    /** The 1,000 best levels of each side. */
    public DepthSnapshot depth(Symbol symbol) throws VenueReadException, InterruptedException {
        return read(Pool.WEIGHT, 20, "/fapi/v1/depth?symbol=" + encode(symbol) + "&limit=1000", RestParser::depth);
    }

    /** Mark price and current funding rate. */
    public Premium premiumIndex(Symbol symbol) throws VenueReadException, InterruptedException {
        return read(Pool.WEIGHT, 1, "/fapi/v1/premiumIndex?symbol=" + encode(symbol), RestParser::premiumIndex);
    }

    /** Up to {@code limit} (at most 1,000) fundings from a time on, oldest first. */
    public List<Funding> fundingRate(Symbol symbol, long startMs, int limit)
            throws VenueReadException, InterruptedException {
        return read(
                Pool.FUNDING,
                1,
                "/fapi/v1/fundingRate?symbol=" + encode(symbol) + "&startTime=" + startMs + "&limit=" + limit,
                RestParser::fundingRate);
    }

    /** Open interest now. */
    public OpenInterest openInterest(Symbol symbol) throws VenueReadException, InterruptedException {
        return read(Pool.WEIGHT, 1, "/fapi/v1/openInterest?symbol=" + encode(symbol), RestParser::openInterest);
    }

    /** Open interest at the ends of the last {@code limit} (at most 500) periods of 5 minutes, oldest first. */
    public List<OpenInterestStatistic> openInterestHist(Symbol symbol, int limit)
            throws VenueReadException, InterruptedException {
        return read(Pool.STATISTICS, 0, statistic("openInterestHist", symbol, limit), RestParser::openInterestHist);
    }

    /** Accounts long over accounts short, of all accounts, periods as above. */
    public List<LongShortRatio> globalLongShortAccountRatio(Symbol symbol, int limit)
            throws VenueReadException, InterruptedException {
        return read(
                Pool.STATISTICS,
                0,
                statistic("globalLongShortAccountRatio", symbol, limit),
                RestParser::longShortRatio);
    }

    /** Positions long over positions short, of the top fifth of accounts, periods as above. */
    public List<LongShortRatio> topLongShortPositionRatio(Symbol symbol, int limit)
            throws VenueReadException, InterruptedException {
        return read(
                Pool.STATISTICS, 0, statistic("topLongShortPositionRatio", symbol, limit), RestParser::longShortRatio);
    }

    private static String statistic(String name, Symbol symbol, int limit) {
        return "/futures/data/" + name + "?symbol=" + encode(symbol) + "&period=5m&limit=" + limit;
    }

    private static String encode(Symbol symbol) {
        return URLEncoder.encode(symbol.name(), StandardCharsets.UTF_8);
    }
}
