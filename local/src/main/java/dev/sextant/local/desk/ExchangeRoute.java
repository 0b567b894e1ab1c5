package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.doctor.Place;
import dev.sextant.local.venue.live.ExchangeTime;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.http.VenueReadException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/** The exchange itself: orders are real there, and on the testnet so is everything but the money. */
final class ExchangeRoute implements OrderRoute {

    private final Place place;
    private final BigDecimal money;
    private final ExchangeTime time;

    private ExchangeRoute(Place place, BigDecimal money, ExchangeTime time) {
        this.place = place;
        this.money = money;
        this.time = time;
    }

    /** @param money what the account holds now */
    static ExchangeRoute open(Place place, BigDecimal money) throws IOException, InterruptedException {
        try {
            return new ExchangeRoute(place, money, ExchangeTime.measure(place.endpoints()));
        } catch (VenueReadException e) {
            throw new IOException("the time of " + place.host() + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public VenueAccess access() {
        return VenueAccess.exchange(place);
    }

    @Override
    public EpochClock clock() {
        return time;
    }

    @Override
    public JsonNode description() {
        String trouble = time.trouble().orElse(null);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("live", true)
                .put("exchange", place.endpoints().rest().toString());
        place.symbols().forEach(symbol -> json.withArray("symbols").add(symbol.name()));
        return json.put("state", trouble == null ? "LIVE" : "STALE")
                .put("trouble", trouble)
                .put("market_time_ms", time.nowMs())
                .put("clock_offset_ms", time.offsetMs());
    }

    @Override
    public String announcement() {
        String where =
                place.symbols().stream().map(Symbol::name).collect(Collectors.joining(", ")) + " at " + place.host();
        return place.mode() == TradingMode.LIVE ? "REAL MONEY: " + where : "testnet " + where;
    }

    @Override
    public Optional<String> resting() {
        return place.mode() == TradingMode.LIVE
                ? Optional.of("new where money is real; start it with: ./sextant strategy start NAME --by YOU")
                : Optional.empty();
    }

    @Override
    public BigDecimal startBalance() {
        return money;
    }

    @Override
    public void close() {
        time.close();
    }
}
