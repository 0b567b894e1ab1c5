package dev.sextant.local.venue.synthetic.market;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.capture.BookSnapshot;
import dev.sextant.local.venue.capture.RawTrade;
import dev.sextant.local.venue.capture.TimedAggTrade;
import dev.sextant.local.venue.play.SymbolStage;
import dev.sextant.local.venue.synthetic.generator.GeneratedEvent;
import dev.sextant.local.venue.synthetic.generator.MarketPlan;
import dev.sextant.venues.sim.event.MarketEvent;
import dev.sextant.venues.sim.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/** Takes one symbol's events: in the history silently, on the stage aloud. */
final class SyntheticSymbol {

    private static final long NONE = Long.MAX_VALUE;

    private final Symbol symbol;
    private final SyntheticFacts facts;
    private final MarketPlan plan;
    private @Nullable SymbolStage stage;
    private @Nullable BookSnapshot book;
    private long firstId = NONE;

    SyntheticSymbol(Instrument instrument, MarketPlan plan) {
        this.symbol = instrument.symbol();
        this.facts = new SyntheticFacts(instrument);
        this.plan = plan;
    }

    SyntheticFacts facts() {
        return facts;
    }

    /** The history is over: from now on everybody hears. */
    void open(SymbolStage opened) {
        stage = opened;
        opened.open(MarketPlan.PLAY_FROM_MS, book, facts.markE8(MarketPlan.PLAY_FROM_MS));
    }

    void on(GeneratedEvent event) {
        switch (event) {
            case GeneratedEvent.Aggregate aggregate -> onAggregate(aggregate);
            case GeneratedEvent.Second second -> {
                facts.onSecond(second.reading());
                if (stage != null) {
                    stage.second(second.reading().mark());
                }
            }
            case GeneratedEvent.Ladder ladder -> {
                book = ladder.book();
                if (stage != null) {
                    stage.depth(ladder.diff());
                    stage.depthFrame(ladder.diff());
                }
            }
            case GeneratedEvent.Single single -> {
                if (stage != null) {
                    stage.trade(trade(single.trade()));
                }
            }
            case GeneratedEvent.Quoted quoted -> {
                if (stage != null) {
                    stage.top(quoted.top());
                }
            }
            case GeneratedEvent.Forced forced -> {
                if (stage != null) {
                    stage.liquidation(forced.liquidation(), forced.priceE8());
                }
            }
        }
    }

    private MarketEvent.Trade trade(RawTrade trade) {
        return new MarketEvent.Trade(symbol, trade.priceE8(), trade.qtyE8(), trade.buyerIsMaker(), trade.eventTimeMs());
    }

    private void onAggregate(GeneratedEvent.Aggregate aggregate) {
        TimedAggTrade timed = aggregate.trade();
        facts.onTrade(timed.trade());
        if (firstId == NONE && isExpected(timed)) {
            firstId = timed.trade().aggId();
        }
        if (stage != null && aggregate.sent()) {
            facts.told(timed.trade().aggId());
            stage.aggTrade(timed);
        }
    }

    /** Whether a desk that reads the history to its beginning has this one; it reads a bucket more, to have whole ones. */
    private boolean isExpected(TimedAggTrade timed) {
        return plan.historyMs() == 0
                ? timed.eventTimeMs() > MarketPlan.PLAY_FROM_MS
                : timed.trade().tradeTimeMs() >= MarketPlan.PLAY_FROM_MS - plan.historyMs() - Bucket.LENGTH_MS;
    }

    /** How many trades a desk has that missed none. */
    long told() {
        return firstId == NONE ? 0 : Math.max(0, facts.toldId() - firstId + 1);
    }
}
