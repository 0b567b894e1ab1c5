package dev.sextant.api.market;

import dev.sextant.api.http.Ids;
import dev.sextant.api.http.Parameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Objects;

/** The market's paths. */
@Controller
final class MarketController {

    private final Rates rates;
    private final Candles candles;
    private final Indicators indicators;
    private final Tape tape;
    private final Liquidations liquidations;
    private final Funding funding;
    private final Gaps gaps;
    private final Archive archive;

    MarketController(
            Rates rates,
            Candles candles,
            Indicators indicators,
            Tape tape,
            Liquidations liquidations,
            Funding funding,
            Gaps gaps,
            Archive archive) {
        this.rates = rates;
        this.candles = candles;
        this.indicators = indicators;
        this.tape = tape;
        this.liquidations = liquidations;
        this.funding = funding;
        this.gaps = gaps;
        this.archive = archive;
    }

    @Get(uris = {"/api/v1/rates", "/api/rates"})
    String rates() {
        return rates.all().json();
    }

    @Get("/api/v1/market/{symbol:.+}/candles")
    String candles(String symbol, Parameters query) {
        CandleWidth width = query.oneOf("interval", List.of(CandleWidth.values()), CandleWidth::wireName);
        return candles.of(
                        Ids.symbol(symbol),
                        Objects.requireNonNullElse(width, CandleWidth.ONE_MINUTE),
                        query.span(),
                        query.limit())
                .json();
    }

    @Get("/api/v1/market/{symbol:.+}/indicators")
    String indicators(String symbol, Parameters query) {
        return indicators.of(Ids.symbol(symbol), query.span(), query.limit()).json();
    }

    @Get("/api/v1/market/{symbol:.+}/trades")
    String trades(String symbol, Parameters query) {
        return tape.of(Ids.symbol(symbol), query.cursor(Tape.LIST), query.limit())
                .json();
    }

    @Get("/api/v1/market/{symbol:.+}/liquidations")
    String liquidations(String symbol, Parameters query) {
        return liquidations
                .page(Ids.symbol(symbol), query.cursor(Liquidations.LIST), query.limit())
                .json();
    }

    @Get("/api/v1/market/{symbol:.+}/funding")
    String funding(String symbol) {
        return funding.of(Ids.symbol(symbol));
    }

    @Get("/api/v1/gaps")
    String gaps(Parameters query) {
        return gaps.page(query.cursor(Gaps.LIST), query.limit()).json();
    }

    @Get("/api/v1/archive")
    String archive(Parameters query) {
        return archive.page(query.cursor(Archive.LIST), query.limit()).json();
    }
}
