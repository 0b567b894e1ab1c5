package dev.sextant.venues.binance.market.rest;

import dev.sextant.domain.order.RequestLedger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What others used of an address, as a list of refusals, and what was asked and told. */
final class SharedCount implements RequestLedger {

    private final Deque<String> refusals;
    final List<String> log = new ArrayList<>();
    boolean away;

    SharedCount(String... refusals) {
        this.refusals = new ArrayDeque<>(List.of(refusals));
    }

    @Override
    public Optional<String> take(Wish wish) {
        answer(wish.kind() + " " + wish.weight() + " of " + wish.weightLimit());
        return Optional.ofNullable(refusals.poll());
    }

    @Override
    public boolean keepsHalts() {
        return false;
    }

    @Override
    public void tell(Said said) {
        String used =
                said.usedWeight().isPresent() ? Long.toString(said.usedWeight().getAsLong()) : "-";
        answer("said " + used + ", pause " + said.pauseMs());
    }

    private void answer(String line) {
        if (away) {
            throw new IllegalStateException("the request budget can't be asked: nobody is there");
        }
        log.add(line);
    }
}
