package dev.sextant.local.storemodel;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each operation got each answer. */
final class Counts {

    private final Map<String, Map<String, Integer>> answers = new TreeMap<>();
    private int operations;

    synchronized void add(Operation operation, Operation.Said said) {
        operations++;
        answers.computeIfAbsent(operation.name(), name -> new TreeMap<>()).merge(said.kind(), 1, Integer::sum);
    }

    synchronized int operations() {
        return operations;
    }

    /** Every pair, as {@code Reserve: approved}. */
    synchronized Set<String> seen() {
        return answers.entrySet().stream()
                .flatMap(entry -> entry.getValue().keySet().stream().map(kind -> entry.getKey() + ": " + kind))
                .collect(Collectors.toSet());
    }

    synchronized String table() {
        return answers.entrySet().stream()
                .map(entry -> "  " + entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
