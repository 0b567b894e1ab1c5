package dev.sextant.local.venue.play;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.capture.BookSnapshot;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.local.venue.synthetic.MarkReading;
import dev.sextant.local.venue.synthetic.SyntheticFunding;
import dev.sextant.local.venue.synthetic.SyntheticLiquidations.Liquidation;
import dev.sextant.local.venue.wire.MarketFrames;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One symbol's part of the play: what each of its events does to the core and to the streams. */
public final class SymbolStage {

    private final VenueCore core;
    private final FramePublisher publisher;
    private final MarketFrames frames;
    private final Symbol symbol;
    private final String aggTradeStream;
    private final String bookTickerStream;
    private final String depthStream;
    private final String forceOrderStream;
    private final String markPriceStream;
    private final BookCheck check = new BookCheck();

    public SymbolStage(Instrument instrument, VenueCore core, FramePublisher publisher) {
        this.core = core;
        this.publisher = publisher;
        this.frames = new MarketFrames(instrument);
        this.symbol = instrument.symbol();
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

    /** Tells the core what is known at the start: the book, where there is one, and a mark price. */
    public void open(long startMs, @Nullable BookSnapshot book, long markE8) {
        core.step(startMs, () -> {
            if (book != null) {
                core.onMarket(new MarketEvent.Snapshot(
                        symbol, book.lastUpdateId(), book.bids(), book.asks(), book.transactTimeMs(), startMs));
            }
            core.onMarket(new MarketEvent.Mark(symbol, markE8, startMs));
        });
    }

    /** A single trade, for the matching core alone. */
    public void trade(MarketEvent.Trade trade) {
        core.onMarket(trade);
    }

    public void top(TopOfBook top) {
        core.onMarket(new MarketEvent.Top(symbol, top));
        check.saw(top);
        publish(bookTickerStream, top.eventTimeMs(), () -> frames.bookTicker(top));
    }

    /** A change of the book as it happens; its frame comes by {@link #depthFrame}. */
    public void depth(DepthDiff diff) {
        core.onMarket(new MarketEvent.Depth(symbol, diff));
        check.compare(core.query(state -> state.liquidity(symbol).book()), diff);
    }

    /** Changes of the book as they are sent, at a full tenth of a second. */
    public void depthFrame(DepthDiff diff) {
        publish(depthStream, diff.eventTimeMs(), () -> frames.depth(diff));
    }

    public void aggTrade(TimedAggTrade trade) {
        publish(aggTradeStream, trade.eventTimeMs(), () -> frames.aggTrade(trade));
    }

    public void liquidation(Liquidation liquidation, long priceE8) {
        publish(forceOrderStream, liquidation.timeMs(), () -> frames.forceOrder(liquidation, priceE8));
    }

    /** A full second: the mark price, always the last of its millisecond. */
    public void second(MarkReading reading) {
        core.onMarket(new MarketEvent.Mark(symbol, reading.markE8(), reading.timeMs()));
        if (reading.timeMs() % SyntheticFunding.INTERVAL_MS == 0) {
            core.onMarket(new MarketEvent.Funding(symbol, reading.fundingRateE8(), reading.timeMs()));
        }
        publish(markPriceStream, reading.timeMs(), () -> frames.markPrice(reading));
    }

    private void publish(String stream, long eventTimeMs, Supplier<String> frame) {
        if (publisher.isWanted(stream)) {
            publisher.publish(stream, eventTimeMs, frame.get());
        }
    }
}
