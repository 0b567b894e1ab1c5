package dev.sextant.venues.kraken.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookScalerTest {

    private final BookScaler scaler = new BookScaler(new ScannedPairs(List.of(Frames.pair("BTC/USD", 1, 8))));
    private final ScannedBook into = new ScannedBook();

    private Optional<String> scale(String symbol, String price, String qty) {
        var book = assertInstanceOf(
                KrakenMessage.Book.class,
                new KrakenParser()
                        .parse("{\"channel\":\"book\",\"type\":\"update\",\"data\":[{\"symbol\":\"" + symbol
                                + "\",\"bids\":[],\"asks\":[{\"price\":" + price + ",\"qty\":" + qty
                                + "}],\"checksum\":1}]}"));
        return scaler.scale(book, into);
    }

    @ParameterizedTest
    @CsvSource({
        "64525.1,1.5,645251,150000000",
        "64525.1000,1e-08,645251,1",
        "6.45251e4,0.0000000000000,645251,0",
        "99999999999999999.9,9999999999.99999999,999999999999999999,999999999999999999",
        "0.1,0e19,1,0",
    })
    void aLevelIsToldInThePairsUnits(String price, String qty, long priceUnits, long qtyUnits) {
        assertEquals(Optional.empty(), scale("BTC/USD", price, qty));
        assertEquals(priceUnits, into.asks().price(0));
        assertEquals(qtyUnits, into.asks().qty(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ETH/USD | 1 | 1 | field 'symbol' is ETH/USD, expected a pair whose rules are known",
                "BTC/USD | 1.25 | 1 | BTC/USD: field 'price' is 1.25, expected at most 1 decimals",
                "BTC/USD | 1 | 1e-09 | BTC/USD: field 'qty' is 1E-9, expected at most 8 decimals",
                "BTC/USD | 1 | 10000000000 | BTC/USD: field 'qty' is 10000000000, expected at most 18 digits with 8 decimals",
                "BTC/USD | 1e17 | 1 | BTC/USD: field 'price' is 100000000000000000, expected at most 18 digits with 1 decimals",
            })
    void whatDoesNotFitThePairIsNamed(String symbol, String price, String qty, String reason) {
        assertEquals(Optional.of(reason), scale(symbol, price, qty));
    }
}
