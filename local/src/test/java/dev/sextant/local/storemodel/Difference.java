package dev.sextant.local.storemodel;

/**
 * Where the two stores part.
 *
 * @param step number of the operation in its sequence, from 0
 * @param operation its name
 */
record Difference(int step, String operation, String what, String model, String postgres) {

    boolean isLike(Difference other) {
        return operation.equals(other.operation) && what.equals(other.what);
    }

    String inWords() {
        return "after step " + step + ", " + operation + ", " + what + "\n  model:    " + model + "\n  postgres: "
                + postgres;
    }
}
