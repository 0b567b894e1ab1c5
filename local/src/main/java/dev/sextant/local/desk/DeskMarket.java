package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Where the desk's market comes from, and the venue its orders go to. */
sealed interface DeskMarket extends AutoCloseable permits ReplayedMarket, ExchangeMarket {

    /** A market whose preconditions have been checked, before anything expensive was started. */
    @FunctionalInterface
    interface Prepared {
        DeskMarket open() throws IOException, InterruptedException;
    }

    /** How orders get to their venue. */
    VenueAccess access();

    /** Market time. */
    EpochClock clock();

    /** What the account begins with. */
    BigDecimal startBalance();

    /** What is traded. */
    List<Symbol> symbols();

    /** Why a strategy rests when it is new, until somebody starts it; empty when it starts by itself. */
    Optional<String> resting(String strategy);

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

    /** The run is over: nothing is due any more, and the market stands when this returns, if it can. */
    void stop() throws InterruptedException;

    /** Trades that came in up to now, over this state's whole life. */
    long tradesIn(SqlClient sql);

    @Override
    void close();
}
