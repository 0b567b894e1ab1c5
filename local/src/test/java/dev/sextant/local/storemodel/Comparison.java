package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Gives both stores the same operations from the same beginning and compares answers and, now and then, everything stored. */
final class Comparison {

    private static final int STORED_EVERY = 50;

    private final PostgresSide postgres;
    private final BiConsumer<Operation, Operation.Said> seen;

    /** @param seen told each operation with its answer */
    Comparison(PostgresSide postgres, BiConsumer<Operation, Operation.Said> seen) {
        this.postgres = postgres;
        this.seen = seen;
    }

    /** A drawn sequence; what was drawn up to the first difference is put into {@code done}. */
    Optional<Difference> draw(long seed, int length, List<Operation> done) {
        postgres.reset();
        ModelSide model = new ModelSide();
        Generator generator = new Generator(seed, model);
        for (int step = 0; step < length; step++) {
            Operation operation = generator.next();
            done.add(operation);
            boolean stored = step % STORED_EVERY == STORED_EVERY - 1 || step == length - 1;
            Optional<Difference> difference = step(model, operation, step, stored);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** A given sequence; everything stored is compared after each step. */
    Optional<Difference> run(List<Operation> operations) {
        postgres.reset();
        ModelSide model = new ModelSide();
        for (int step = 0; step < operations.size(); step++) {
            Optional<Difference> difference = step(model, operations.get(step), step, true);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> step(ModelSide model, Operation operation, int step, boolean stored) {
        Operation.Said expected = operation.on(model);
        Operation.Said actual = postgres(operation);
        seen.accept(operation, expected);
        if (!expected.equals(actual)) {
            return Optional.of(
                    new Difference(step, operation.name(), "answers differ", expected.text(), actual.text()));
        }
        return stored ? stored(model, operation, step) : Optional.empty();
    }

    private Operation.Said postgres(Operation operation) {
        try {
            return operation.on(postgres);
        } catch (RuntimeException e) { // whatever it is, the model did not throw it, and the sequence is to be shown
            return new Operation.Said("thrown", e.toString());
        }
    }

    private Optional<Difference> stored(ModelSide model, Operation operation, int step) {
        for (Account account : World.ACCOUNTS) {
            List<String> expected = model.lines(account);
            List<String> actual = postgres.lines(account);
            if (!expected.equals(actual)) {
                String what = "what is stored of " + account + " differs";
                return Optional.of(
                        new Difference(step, operation.name(), what, only(expected, actual), only(actual, expected)));
            }
        }
        return Optional.empty();
    }

    static String only(List<String> these, List<String> others) {
        Set<String> known = new HashSet<>(others);
        List<String> own = new ArrayList<>(these);
        own.removeIf(known::contains);
        return String.join("\n            ", own);
    }
}
