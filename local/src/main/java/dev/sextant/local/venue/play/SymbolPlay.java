package dev.sextant.local.venue.play;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.capture.BookSnapshot;
import dev.sextant.local.venue.capture.SymbolTape;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.local.venue.synthetic.MarkReading;
import dev.sextant.local.venue.synthetic.SyntheticLiquidations.Liquidation;
import dev.sextant.local.venue.wire.MarketFrames;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;
import dev.sextant.venues.sim.event.MarketEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** One symbol's part of the play: its events as sources, and what each does to the core and to the streams. */
final class SymbolPlay {

    private final MarketFacts facts;
    private final VenueCore core;
    private final FramePublisher publisher;
    private final MarketFrames frames;
    private final Symbol symbol;
    private final String aggTradeStream;
    private final String bookTickerStream;
    private final String depthStream;
    private final String forceOrderStream;
    private final String markPriceStream;
    private final DepthCoalescer coalescer = new DepthCoalescer(this::onJoinedDepth);
    private final BookCheck check = new BookCheck();

    SymbolPlay(MarketFacts facts, VenueCore core, FramePublisher publisher) {
        this.facts = facts;
        this.core = core;
        this.publisher = publisher;
        this.frames = new MarketFrames(facts.instrument());
        this.symbol = facts.tape().symbol();
        String name = symbol.name().toLowerCase(Locale.ROOT);
        this.aggTradeStream = name + "@aggTrade";
        this.bookTickerStream = name + "@bookTicker";
        this.depthStream = name + "@depth@100ms";
        this.forceOrderStream = name + "@forceOrder";
        this.markPriceStream = name + "@markPrice@1s";
    }

    /** Whether somebody listens to both streams without which a desk can't decide. */
    boolean hasAudience() {
        return publisher.areWanted(List.of(aggTradeStream, markPriceStream));
    }

    BookCheck check() {
        return check;
    }

    /** Tells the core what is known at the start: the book and a mark price. */
    void open(long startMs) {
        BookSnapshot book = facts.tape().snapshot();
        core.step(startMs, () -> {
            if (book != null) {
                core.onMarket(new MarketEvent.Snapshot(
                        symbol, book.lastUpdateId(), book.bids(), book.asks(), book.transactTimeMs(), startMs));
            }
            core.onMarket(new MarketEvent.Mark(symbol, facts.mark(startMs).markE8(), startMs));
        });
    }

    /** The sources, in the order in which events of the same millisecond happen; the mark price is always last. */
    List<Source> sources(long startMs, long endMs) {
        SymbolTape tape = facts.tape();
        return List.of(
                new ListSource<>(facts.trades(), MarketEvent.Trade::timeMs, core::onMarket),
                new ListSource<>(tape.tops(), TopOfBook::eventTimeMs, this::onTop),
                new ListSource<>(tape.diffs(), DepthDiff::eventTimeMs, this::onDepth),
                coalescer,
                new ListSource<>(tape.aggTrades(), TimedAggTrade::eventTimeMs, this::onAggTrade),
                new LiquidationSource(facts.liquidations(), startMs, endMs, this::onLiquidation),
                new SecondsSource(startMs, endMs, this::onSecond));
    }

    private void onDepth(DepthDiff diff) {
        core.onMarket(new MarketEvent.Depth(symbol, diff));
        check.compare(core.query(state -> state.liquidity(symbol).book()), diff);
        coalescer.add(diff);
    }

    private void onJoinedDepth(DepthDiff diff) {
        publish(depthStream, diff.eventTimeMs(), () -> frames.depth(diff));
    }

    private void onTop(TopOfBook top) {
        core.onMarket(new MarketEvent.Top(symbol, top));
        check.saw(top);
        publish(bookTickerStream, top.eventTimeMs(), () -> frames.bookTicker(top));
    }

    private void onAggTrade(TimedAggTrade trade) {
        publish(aggTradeStream, trade.eventTimeMs(), () -> frames.aggTrade(trade));
    }

    private void onLiquidation(Liquidation liquidation) {
        publish(
                forceOrderStream,
                liquidation.timeMs(),
                () -> frames.forceOrder(liquidation, facts.lastPriceE8(liquidation.timeMs())));
    }

    private void onSecond(long secondMs) {
        MarkReading reading = facts.mark(secondMs);
        core.onMarket(new MarketEvent.Mark(symbol, reading.markE8(), secondMs));
        publish(markPriceStream, secondMs, () -> frames.markPrice(reading));
    }

    private void publish(String stream, long eventTimeMs, Supplier<String> frame) {
        if (publisher.isWanted(stream)) {
            publisher.publish(stream, eventTimeMs, frame.get());
        }
    }
}
