package dev.sextant.simulation.desk;

import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.reconciler.PrivateEvents;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandbox;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The reconciler on the records of the private stream: applies a batch, and looks by REST when something does not fit. */
final class StreamReader implements Handler {

    private final Kernel kernel;
    private final Function<Sandbox, PrivateEvents> production;
    private final Consumer<Sandbox> pass;
    private final Map<Sandbox, PrivateEvents> warm = new HashMap<>();

    /** @param pass one reconciliation */
    StreamReader(Kernel kernel, Function<Sandbox, PrivateEvents> production, Consumer<Sandbox> pass) {
        this.kernel = kernel;
        this.production = production;
        this.pass = pass;
    }

    @Override
    public void handle(Sandbox self, DecisionRecord record) {
        warm.computeIfAbsent(self, production).onRecord(record);
    }

    @Override
    public void done(Sandbox self) {
        PrivateEvents events = warm.remove(self);
        if (events != null && events.takeDoubt()) {
            kernel.note(self.name() + " doubts");
            pass.accept(self);
        }
    }
}
