package dev.sextant.venues.binance.market.rest;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.venues.binance.market.PriceLevels;
import dev.sextant.venues.binance.market.StreamParser;
import dev.sextant.venues.binance.market.book.DepthSnapshot;
import dev.sextant.venues.http.JsonFields;
import dev.sextant.venues.http.JsonReader;
import dev.sextant.venues.http.MalformedJson;
import java.util.ArrayList;
import java.util.List;

/** From the bodies of REST answers to values. Pure; each function is named after its endpoint. */
final class RestParser {

    /** The largest answer is {@code exchangeInfo}, near 2 MB for all symbols. */
    static final int MAX_CHARS = 16 * 1024 * 1024;

    private static final JsonReader READER = new JsonReader(MAX_CHARS);

    private RestParser() {}

    /** One element of an array answer. */
    private interface Element<T> {
        T read(JsonFields fields) throws MalformedJson;
    }

    private static <T> List<T> list(String body, Element<T> element) throws MalformedJson {
        List<T> values = new ArrayList<>();
        for (JsonFields fields : READER.objects(body)) {
            values.add(element.read(fields));
        }
        return values;
    }

    static long time(String body) throws MalformedJson {
        return READER.object(body).timeMs("serverTime");
    }

    static ExchangeRules exchangeInfo(String body) throws MalformedJson {
        return ExchangeRulesParser.parse(READER.object(body));
    }

    static List<AggTrade> aggTrades(String body) throws MalformedJson {
        List<AggTrade> trades = list(body, StreamParser::aggTrade);
        for (int i = 1; i < trades.size(); i++) {
            if (trades.get(i).aggId() != trades.get(i - 1).aggId() + 1) {
                throw MalformedJson.field(
                        "a",
                        trades.get(i).aggId(),
                        "the id after " + trades.get(i - 1).aggId());
            }
        }
        return trades;
    }

    static DepthSnapshot depth(String body) throws MalformedJson {
        JsonFields book = READER.object(body);
        return new DepthSnapshot(
                book.id("lastUpdateId"), PriceLevels.parse(book, "bids"), PriceLevels.parse(book, "asks"));
    }

    static Premium premiumIndex(String body) throws MalformedJson {
        JsonFields premium = READER.object(body);
        return new Premium(
                premium.decimal("markPrice"),
                premium.decimal("indexPrice"),
                premium.decimal("lastFundingRate"),
                premium.integer("nextFundingTime"),
                premium.timeMs("time"));
    }

    static List<Funding> fundingRate(String body) throws MalformedJson {
        return list(body, funding -> new Funding(funding.decimal("fundingRate"), funding.timeMs("fundingTime")));
    }

    static OpenInterest openInterest(String body) throws MalformedJson {
        JsonFields interest = READER.object(body);
        return new OpenInterest(interest.decimal("openInterest"), interest.timeMs("time"));
    }

    static List<OpenInterestStatistic> openInterestHist(String body) throws MalformedJson {
        return list(
                body,
                period -> new OpenInterestStatistic(
                        period.decimal("sumOpenInterest"),
                        period.decimal("sumOpenInterestValue"),
                        period.timeMsInEitherForm("timestamp")));
    }

    static List<LongShortRatio> longShortRatio(String body) throws MalformedJson {
        return list(
                body,
                period -> new LongShortRatio(period.decimal("longShortRatio"), period.timeMsInEitherForm("timestamp")));
    }
}
