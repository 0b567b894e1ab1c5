package dev.sextant.fuzz.mutation;

import java.util.random.RandomGenerator;

/** Makes another input out of one. */
@FunctionalInterface
interface Mutation {

    byte[] apply(byte[] input, RandomGenerator random);
}
