package dev.sextant.fuzz;

import dev.sextant.api.command.WriteTarget;
import dev.sextant.api.http.ParametersTarget;
import dev.sextant.fuzz.parser.BinanceRestTarget;
import dev.sextant.fuzz.parser.BinanceStreamTarget;
import dev.sextant.fuzz.parser.CoinbaseTarget;
import dev.sextant.fuzz.parser.DecisionCodecTarget;
import dev.sextant.fuzz.parser.IngestConfigTarget;
import dev.sextant.fuzz.parser.KrakenFeedTarget;
import dev.sextant.fuzz.parser.MarketCodecTarget;
import dev.sextant.fuzz.parser.RecordingFileTarget;
import dev.sextant.fuzz.parser.RecordingTarget;
import dev.sextant.fuzz.parser.StrategyTarget;
import dev.sextant.ingest.sink.OutboxTarget;
import dev.sextant.ingest.spill.SegmentTarget;
import dev.sextant.local.dataapi.RequestTarget;
import dev.sextant.local.dataapi.SqlTarget;
import dev.sextant.local.settings.SettingsTarget;
import dev.sextant.local.venue.capture.CaptureTarget;
import dev.sextant.local.venue.rest.VenueRequestTarget;
import dev.sextant.local.venue.stream.VenueStreamTarget;
import dev.sextant.venues.binance.trade.TradeAnswerTarget;
import dev.sextant.venues.kraken.trade.KrakenKeyTarget;
import dev.sextant.venues.kraken.trade.KrakenPrivateTarget;
import java.util.List;
import java.util.stream.Collectors;

/** Every parser of the desk that reads what comes from outside. */
final class Targets {

    private Targets() {}

    static List<FuzzTarget> all() {
        return List.of(
                new BinanceStreamTarget(),
                new BinanceRestTarget(),
                new TradeAnswerTarget(),
                new CoinbaseTarget(),
                new KrakenFeedTarget(),
                new KrakenPrivateTarget(),
                new KrakenKeyTarget(),
                new MarketCodecTarget(),
                new DecisionCodecTarget(),
                new StrategyTarget(),
                new RecordingTarget(),
                new RecordingFileTarget(),
                new SegmentTarget(),
                new OutboxTarget(),
                new ParametersTarget(),
                new WriteTarget(),
                new SqlTarget(),
                new RequestTarget(),
                new SettingsTarget(),
                new IngestConfigTarget(),
                new CaptureTarget(),
                new VenueRequestTarget(),
                new VenueStreamTarget());
    }

    static FuzzTarget named(String name) {
        return all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("target is '" + name + "', expected all or one of "
                        + all().stream().map(FuzzTarget::name).collect(Collectors.joining(", "))));
    }
}
