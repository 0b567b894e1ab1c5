package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.PaperVenue;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Where the desk's market comes from, and the paper venue its orders go to. */
sealed interface DeskMarket extends AutoCloseable permits ReplayedMarket, ExchangeMarket {

    /** A market whose preconditions have been checked, before anything expensive was started. */
    @FunctionalInterface
    interface Prepared {
        DeskMarket open() throws IOException, InterruptedException;
    }

    PaperVenue venue();

    /** What is traded. */
    List<Symbol> symbols();

    /** Strategies that would make no sense here: a new one of these names rests, for this reason, until somebody starts it. */
    Map<String, String> resting();

    /** Where market data are read: by the ingest, and by the recorder to fill gaps. */
    BinanceEndpoints data();

    /** What the ingest must be told beside the addresses. */
    Map<String, String> ingestSettings();

    /** The consumers exist: from now on time may drive them. */
    void drive(TickBarrier barrier) throws IOException;

    /** The component statuses that say what is being traded on. */
    Map<String, JsonNode> statuses();

    /** Whether it waits for the whole desk at each second: then whoever has something to read is woken. */
    boolean wakesConsumers();

    /** One line for the terminal. */
    String announcement();

    /** Counts down when there is nothing more to come. */
    CountDownLatch finished();

    /** Stops the market, if that is in anybody's power: nobody listens. */
    void hold();

    /** Somebody listens again. */
    void resume();

    /** Whether an ingest that was started anew listens by now. */
    boolean isHeard();

    /** The run is over: nothing is due any more, and the market stops if it can. */
    void stop();

    /** Trades that came in up to now, over this state's whole life. */
    long tradesIn(SqlClient sql);

    @Override
    void close();
}
