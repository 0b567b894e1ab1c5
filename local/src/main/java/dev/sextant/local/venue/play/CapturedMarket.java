package dev.sextant.local.venue.play;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.capture.Capture;
import dev.sextant.local.venue.capture.CaptureReader;
import dev.sextant.local.venue.capture.SymbolTape;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** A recorded market, with made-up stand-ins for what the recorder did not take. */
public final class CapturedMarket implements PlayedMarket {

    private static final List<String> SYNTHETIC_INPUTS = List.of(
            "mark_price",
            "index_price",
            "funding_rate",
            "open_interest_hist",
            "long_short_ratio",
            "top_trader_position",
            "liquidation",
            "coinbase_premium");

    private final Capture capture;
    private final long seed;
    private final TapeSpan span;
    private final SortedMap<Symbol, CapturedFacts> facts = new TreeMap<>();

    private CapturedMarket(Capture capture, long seed) {
        this.capture = capture;
        this.seed = seed;
        this.span = TapeSpan.of(capture.tapes());
        capture.tapes().forEach(tape -> facts.put(tape.symbol(), new CapturedFacts(instrument(tape), tape, seed)));
    }

    /**
     * Reads a capture.
     *
     * @param seed of everything made up
     * @throws IllegalArgumentException when it isn't one, naming file, line and field
     */
    public static CapturedMarket read(List<Path> files, long seed) throws IOException {
        return new CapturedMarket(CaptureReader.read(files), seed);
    }

    private static Instrument instrument(SymbolTape tape) {
        Instrument btc = Instrument.btcUsdt();
        return tape.symbol().equals(btc.symbol())
                ? btc
                : Instrument.usdtPerpetual(tape.symbol(), tape.priceDecimals(), tape.quantityDecimals());
    }

    @Override
    public String identity() {
        return "capture " + capture.name() + ", seed " + seed;
    }

    @Override
    public TapeSpan span() {
        return span;
    }

    @Override
    public Map<Symbol, MarketFacts> facts() {
        return Collections.unmodifiableMap(facts);
    }

    @Override
    public StagedMarket stage(VenueCore core, FramePublisher publisher) {
        List<Source> sources = new ArrayList<>();
        List<SymbolStage> stages = new ArrayList<>();
        for (CapturedFacts market : facts.values()) {
            SymbolStage stage = new SymbolStage(market.instrument(), core, publisher);
            stage.open(span.firstMs(), market.tape().snapshot(), market.markE8(span.firstMs()));
            sources.addAll(sources(market, stage));
            stages.add(stage);
        }
        return new StagedMarket(sources, stages);
    }

    /** The sources, in the order in which events of the same millisecond happen; the mark price is always last. */
    private List<Source> sources(CapturedFacts market, SymbolStage stage) {
        SymbolTape tape = market.tape();
        DepthCoalescer coalescer = new DepthCoalescer(stage::depthFrame);
        return List.of(
                new ListSource<>(market.trades(), MarketEvent.Trade::timeMs, stage::trade),
                new ListSource<>(tape.tops(), TopOfBook::eventTimeMs, stage::top),
                new ListSource<>(tape.diffs(), DepthDiff::eventTimeMs, diff -> {
                    stage.depth(diff);
                    coalescer.add(diff);
                }),
                coalescer,
                new ListSource<>(tape.aggTrades(), TimedAggTrade::eventTimeMs, stage::aggTrade),
                new LiquidationSource(
                        market.liquidations(),
                        span.firstMs(),
                        span.lastMs(),
                        forced -> stage.liquidation(forced, market.lastPriceE8(forced.timeMs()))),
                new SecondsSource(span.firstMs(), span.lastMs(), secondMs -> stage.second(market.mark(secondMs))));
    }

    @Override
    public long playedTrades(long positionMs) {
        return capture.tapes().stream()
                .flatMap(tape -> tape.aggTrades().stream())
                .filter(trade -> trade.eventTimeMs() <= positionMs)
                .count();
    }

    @Override
    public void describe(ObjectNode status) {
        status.put("capture", capture.name());
        facts.keySet().forEach(symbol -> status.withArray("symbols").add(symbol.name()));
        SYNTHETIC_INPUTS.forEach(status.withArray("synthetic_inputs")::add);
        status.put("trades_total", total(tape -> tape.aggTrades().size()))
                .put("raw_trades_total", total(tape -> tape.trades().size()));
    }

    private int total(ToIntFunction<SymbolTape> count) {
        return capture.tapes().stream().mapToInt(count).sum();
    }
}
