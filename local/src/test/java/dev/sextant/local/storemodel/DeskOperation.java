package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.risk.KillSwitch;
import dev.sextant.domain.risk.RiskLimits;
import dev.sextant.reconciler.Findings;
import java.math.BigDecimal;

/** What people, the reconciler, the ingest and the placer's watch write beside the orders. */
sealed interface DeskOperation extends Operation {

    record Kill(Account account, KillSwitch.Level level, long nowMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            return Said.of(side.kill(account, level, nowMs));
        }
    }

    record Pause(Account account, int minutes, long nowMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            return Said.of(side.pause(account, minutes, nowMs));
        }
    }

    record Resume(Account account, String by, long nowMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            return Said.of(side.resume(account, by, nowMs));
        }
    }

    record SetLimits(Account account, long seenVersion, RiskLimits limits, long nowMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            return Said.of(side.limit(account, seenVersion, limits, nowMs));
        }
    }

    record RunStrategy(String strategy, boolean running, long nowMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            return Said.of(side.run(strategy, running, nowMs));
        }
    }

    record Block(Symbol symbol, String reason) implements DeskOperation {

        @Override
        public Said on(Side side) {
            side.block(symbol, reason);
            return Said.of("done");
        }
    }

    record Unblock(Account account, Symbol symbol, long nowMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            return Said.of(side.unblock(account, symbol, nowMs));
        }
    }

    record Reconciled(Account account, Findings findings, long nowMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            side.publish(account, findings, nowMs);
            return Said.of(findings.clean() ? "clean" : "not clean");
        }
    }

    record Watch(Account account, boolean reached, long nowMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            String word = side.watch(account, reached, nowMs);
            return new Said(word.substring(word.lastIndexOf(' ') + 1), word);
        }
    }

    record ExpectStream(Account account, long nowMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            side.expectStream(account, nowMs);
            return Said.of("done");
        }
    }

    record StreamAlive(Account account, long atMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            side.streamAlive(account, atMs);
            return Said.of("done");
        }
    }

    record DeskState(String state) implements DeskOperation {

        @Override
        public Said on(Side side) {
            side.deskState(state);
            return Said.of("done");
        }
    }

    record Mark(Symbol symbol, BigDecimal price, long completeToMs) implements DeskOperation {

        @Override
        public Said on(Side side) {
            side.mark(symbol, price, completeToMs);
            return Said.of("done");
        }
    }

    record Filters(Instrument instrument) implements DeskOperation {

        @Override
        public Said on(Side side) {
            side.filters(instrument);
            return Said.of("done");
        }
    }
}
