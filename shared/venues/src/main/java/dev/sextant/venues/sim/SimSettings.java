package dev.sextant.venues.sim;

import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.model.FeeModel;
import dev.sextant.venues.sim.model.LatencyModel;
import dev.sextant.venues.sim.model.QueueModel;
import java.util.List;

/**
 * What a simulated venue is made of.
 *
 * @param walletE8 starting wallet in the quote asset, units of 10⁻⁸
 * @param leverage of every position; initial margin is notional ÷ leverage
 */
public record SimSettings(
        List<Instrument> instruments,
        long walletE8,
        int leverage,
        FeeModel fees,
        LatencyModel latency,
        QueueModel queue) {

    public SimSettings {
        instruments = List.copyOf(instruments);
        if (leverage < 1) {
            throw new IllegalArgumentException("leverage " + leverage + " is impossible, expected 1 or more");
        }
    }

    /** 100,000 in the wallet, leverage 20, maker 2 bps, taker 5 bps, 20 ms each way, pessimistic queue. */
    public static SimSettings standard(List<Instrument> instruments) {
        return new SimSettings(
                instruments,
                100_000 * E8.ONE,
                20,
                FeeModel.bps(2, 5),
                LatencyModel.constant(20, 20),
                QueueModel.pessimistic());
    }

    /** The same with another starting wallet. */
    public SimSettings withWalletE8(long otherWalletE8) {
        return new SimSettings(instruments, otherWalletE8, leverage, fees, latency, queue);
    }

    /** The same with another latency. */
    public SimSettings withLatency(LatencyModel other) {
        return new SimSettings(instruments, walletE8, leverage, fees, other, queue);
    }
}
