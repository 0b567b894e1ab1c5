package dev.sextant.ingest.venue;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.ingest.indicator.IndicatorSource;
import dev.sextant.ingest.indicator.Poll;
import dev.sextant.ingest.indicator.Polled;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.coinbase.CoinbaseMarketRest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all polls of a tick at once, each on its own virtual thread, and gives up what is not there in time. */
public final class ParallelIndicators implements IndicatorSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ParallelIndicators.class);

    private final PolledIndicators indicators;
    private final long timeoutMs;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param timeoutMs for the whole round; the tick waits that long at most */
    public ParallelIndicators(
            BinanceMarketRest rest, CoinbaseMarketRest coinbase, Set<String> syntheticInputs, long timeoutMs) {
        this.indicators = new PolledIndicators(rest, coinbase, syntheticInputs);
        this.timeoutMs = timeoutMs;
    }

    @Override
    public Polled read(List<Poll> polls, long tickMs) throws InterruptedException {
        List<Callable<Optional<IndicatorReading>>> calls = polls.stream()
                .<Callable<Optional<IndicatorReading>>>map(poll -> () -> indicators.read(poll, tickMs))
                .toList();
        List<Future<Optional<IndicatorReading>>> answers = threads.invokeAll(calls, timeoutMs, TimeUnit.MILLISECONDS);
        List<IndicatorReading> readings = new ArrayList<>();
        List<Poll> failed = new ArrayList<>();
        for (int i = 0; i < polls.size(); i++) {
            Optional<IndicatorReading> reading = answer(polls.get(i), answers.get(i));
            reading.ifPresent(readings::add);
            if (reading.isEmpty()) {
                failed.add(polls.get(i));
            }
        }
        return new Polled(readings, failed);
    }

    private static Optional<IndicatorReading> answer(Poll poll, Future<Optional<IndicatorReading>> answer)
            throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            LOG.warn("{} of {} skipped: {}", poll.kind(), poll.symbol(), String.valueOf(e.getCause()));
        } catch (CancellationException e) {
            LOG.warn("{} of {} skipped: no answer in time", poll.kind(), poll.symbol());
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
