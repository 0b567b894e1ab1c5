package dev.sextant.ingest.trade;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.frame.Boundary;
import dev.sextant.ingest.frame.SymbolFramer;
import dev.sextant.ingest.store.GapNotes;
import java.util.OptionalLong;

/** One symbol's way from trades as they arrive to frames: sequence, repair, framer. Driven by one thread. */
public final class SymbolFeed {

    private final SymbolFramer framer;
    private final TradeHistory patientHistory;
    private final GapNotes gaps;
    private final TradeSequence sequence;
    private final GapRepair repair;
    private long trades;
    private long lastId = -1;

    /**
     * @param patientHistory for back-fills
     * @param briskHistory for gaps, while later trades wait
     */
    public SymbolFeed(SymbolFramer framer, TradeHistory patientHistory, TradeHistory briskHistory, GapNotes gaps) {
        this.framer = framer;
        this.patientHistory = patientHistory;
        this.gaps = gaps;
        this.sequence = new TradeSequence(this::pass);
        this.repair = new GapRepair(framer.symbol(), sequence, briskHistory, gaps);
    }

    private void pass(AggTrade trade) {
        trades++;
        lastId = trade.aggId();
        framer.add(trade);
    }

    /**
     * Brings the symbol to the present, once its stream flows.
     *
     * @param pageDone called after each page of history
     */
    public void start(OptionalLong lastDurableAggId, long backfillMs, long venueNowMs, FlushFrames pageDone)
            throws InterruptedException {
        ColdStart start = new ColdStart(sequence, framer, patientHistory, gaps, pageDone, venueNowMs);
        if (!start.run(lastDurableAggId, backfillMs)) {
            repair.doubt();
        }
    }

    /** Lets frames leave in the middle of a long back-fill. */
    @FunctionalInterface
    public interface FlushFrames {
        void run() throws InterruptedException;
    }

    /** The stream was interrupted and flows again. */
    public void reconnected(long eventTimeMs) throws InterruptedException {
        repair.doubt();
        repair.run(eventTimeMs);
    }

    /** A trade from the socket. */
    public void onTrade(AggTrade trade, long eventTimeMs) throws InterruptedException {
        if (trade.aggId() == sequence.expected()) {
            repair.reassure();
        }
        sequence.offer(trade);
        repair.run(eventTimeMs);
    }

    /** Event time has reached a boundary: cuts a frame. While trades are missing, the symbol's own time stands still. */
    public void onBoundary(Boundary boundary) throws InterruptedException {
        repair.run(boundary.timeMs());
        if (!repair.pending()) {
            framer.complete(boundary.timeMs());
        }
        framer.cut(boundary.second());
    }

    /** Sends what is left, at the end of the run. */
    public void drain() {
        framer.cut(false);
    }

    public Symbol symbol() {
        return framer.symbol();
    }

    /** The last trade's price, units of 10⁻⁸, or 0 before the first. */
    public long lastPriceE8() {
        return framer.lastPriceE8();
    }

    /** Exchange time up to which the symbol's trades are complete. */
    public long watermarkMs() {
        return framer.watermarkMs();
    }

    /** The figures for the health page. */
    public Figures figures() {
        return new Figures(
                lastId,
                framer.lastTradeMs(),
                trades,
                framer.frames(),
                sequence.duplicates(),
                sequence.implausible(),
                sequence.heldCount(),
                repair.filled(),
                repair.declared(),
                framer.watermarkMs());
    }

    /**
     * Counts since the start.
     *
     * @param lastId the last trade that passed, −1 before the first
     * @param lastTradeMs its time, 0 before the first
     * @param held trades that wait for missing ones now
     */
    public record Figures(
            long lastId,
            long lastTradeMs,
            long trades,
            long frames,
            long duplicates,
            long implausible,
            int held,
            long gapsFilled,
            long gapsDeclared,
            long watermarkMs) {}
}
