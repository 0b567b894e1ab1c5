package dev.sextant.venues.binance.market.rest;

import dev.sextant.venues.binance.market.book.DepthSnapshot;
import dev.sextant.venues.http.MalformedJson;

/** Lets tests of other packages read recorded answers. */
public final class RestAnswers {

    private RestAnswers() {}

    public static DepthSnapshot depth(String body) throws MalformedJson {
        return RestParser.depth(body);
    }
}
